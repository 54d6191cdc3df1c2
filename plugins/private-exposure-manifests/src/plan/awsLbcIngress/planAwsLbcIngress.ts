import { KubernetesObject } from '../KubernetesObject';
import { AwsLbcIngressFacts } from './AwsLbcIngressFacts';
import { classifyIngress } from './classifyIngress';
import { loadIngressGroup, planGroupId } from './IngressGroup';
import { readLbcIngress } from './LbcIngress';
import { AwsLbcIngressPlan, planIngressGroup } from './planIngressGroup';

/**
 * Says what the AWS Load Balancer Controller makes of an Ingress, together with the others of the cluster that share its
 * load balancer.
 *
 * @remarks Version 3.5. Behaviour from `pkg/ingress` and its unit tests.
 *
 * @throws ControllerRefusal where the controller doesn't accept the Ingress, or one that shares its load balancer.
 *
 * @example
 * ```ts
 * const plan = planAwsLbcIngress(ingress, { ...awsLbcIngressDefaults, clusterName: 'payments', services });
 * ```
 *
 * @public
 */
export function planAwsLbcIngress(
  object: KubernetesObject,
  facts: AwsLbcIngressFacts,
): AwsLbcIngressPlan {
  const ingress = readLbcIngress(object);
  const others = facts.otherIngresses.filter(
    other => readLbcIngress(other).key !== ingress.key,
  );
  const { isOwn, params } = classifyIngress(ingress, facts);
  if (!isOwn) return { reconciled: false };
  const id = planGroupId(ingress, params);
  return planIngressGroup(
    loadIngressGroup(id, [object, ...others], facts),
    facts,
  );
}
