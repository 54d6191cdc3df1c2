import type { z as zod } from 'zod/v3';
import { serviceInput } from './generateInput';
import { optionalText } from './inputProperties';

type Zod = typeof zod;

/** The Application Load Balancer of an Ingress. @internal */
function loadBalancerInput(z: Zod) {
  return z
    .object(
      {
        name: optionalText(
          z,
          'Name in AWS; the controller makes one up unless given.',
        ),
        scheme: z
          .enum(['internal', 'internet-facing'], {
            description: '`internal` unless given.',
          })
          .optional(),
        targetType: z
          .enum(['ip', 'instance'], {
            description:
              'Pods or nodes; `ip` unless given, the only one across accounts.',
          })
          .optional(),
        securityGroups: z
          .array(z.string(), {
            description:
              "Security groups of the load balancer's account; those of the cluster's profile unless given.",
          })
          .optional(),
        certificates: z
          .array(z.string(), {
            description:
              "ARNs of certificates of the load balancer's account and region, the default one first. Without any it answers in HTTP.",
          })
          .optional(),
        tlsPolicy: optionalText(
          z,
          'TLS policy; one of TLS 1.2 and 1.3 unless given.',
        ),
        webAclArn: optionalText(z, 'ARN of a regional web ACL.'),
        backendProtocol: z
          .enum(['http', 'https'], {
            description: 'How the load balancer speaks to the pods.',
          })
          .optional(),
        group: optionalText(
          z,
          "Group of Ingresses that share the load balancer; one that the cluster's profile lets the namespace join.",
        ),
        deletionProtection: z
          .boolean({ description: 'Refuse to be deleted while it is on.' })
          .optional(),
        healthCheckPath: optionalText(z, 'Path of the health check.'),
      },
      {
        description:
          "The load balancer. Account and subnets come from the cluster's profile.",
      },
    )
    .optional();
}

/** Inputs that are a load balancer's own. @internal */
export const loadBalancerInputs = {
  manifestPath: (z: Zod) =>
    optionalText(
      z,
      'Path of the manifest below `folder`; `k8s/<service>.yaml` unless given. An existing file is edited in place: comments, order and unrelated documents stay.',
    ),
  service: serviceInput,
  host: (z: Zod) =>
    optionalText(z, 'The only host that is answered; every one unless given.'),
  paths: (z: Zod) =>
    z
      .array(z.string(), {
        description:
          'Paths that are answered, with all below them; `/` unless given.',
      })
      .optional(),
  port: (z: Zod) =>
    z
      .number({
        description: 'Port of the Service; its first unless given.',
      })
      .int()
      .optional(),
  ingressName: (z: Zod) =>
    optionalText(z, "Name of the Ingress; the Service's unless given."),
  ingressClassName: (z: Zod) =>
    optionalText(
      z,
      "Class of the Ingress; that of the cluster's profile, or `alb`, unless given.",
    ),
  loadBalancer: loadBalancerInput,
};
