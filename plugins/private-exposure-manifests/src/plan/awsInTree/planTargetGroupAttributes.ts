import { KubernetesObject } from '../KubernetesObject';
import { readPairs } from './annotations';

/**
 * The attributes of a target group that the controller changes. One that the target group doesn't have is left out, and
 * one that the annotation no longer names keeps its value.
 *
 * @remarks `buildTargetGroupAttributes` in `pkg/providers/v1/aws_loadbalancer.go` of cloud-provider-aws.
 *
 * @param current - The attributes that the target group has; `undefined` for one that is still to be made, which gets
 * all that the annotation names.
 *
 * @public
 */
export function planTargetGroupAttributes(
  service: KubernetesObject,
  current: Readonly<Record<string, string>> | undefined,
): Record<string, string> {
  const wanted = Object.entries(
    readPairs(service, 'aws-load-balancer-target-group-attributes'),
  );
  return Object.fromEntries(
    wanted.filter(
      ([attribute, value]) =>
        !current ||
        (Object.hasOwn(current, attribute) && current[attribute] !== value),
    ),
  );
}
