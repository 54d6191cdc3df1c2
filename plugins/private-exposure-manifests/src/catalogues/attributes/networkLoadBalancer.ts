import { AttributeSpec } from '../types';
import { anyLoadBalancerAttributes } from './anyLoadBalancer';

/** Attributes of a Network Load Balancer (Elastic Load Balancing API, LoadBalancerAttribute). @internal */
export const networkLoadBalancerAttributes = [
  ...anyLoadBalancerAttributes,
  {
    key: 'dns_record.client_routing_policy',
    type: 'string',
    default: 'any_availability_zone',
    allowed: [
      'any_availability_zone',
      'partial_availability_zone_affinity',
      'availability_zone_affinity',
    ],
  },
  {
    key: 'secondary_ips.auto_assigned.per_subnet',
    type: 'integer',
    default: '0',
    range: [0, 7],
  },
] as const satisfies readonly AttributeSpec[];
