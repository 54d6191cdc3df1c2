import type { z as zod } from 'zod/v3';
import { optionalTextInput } from './inputProperties';
import { withdrawnManifestInputs } from './withdrawnManifestInput';

type Zod = typeof zod;

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
  ...withdrawnManifestInputs,
  privateLinkServiceName: optionalTextInput(
    'Name of the private link service; that of the Service unless given.',
  ),
  frontDoorName: optionalTextInput(
    "Name of the Front Door in the infrastructure code; the entity's name unless given.",
  ),
  frontDoorPath: optionalTextInput(
    'Path of its infrastructure code below `folder`, Bicep if it ends with `.bicep`, else Terraform; `infra/front-door.tf` unless given.',
  ),
};

/** Everything that `private-exposure:azure-private-link:withdraw` takes, apart from entity and workspace paths. @internal */
export type AzureWithdrawActionInput = {
  [K in keyof typeof azureWithdrawInputs]: zod.infer<
    ReturnType<(typeof azureWithdrawInputs)[K]>
  >;
} & { folder?: string; reason?: string };
