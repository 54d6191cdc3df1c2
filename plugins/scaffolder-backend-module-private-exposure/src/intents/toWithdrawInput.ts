import {
  inFolder,
  toResourceName,
  type WithdrawInput,
} from '@postern/backstage-plugin-private-exposure-manifests';
import type { WithdrawActionInput } from '../actions/withdrawInput';
import { nameNeeded } from './nameNeeded';

/** What a withdrawal's intent is made of. @internal */
export interface WithdrawInputSources {
  /** Reference of the entity, as the catalog has it; nothing for what none claims. */
  entityRef?: string;
  /** Name of that entity. */
  entityName?: string;
  /** The action's input. */
  input: WithdrawActionInput;
}

/**
 * Makes the intent of one step of a withdrawal, with the same names and paths that an exposure gets by default.
 * What is given is not checked here: the builder does that.
 *
 * @throws InputError where neither an entity nor a name is given.
 *
 * @internal
 */
export function toWithdrawInput({
  entityRef,
  entityName,
  input,
}: WithdrawInputSources): WithdrawInput {
  const { folder, step } = input;
  const name = input.serviceName || entityName;
  if (!name) throw nameNeeded('serviceName');
  const infrastructurePath = input.infrastructurePath || 'infra/privatelink.tf';
  const form = input.manifestForm ?? 'service';
  return {
    entityRef,
    reason: input.reason || undefined,
    step,
    cutOffConsumers: input.cutOffConsumers ?? false,
    manifest: {
      // Both controllers read the same Service; taking it back is the same for either.
      form: form === 'service' ? 'aws-load-balancer-controller' : form,
      path: inFolder(folder, input.manifestPath || `k8s/${name}.yaml`),
    },
    service: { name, namespace: input.namespace || name },
    endpointService: {
      name: input.endpointServiceName || toResourceName(name),
    },
    infrastructure: {
      format: infrastructurePath.endsWith('.tf')
        ? 'terraform'
        : 'cloudformation',
      path: inFolder(folder, infrastructurePath),
    },
  };
}
