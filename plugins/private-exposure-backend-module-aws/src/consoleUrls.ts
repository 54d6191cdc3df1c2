import { consoleHostOf } from './partitions';
import type { AwsScope } from './scopes';

/**
 * Addresses in the AWS console. They hold ids only, so that they can be computed without a call; the console asks whoever
 * follows them to sign in to the account.
 *
 * @internal
 */
export const consoleUrls = {
  /** The list of endpoint services, narrowed to one. */
  endpointService: (scope: AwsScope, serviceId: string) =>
    consoleUrl(scope, 'vpcconsole', `EndpointServices:search=${serviceId}`),
  /** One load balancer. */
  loadBalancer: (scope: AwsScope, arn: string) =>
    consoleUrl(scope, 'ec2', `LoadBalancer:loadBalancerArn=${arn}`),
  /** One target group. */
  targetGroup: (scope: AwsScope, arn: string) =>
    consoleUrl(scope, 'ec2', `TargetGroup:targetGroupArn=${arn}`),
};

function consoleUrl(
  { partition, region }: AwsScope,
  service: string,
  fragment: string,
): string | undefined {
  const host = consoleHostOf(partition);
  if (!host) return undefined;
  return `https://${region}.${host}/${service}/home?region=${region}#${fragment}`;
}
