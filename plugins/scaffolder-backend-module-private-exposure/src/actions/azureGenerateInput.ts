import type { z as zod } from 'zod/v3';
import { optionalText } from './inputProperties';

type Zod = typeof zod;

/** Where the Kubernetes side goes, in a cluster on Azure. @internal */
export function azureManifestInput(z: Zod) {
  return z
    .object(
      {
        path: optionalText(
          z,
          'Path of the manifest below `folder`; `k8s/<service>.yaml` unless given. An existing file is edited in place: comments, order and unrelated documents stay.',
        ),
        form: z
          .enum(
            [
              'service',
              'istio-operator',
              'istio-helm-values',
              'gateway-api',
              'knative-kourier',
            ],
            {
              description:
                '`service` (unless given) is a Service; the others are ingress gateways.',
            },
          )
          .optional(),
        gatewayClassName: optionalText(
          z,
          'Class of the Gateway, for `gateway-api`.',
        ),
      },
      { description: 'The Kubernetes side.' },
    )
    .optional();
}

/** The internal load balancer. @internal */
export function azureLoadBalancerInput(z: Zod) {
  return z
    .object(
      {
        subnet: optionalText(
          z,
          "Name of the subnet for its address; the cluster's unless given.",
        ),
        address: optionalText(
          z,
          'Its IPv4 address. A fixed one stays when the Service is made anew, and consumers with it.',
        ),
        sourceRanges: z
          .array(z.string(), {
            description:
              'Networks that may reach it directly, in CIDR form; everybody in the network unless given.',
          })
          .optional(),
        healthProbe: z
          .object({
            protocol: z.enum(['tcp', 'http', 'https']),
            path: z.string().optional(),
            intervalSeconds: z.number().int().optional(),
            failures: z.number().int().optional(),
          })
          .optional(),
      },
      { description: 'The load balancer, which is always internal.' },
    )
    .optional();
}

/** The private link service and who may ask to connect. @internal */
export function privateLinkServiceInput(z: Zod) {
  return z
    .object(
      {
        name: optionalText(
          z,
          "Name in Azure; the Service's name unless given. It can't be changed later.",
        ),
        resourceGroup: optionalText(
          z,
          'Resource group that takes it; that of the load balancer unless given.',
        ),
        subnet: optionalText(
          z,
          "Name of the subnet for its addresses; the load balancer's unless given.",
        ),
        addressCount: z
          .number({
            description:
              'How many addresses, 1 to 8; 1 unless given. Each carries about 64,000 connections, and none can be taken away later.',
          })
          .int()
          .optional(),
        addresses: z
          .array(z.string(), {
            description:
              'IPv4 addresses that are fixed; Azure chooses the others.',
          })
          .optional(),
        fqdns: z
          .array(z.string(), { description: 'Names that consumers may use.' })
          .optional(),
        proxyProtocol: z
          .boolean({
            description:
              "Send a PROXY protocol v2 header with the consumer's link id; the pods must understand it.",
          })
          .optional(),
        visibility: z
          .array(z.string(), {
            description:
              'Ids of subscriptions that may ask to connect, or `*` alone for everybody, as Azure Front Door needs it.',
          })
          .optional(),
        autoApproval: z
          .array(z.string(), {
            description:
              'Ids of subscriptions that are connected without asking anybody.',
          })
          .optional(),
      },
      { description: 'The private link service.' },
    )
    .optional();
}
