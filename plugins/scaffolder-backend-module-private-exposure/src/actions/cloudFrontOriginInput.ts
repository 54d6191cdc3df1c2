import type { z as zod } from 'zod/v3';

type Zod = typeof zod;

const optionalText = (z: Zod, description: string) =>
  z.string({ description }).optional();

/** The object and file of a public entrance that hold the route. @internal */
export function publicRouteInput(z: Zod) {
  return z
    .object(
      {
        form: z
          .enum(['ingress-nginx', 'aws-ingress-group', 'gateway-api'], {
            description: 'What the entrance is made of.',
          })
          .optional(),
        path: optionalText(
          z,
          'Path of the manifest below `folder`; `k8s/<service>-route.yaml` unless given.',
        ),
        name: optionalText(
          z,
          "Name of the Ingress or HTTPRoute; the Service's unless given.",
        ),
        ingressClassName: optionalText(z, 'Class of the Ingress.'),
        group: optionalText(z, 'Group of Ingresses, for `aws-ingress-group`.'),
        gateway: z
          .object({
            name: z.string(),
            namespace: z.string(),
            sectionName: z.string().optional(),
          })
          .optional(),
      },
      { description: 'The route at the public entrance.' },
    )
    .optional();
}

/** What has the public entrance made. @internal */
export function entranceInput(z: Zod) {
  return z
    .object(
      {
        path: optionalText(
          z,
          'Path of its manifest below `folder`; `k8s/<service>.yaml` unless given.',
        ),
        infrastructurePath: optionalText(
          z,
          'Path of its Terraform below `folder`; `infra/<service>-entrance.tf` unless given.',
        ),
        service: z.object(
          {
            name: z.string(),
            namespace: z.string(),
            selector: z.record(z.string()),
            targetPort: z.number().int().optional(),
          },
          { description: 'The Service of the entrance, and its pods.' },
        ),
        certificateArn: optionalText(
          z,
          'Certificate for its name, in the cluster’s region; the pods have one of their own unless given.',
        ),
        externalDns: z
          .object(
            {
              issuer: z.string({
                description: 'The cluster’s OpenID Connect issuer.',
              }),
              serviceAccount: z
                .object({ name: z.string(), namespace: z.string() })
                .optional(),
            },
            {
              description:
                'Has a role written for external-dns that may change the zone and no other.',
            },
          )
          .optional(),
      },
      {
        description:
          "Has the entrance made: a public load balancer that lets in CloudFront alone. It is there already unless given. The prefix of external-dns is that of the cluster's profile.",
      },
    )
    .optional();
}

/** How CloudFront reaches the service. @internal */
export function cloudFrontOriginInput(z: Zod) {
  return z
    .object(
      {
        type: z
          .enum(['vpc-origin', 'public-entrance'], {
            description:
              "`vpc-origin` (unless given): an internal load balancer, which nobody else reaches; `public-entrance`: the cluster's one public entrance.",
          })
          .optional(),
        loadBalancer: z
          .enum(['application', 'network'], {
            description:
              '`application` (unless given) leads the published paths on; `network` everything, TLS included.',
          })
          .optional(),
        protocol: z
          .enum(['https', 'http'], {
            description:
              'How CloudFront speaks to an internal load balancer; `https` unless given.',
          })
          .optional(),
        certificateArn: optionalText(
          z,
          "Certificate of the load balancer, in the cluster's region; unless given, one is asked for.",
        ),
        securityGroups: z
          .array(z.string(), {
            description:
              'Groups that let CloudFront in; unless given, one is made that lets in nobody else.',
          })
          .optional(),
        healthCheckPath: optionalText(z, '`/` unless given.'),
        hostName: optionalText(
          z,
          'Name of the public entrance, which external-dns keeps.',
        ),
        route: publicRouteInput(z),
        entrance: entranceInput(z),
        secretHeader: z
          .object({
            name: optionalText(z, '`X-Origin-Verify` unless given.'),
            secretArn: optionalText(
              z,
              'Secret in AWS Secrets Manager with its value; no header unless given.',
            ),
          })
          .optional(),
      },
      { description: 'How CloudFront reaches the service.' },
    )
    .optional();
}
