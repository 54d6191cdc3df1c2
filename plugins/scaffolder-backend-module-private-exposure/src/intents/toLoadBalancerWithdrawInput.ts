import {
  inFolder,
  type AwsLoadBalancerWithdrawInput,
} from '@postern/backstage-plugin-private-exposure-manifests';
import type { LoadBalancerWithdrawInput } from '../actions/loadBalancerWithdrawInput';
import { nameNeeded } from './nameNeeded';

/**
 * Makes the intent of one step of taking a load balancer back, with the same names and paths that it gets by default.
 * What is given is not checked here: the builder does that.
 *
 * @throws InputError where neither an entity nor a name is given.
 *
 * @internal
 */
export function toLoadBalancerWithdrawInput(sources: {
  /** Reference of the entity, as the catalog has it; nothing for what none claims. */
  entityRef?: string;
  /** Name of that entity. */
  entityName?: string;
  /** The action's input. */
  input: LoadBalancerWithdrawInput;
}): AwsLoadBalancerWithdrawInput {
  const { entityRef, entityName, input } = sources;
  const ingressName = input.ingressName || undefined;
  const name = input.serviceName || entityName;
  if (!name && !ingressName) throw nameNeeded('ingressName');
  const namespace = input.namespace || name;
  if (!namespace) throw nameNeeded('namespace');
  const file = input.manifestPath || `k8s/${name ?? ingressName}.yaml`;
  return {
    entityRef,
    reason: input.reason || undefined,
    step: input.step,
    manifest: {
      path: inFolder(input.folder, file),
      service: input.removeService ? 'remove' : 'keep',
    },
    // An Ingress that is named says itself which Service is behind it.
    service: {
      name: input.serviceName || (ingressName ? undefined : name),
      namespace,
    },
    ingressName,
  };
}
