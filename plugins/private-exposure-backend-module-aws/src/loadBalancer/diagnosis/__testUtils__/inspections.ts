import {
  certificate,
  loadBalancer,
  seen,
} from '../../../diagnosis/__testUtils__/parts';
import type { LoadBalancerInspection } from '../../inspection/LoadBalancerInspection';

/** An application load balancer, made by a controller in subnets that another account shares, on which nothing is wrong. */
export function alone(
  changes: Partial<LoadBalancerInspection> = {},
): LoadBalancerInspection {
  return {
    scope: {
      id: 'aws/222233334444/eu-west-1',
      accountId: '222233334444',
      region: 'eu-west-1',
      partition: 'aws',
      kinds: ['aws-load-balancer'],
    },
    loadBalancers: [
      loadBalancer({ is: { type: 'application', scheme: 'internal' } }),
    ],
    rules: seen([]),
    certificateArns: seen([certificate().arn]),
    certificates: [certificate()],
    firewall: seen(undefined),
    shares: seen([
      { subnetId: 'subnet-1', shareArn: 'arn:share', status: 'AVAILABLE' },
    ]),
    controllerRoles: seen([
      {
        arn: 'arn:role',
        name: 'load-balancer-controller',
        openTo: [],
        forAnyAudience: [],
      },
    ]),
    silentTargets: [],
    kubernetesServices: ['platform-eu/shop/web'],
    ...changes,
  };
}
