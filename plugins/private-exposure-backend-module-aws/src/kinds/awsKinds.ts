import { distributionKind } from '../distribution/distributionKind';
import { endpointServiceKind } from '../endpointService/endpointServiceKind';
import { loadBalancerKind } from '../loadBalancer/loadBalancerKind';
import type { AwsKind } from './AwsKind';

/**
 * Every kind of exposure in AWS, in the order of a survey: load balancers come after the endpoint services, which say
 * what stands behind them.
 *
 * @internal
 */
export const awsKinds: readonly AwsKind[] = [
  endpointServiceKind,
  loadBalancerKind,
  distributionKind,
];
