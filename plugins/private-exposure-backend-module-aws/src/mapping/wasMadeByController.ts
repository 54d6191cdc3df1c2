import type { Tags } from './tags';

/**
 * Whether the AWS Load Balancer Controller made a load balancer, by the tag that it writes on each of its own.
 *
 * @internal
 */
export function wasMadeByController(tags: Tags): boolean {
  return 'elbv2.k8s.aws/cluster' in tags;
}
