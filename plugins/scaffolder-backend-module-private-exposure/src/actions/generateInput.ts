import type { z as zod } from 'zod/v3';

type Zod = typeof zod;

/** The forms of the Kubernetes side; `service` is the one of the cluster's controller. @internal */
export const inputForms = [
  'service',
  'aws-load-balancer-controller',
  'in-tree',
  'istio-operator',
  'istio-helm-values',
  'gateway-api',
  'knative-kourier',
] as const;

/** Where the Kubernetes side goes. @internal */
export function manifestInput(z: Zod) {
  return z
    .object(
      {
        path: z
          .string({
            description:
              'Path of the manifest below `folder`; `k8s/<service>.yaml` unless given. An existing file is edited in place: comments, order and unrelated documents stay.',
          })
          .optional(),
        form: z
          .enum(inputForms, {
            description:
              "`service` (unless given) is a Service for the cluster's own controller; the others are ingress gateways.",
          })
          .optional(),
        gatewayClassName: z
          .string({ description: 'Class of the Gateway, for `gateway-api`.' })
          .optional(),
      },
      { description: 'The Kubernetes side.' },
    )
    .optional();
}

/** The Service, or Gateway, that gets the load balancer. @internal */
export function serviceInput(z: Zod) {
  return z
    .object(
      {
        name: z
          .string({
            description: "Name of the Service; the entity's name unless given.",
          })
          .optional(),
        namespace: z
          .string({
            description:
              "Namespace of the Service; the Service's name unless given.",
          })
          .optional(),
        selector: z
          .record(z.string(), {
            description:
              'Labels of the pods. For a new Service: an existing one keeps its own.',
          })
          .optional(),
        ports: z
          .array(
            z.object({
              name: z.string().optional(),
              port: z.number().int(),
              targetPort: z.union([z.number().int(), z.string()]).optional(),
            }),
            {
              description:
                'TCP ports. For a new Service: an existing one keeps its own.',
            },
          )
          .optional(),
      },
      { description: 'The Service that gets the load balancer.' },
    )
    .optional();
}

/** The Network Load Balancer. @internal */
export function loadBalancerInput(z: Zod) {
  return z
    .object(
      {
        targetType: z
          .enum(['ip', 'instance'], { description: 'Pods or nodes.' })
          .optional(),
        crossZone: z
          .boolean({ description: 'Spread traffic over all zones.' })
          .optional(),
        deletionProtection: z
          .boolean({ description: 'Refuse to be deleted while it is on.' })
          .optional(),
        proxyProtocol: z
          .boolean({
            description:
              'Send a PROXY protocol v2 header; the pods must understand it.',
          })
          .optional(),
        inboundRulesOnPrivateLinkTraffic: z
          .enum(['on', 'off'], {
            description:
              'Whether security groups also judge traffic that comes through PrivateLink.',
          })
          .optional(),
        healthCheck: z
          .object({
            protocol: z.enum(['tcp', 'http', 'https']),
            path: z.string().optional(),
          })
          .optional(),
      },
      {
        description:
          "The load balancer. Subnets and security groups come from the cluster's profile.",
      },
    )
    .optional();
}

/** The endpoint service and who may ask to connect. @internal */
export function endpointServiceInput(z: Zod) {
  return z
    .object(
      {
        name: z
          .string({
            description:
              "Name in the infrastructure code; the Service's name unless given.",
          })
          .optional(),
        acceptanceRequired: z
          .boolean({
            description: 'Whether a person approves each connection.',
          })
          .optional(),
        principals: z
          .array(z.string(), {
            description:
              'Who may ask to connect: account ids, or ARNs of accounts, users, roles, organizations or units.',
          })
          .optional(),
        privateDnsName: z
          .string({
            description:
              'Domain name that consumers may use once a TXT record has proven whose it is.',
          })
          .optional(),
        supportedRegions: z
          .array(z.string(), {
            description: "Regions besides the service's own.",
          })
          .optional(),
        notificationTopicArn: z
          .string({
            description: 'SNS topic that is told what happens to connections.',
          })
          .optional(),
      },
      { description: 'The endpoint service.' },
    )
    .optional();
}

/** Language and place of the infrastructure code. @internal */
export function infrastructureInput(z: Zod) {
  return z
    .object(
      {
        format: z
          .enum(['terraform', 'cloudformation'], {
            description: '`terraform` unless given.',
          })
          .optional(),
        path: z
          .string({
            description:
              'Path of the file below `folder`; `infra/privatelink.tf` or `.yaml` unless given.',
          })
          .optional(),
      },
      { description: 'The infrastructure code.' },
    )
    .optional();
}
