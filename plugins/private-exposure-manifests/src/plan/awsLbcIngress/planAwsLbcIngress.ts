import { KubernetesObject } from '../KubernetesObject';
import { AwsLbcIngressFacts } from './AwsLbcIngressFacts';
import { classifyIngress } from './classifyIngress';
import { loadIngressGroup, planGroupId } from './IngressGroup';
import { readLbcIngress } from './LbcIngress';
import { AwsLbcIngressPlan, planIngressGroup } from './planIngressGroup';
import { PlannedGroups } from './PlannedGroups';

/**
 * Says what the AWS Load Balancer Controller makes of an Ingress, together with the others of the cluster that share its
 * load balancer.
 *
 * @remarks Version 3.5. Behaviour from `pkg/ingress` and its unit tests.
 *
 * @param planned - Plans made before of the same Ingresses and facts, and where this one is kept; default none.
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
  planned = new PlannedGroups(),
): AwsLbcIngressPlan {
  const ingress = readLbcIngress(object);
  const { isOwn, params } = classifyIngress(ingress, facts);
  if (!isOwn) return { reconciled: false };
  const id = planGroupId(ingress, params);
  return planned.planOnce(id, () => {
    const others = facts.otherIngresses.filter(
      other => readLbcIngress(other).key !== ingress.key,
    );
    const group = loadIngressGroup(id, [object, ...others], facts);
    return planIngressGroup(group, facts);
  });
}
