import { type Arn, parseArn } from '../../mapping/arns';
import type { AwsScope } from '../../scopes';

const PREFIX = 'loadbalancer/';

/**
 * The ARN of a Classic load balancer, which its API does not send (Service Authorization Reference).
 *
 * @internal
 */
export function toClassicArn(scope: AwsScope, name: string): string {
  const { partition, region, accountId } = scope;
  return `arn:${partition}:elasticloadbalancing:${region}:${accountId}:${PREFIX}${name}`;
}

/**
 * What the ARN of a load balancer tells; `undefined` if it names none.
 *
 * @internal
 */
export function parseLoadBalancerArn(
  arn: string,
): (Arn & { classicName?: string }) | undefined {
  const parts = parseArn(arn);
  if (parts?.service !== 'elasticloadbalancing') return undefined;
  const { resource, region, accountId } = parts;
  if (!resource.startsWith(PREFIX) || !region || !accountId) return undefined;
  const path = resource.slice(PREFIX.length);
  if (/^[\w-]+$/.test(path)) return { ...parts, classicName: path };
  // `app`, `net` or `gwy`, the name, and a number that AWS chose.
  return /^\w+\/[\w-]+\/\w+$/.test(path) ? parts : undefined;
}
