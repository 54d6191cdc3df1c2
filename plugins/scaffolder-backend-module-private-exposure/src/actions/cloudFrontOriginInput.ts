import type { z as zod } from 'zod/v3';
import { optionalText } from './inputProperties';

type Zod = typeof zod;

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
          "Certificate of the load balancer, in the cluster's region. For an internal one, one is asked for unless given. At a group of Ingresses, the group's: without it a new Ingress answers on port 80 alone, where CloudFront does not ask.",
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
