import {
  inFolder,
  type AwsLoadBalancerWithdrawInput,
} from '@postern/backstage-plugin-private-exposure-manifests';
import type { LoadBalancerWithdrawInput } from '../actions/loadBalancerWithdrawInput';

/**
 * Makes the intent of one step of taking a load balancer back, with the same names and paths that it gets by default.
 * Nothing is checked here: the builder does that.
 *
 * @internal
 */
export function toLoadBalancerWithdrawInput(sources: {
  /** Reference of the entity, as the catalog has it. */
  entityRef: string;
  /** Name of that entity. */
  entityName: string;
  /** The action's input. */
  input: LoadBalancerWithdrawInput;
}): AwsLoadBalancerWithdrawInput {
  const { entityRef, entityName, input } = sources;
  const name = input.serviceName || entityName;
  return {
    entityRef,
    reason: input.reason || undefined,
    step: input.step,
    manifest: {
      path: inFolder(input.folder, input.manifestPath || `k8s/${name}.yaml`),
      service: input.removeService ? 'remove' : 'keep',
    },
    service: { name, namespace: input.namespace || name },
    ingressName: input.ingressName || undefined,
  };
}
