import type { z as zod } from 'zod/v3';

type Zod = typeof zod;

const optionalText = (description: string) => (z: Zod) =>
  z.string({ description }).optional();

/** Inputs that are the withdrawal's own. @internal */
export const azureWithdrawInputs = {
  step: (z: Zod) =>
    z.enum(['close', 'remove-front-door', 'remove-load-balancer'], {
      description:
        'Which step, in this order: `close` lets nobody new in, `remove-front-door` takes the service off the Internet, `remove-load-balancer` removes the load balancer and the private link service. Each has to be merged and applied before the next.',
    }),
  cutOffConsumers: (z: Zod) =>
    z
      .boolean({
        description:
          'Remove the load balancer although consumers are connected, or nobody could look; else that is refused.',
      })
      .optional(),
  manifestForm: (z: Zod) =>
    z
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
            'What holds the load balancer in the manifest; `service` unless given.',
        },
      )
      .optional(),
  manifestPath: optionalText(
    'Path of the manifest below `folder`; `k8s/<serviceName>.yaml` unless given.',
  ),
  serviceName: optionalText(
    "Name of the Service or Gateway; the entity's name unless given.",
  ),
  namespace: optionalText(
    'Namespace of the Service or Gateway; its name unless given.',
  ),
  privateLinkServiceName: optionalText(
    'Name of the private link service; that of the Service unless given.',
  ),
  frontDoorName: optionalText(
    "Name of the Front Door in the infrastructure code; the entity's name unless given.",
  ),
  frontDoorPath: optionalText(
    'Path of its infrastructure code below `folder`, Bicep if it ends with `.bicep`, else Terraform; `infra/front-door.tf` unless given.',
  ),
};

/** Everything that `private-exposure:azure-private-link:withdraw` takes, apart from entity and workspace paths. @internal */
export type AzureWithdrawActionInput = {
  [K in keyof typeof azureWithdrawInputs]: zod.infer<
    ReturnType<(typeof azureWithdrawInputs)[K]>
  >;
} & { folder?: string; reason?: string };
