import { AttributeSpec } from '../types';

/**
 * Attributes that Network and Application Load Balancers have in common (Elastic Load Balancing API,
 * LoadBalancerAttribute).
 *
 * @internal
 */
export const anyLoadBalancerAttributes = [
  { key: 'access_logs.s3.enabled', type: 'boolean', default: 'false' },
  { key: 'access_logs.s3.bucket', type: 'string' },
  { key: 'access_logs.s3.prefix', type: 'string' },
  { key: 'deletion_protection.enabled', type: 'boolean', default: 'false' },
  { key: 'ipv6.deny_all_igw_traffic', type: 'boolean' },
  { key: 'load_balancing.cross_zone.enabled', type: 'boolean' },
  { key: 'zonal_shift.config.enabled', type: 'boolean', default: 'false' },
] as const satisfies readonly AttributeSpec[];
