import { loadBalancer, service } from './inspections';

/** A service whose load balancer was seen like this. */
export const balancerSeenAs = (
  description: ReturnType<typeof loadBalancer>['description'],
) => service({ path: { loadBalancers: [loadBalancer({}, { description })] } });
