import { AttributeSpec } from '../types';

/** What a reservation of capacity says (Elastic Load Balancing API, MinimumLoadBalancerCapacity). @internal */
export const CAPACITY = [
  { key: 'CapacityUnits', type: 'integer' },
] as const satisfies readonly AttributeSpec[];
