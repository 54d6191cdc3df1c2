import type { z as zod } from 'zod/v3';
import { optionalText } from './inputProperties';

type Zod = typeof zod;

function serviceInput(z: Zod) {
  return z.object(
    {
      name: optionalText(z, '`public-entrance` unless given.'),
      namespace: optionalText(z, "The Service's name unless given."),
      selector: z.record(z.string(), {
        description: "Labels of the entrance's pods.",
      }),
      targetPort: z
        .number({
          description:
            'Where the pods listen. Unless given, 443 for TLS, or 80 for plain HTTP with a certificate of the load balancer.',
        })
        .int()
        .optional(),
    },
    { description: 'The Service of the entrance, and its pods.' },
  );
}

function externalDnsInput(z: Zod) {
  return z
    .object(
      {
        issuer: optionalText(
          z,
          "The cluster's issuer, as `aws eks describe-cluster` has it under `identity.oidc.issuer`; no role is written unless given.",
        ),
        serviceAccount: optionalText(
          z,
          'Name of its service account; `external-dns` unless given.',
        ),
        namespace: optionalText(
          z,
          'Namespace of the service account; `external-dns` unless given.',
        ),
      },
      {
        description:
          'Has a role written for external-dns that may change the zone and no other.',
      },
    )
    .optional();
}

function infrastructureInput(z: Zod) {
  return z
    .object(
      {
        format: z
          .enum(['terraform', 'cloudformation'], {
            description: '`terraform` unless given.',
          })
          .optional(),
        path: optionalText(
          z,
          'Path of the file below `folder`; `infra/<cluster>-entrance.tf` or `.json` unless given.',
        ),
      },
      { description: 'The infrastructure code.' },
    )
    .optional();
}

/** Inputs that are the entrance's own. @internal */
export const entrancePreparationInputs = {
  hostName: (z: Zod) =>
    z.string({
      description:
        'Name of the entrance, which external-dns keeps and CloudFront asks.',
    }),
  zone: (z: Zod) =>
    optionalText(
      z,
      'Public hosted zone in Route 53 that the name lies in; what follows the first dot of the name unless given.',
    ),
  service: serviceInput,
  certificateArn: (z: Zod) =>
    optionalText(
      z,
      "Certificate for the name, in the cluster's region; the pods have one of their own unless given.",
    ),
  externalDns: externalDnsInput,
  manifestPath: (z: Zod) =>
    optionalText(
      z,
      'Path of the manifest below `folder`; `k8s/<service>.yaml` unless given.',
    ),
  infrastructure: infrastructureInput,
};

/** Everything that `private-exposure:aws-cloudfront:prepare-entrance` takes, apart from entity and workspace paths. @internal */
export type EntrancePreparationInput = {
  [K in keyof typeof entrancePreparationInputs]: zod.infer<
    ReturnType<(typeof entrancePreparationInputs)[K]>
  >;
} & { cluster: string; folder?: string; reason?: string };
