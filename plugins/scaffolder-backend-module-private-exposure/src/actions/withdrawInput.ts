import type { z as zod } from 'zod/v3';
import { optionalTextInput } from './inputProperties';
import { withdrawnManifestInputs } from './withdrawnManifestInput';

type Zod = typeof zod;

/** Inputs that are the withdrawal's own. @internal */
export const withdrawInputs = {
  step: (z: Zod) =>
    z.enum(['close', 'remove-service', 'remove-load-balancer'], {
      description:
        'Which step, in this order: `close` lets nobody new in and lifts the deletion protection, `remove-service` removes the endpoint service, `remove-load-balancer` the load balancer. Each has to be merged and applied before the next.',
    }),
  cutOffConsumers: (z: Zod) =>
    z
      .boolean({
        description:
          'Go on although consumers are connected, or nobody could look; else such a step is refused. Closing cuts nobody off.',
      })
      .optional(),
  ...withdrawnManifestInputs,
  infrastructurePath: optionalTextInput(
    'Path of the infrastructure code below `folder`, Terraform if it ends with `.tf`, else CloudFormation; `infra/privatelink.tf` unless given.',
  ),
  endpointServiceName: optionalTextInput(
    'Name of the endpoint service in the infrastructure code; that of the Service unless given.',
  ),
};

/** Everything that `private-exposure:aws-privatelink:withdraw` takes, apart from entity and workspace paths. @internal */
export type WithdrawActionInput = {
  [K in keyof typeof withdrawInputs]: zod.infer<
    ReturnType<(typeof withdrawInputs)[K]>
  >;
} & { folder?: string; reason?: string };
