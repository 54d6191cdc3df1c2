import { managedRuleGroups } from '@postern/backstage-plugin-private-exposure-manifests';
import type { z as zod } from 'zod/v3';
import { cloudFrontOriginInput } from './cloudFrontOriginInput';
import { serviceInput } from './generateInput';
import { optionalText } from './inputProperties';

type Zod = typeof zod;

const list = (z: Zod, description: string) =>
  z.array(z.string(), { description }).optional();

/** Language and place of the infrastructure code. @internal */
export function cloudFrontInfrastructureInput(z: Zod) {
  return z
    .object(
      {
        format: z
          .enum(['terraform', 'cloudformation'], {
            description:
              "`terraform` unless given, or unless the file's name ends otherwise.",
          })
          .optional(),
        path: optionalText(
          z,
          'Path of the file below `folder`; `infra/cloudfront.tf` or `.json` unless given. Other files come beside it.',
        ),
      },
      { description: 'The infrastructure code.' },
    )
    .optional();
}

/** Inputs that are CloudFront's own. @internal */
export const cloudFrontInputs = {
  name: (z: Zod) =>
    optionalText(
      z,
      "Name of the distribution and of all that belongs to it; the entity's name unless given.",
    ),
  hostNames: (z: Zod) =>
    z.array(z.string(), {
      description: 'Names under which the service is published.',
    }),
  zone: (z: Zod) =>
    optionalText(
      z,
      'Public hosted zone in Route 53 that the names lie in; what follows the first dot of the first name unless given.',
    ),
  paths: (z: Zod) =>
    list(z, 'Paths that are published, with all below them; `/` unless given.'),
  port: (z: Zod) =>
    z
      .number({
        description:
          'Port of the Service; the first of `service.ports`, or 80, unless given.',
      })
      .int()
      .optional(),
  service: serviceInput,
  manifest: (z: Zod) =>
    z
      .object(
        {
          path: optionalText(
            z,
            'Path of the manifest below `folder`; `k8s/<service>.yaml` unless given.',
          ),
          ingressClassName: optionalText(
            z,
            "Class of an Ingress for an internal load balancer; the cluster's, or `alb`, unless given.",
          ),
        },
        { description: 'The Service, and the Ingress of its load balancer.' },
      )
      .optional(),
  origin: cloudFrontOriginInput,
  caching: (z: Zod) =>
    z
      .enum(['disabled', 'optimized', 'origin'], {
        description:
          'What CloudFront keeps of answers: nothing (unless given), everything, or what the service says.',
      })
      .optional(),
  redirectHttp: (z: Zod) =>
    z
      .boolean({
        description:
          'Answer plain HTTP with the address for HTTPS, rather than refuse it.',
      })
      .optional(),
  tlsPolicy: (z: Zod) =>
    z
      .enum(['TLSv1.2_2021', 'TLSv1.2_2025', 'TLSv1.3_2025'], {
        description:
          'The least that a browser must speak; `TLSv1.2_2021` unless given.',
      })
      .optional(),
  webAcl: (z: Zod) =>
    z
      .object(
        {
          arn: optionalText(
            z,
            'A global web ACL that somebody keeps; unless given, one is made.',
          ),
          managedRuleGroups: z
            .array(z.enum(managedRuleGroups), {
              description: 'Groups of rules that AWS keeps.',
            })
            .optional(),
          allow: list(z, 'Networks that alone get in; all unless given.'),
          block: list(z, 'Networks that never get in.'),
          rateLimit: z
            .number({
              description:
                'Requests of one address in five minutes, above which it is blocked for a while.',
            })
            .int()
            .optional(),
        },
        { description: 'The firewall.' },
      )
      .optional(),
  logs: (z: Zod) =>
    z
      .object(
        {
          retentionDays: z
            .number({
              description: '30, 90, 180, 365 (unless given), 731 or 1827.',
            })
            .int()
            .optional(),
          kmsKeyArn: optionalText(
            z,
            'Key in us-east-1 that encrypts the log groups.',
          ),
          bucket: optionalText(
            z,
            "Bucket for the distribution's log; a log group unless given.",
          ),
        },
        { description: 'Where requests are written down.' },
      )
      .optional(),
  infrastructure: cloudFrontInfrastructureInput,
};
