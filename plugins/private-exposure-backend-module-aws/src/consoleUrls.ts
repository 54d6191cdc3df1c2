import { consoleHostOf } from './partitions';
import type { AwsScope } from './scopes';

/** What the console needs to know of where something is. @internal */
export type ConsolePlace = Pick<AwsScope, 'partition' | 'region'>;

/**
 * Addresses in the AWS console. They hold ids only, so that they can be computed without a call; the console asks whoever
 * follows them to sign in to the account.
 *
 * @internal
 */
export const consoleUrls = {
  /** The list of endpoint services, narrowed to one. */
  endpointService: (place: ConsolePlace, serviceId: string) =>
    consoleUrl(
      place,
      `vpcconsole/home`,
      `EndpointServices:search=${serviceId}`,
    ),
  /** One load balancer. */
  loadBalancer: (place: ConsolePlace, arn: string) =>
    consoleUrl(place, 'ec2/home', `LoadBalancer:loadBalancerArn=${arn}`),
  /** One Classic load balancer. */
  classicLoadBalancer: (place: ConsolePlace, name: string) =>
    consoleUrl(
      place,
      'ec2/home',
      `LoadBalancer:loadBalancerName=${name};type=classic`,
    ),
  /** One target group. */
  targetGroup: (place: ConsolePlace, arn: string) =>
    consoleUrl(place, 'ec2/home', `TargetGroup:targetGroupArn=${arn}`),
  /** One certificate. */
  certificate: (place: ConsolePlace, certificateId: string) =>
    consoleUrl(place, 'acm/home', `/certificates/${certificateId}`),
  /** One distribution. */
  distribution: (place: ConsolePlace, distributionId: string) =>
    consoleUrl(place, 'cloudfront/v4/home', `/distributions/${distributionId}`),
  /** One VPC origin. */
  vpcOrigin: (place: ConsolePlace, originId: string) =>
    consoleUrl(place, 'cloudfront/v4/home', `/vpcOrigins/${originId}`),
  /** One hosted zone. */
  hostedZone: (place: ConsolePlace, zoneId: string) =>
    consoleUrl(place, 'route53/v2/hostedzones', `ListRecordSets/${zoneId}`),
  /** The web ACLs of a region, or those for CloudFront. */
  webAcls: (place: ConsolePlace, scope: 'global' | 'regional') => {
    const host = consoleHostOf(place.partition);
    const region = scope === 'global' ? 'global' : place.region;
    return (
      host &&
      `https://${place.region}.${host}/wafv2/homev2/web-acls?region=${region}`
    );
  },
};

function consoleUrl(
  { partition, region }: ConsolePlace,
  page: string,
  fragment: string,
): string | undefined {
  const host = consoleHostOf(partition);
  if (!host) return undefined;
  return `https://${region}.${host}/${page}?region=${region}#${fragment}`;
}
