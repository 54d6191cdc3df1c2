import { AwsLoadBalancerInput } from '../intents/awsLoadBalancer';
import { clusterProfileSchema } from '../intents/clusterProfile';

/** The network team's account, which owns the subnets. */
export const NETWORK_ACCOUNT = '999988887777';
/** The cluster's account. */
export const CLUSTER_ACCOUNT = '111122223333';

export const SUBNETS = ['subnet-0a1b2c3d4e5f60718', 'subnet-0a1b2c3d4e5f60719'];

/** A cluster whose controller works in the network team's account. */
export const sharedSubnetsCluster = clusterProfileSchema.parse({
  name: 'platform-eu',
  controller: { type: 'aws-load-balancer-controller', version: '3.5.0' },
  account: CLUSTER_ACCOUNT,
  loadBalancerAccount: NETWORK_ACCOUNT,
  region: 'eu-west-1',
  vpc: 'vpc-0a1b2c3d4e5f60718',
  subnets: [
    { id: SUBNETS[0], zoneId: 'euw1-az1' },
    { id: SUBNETS[1], zoneId: 'euw1-az2' },
  ],
  ingressGroups: [{ name: 'internal', namespaces: ['payments'] }],
});

/** A service behind a load balancer of the network team's account. */
export const paymentsLoadBalancer: AwsLoadBalancerInput = {
  entityRef: 'component:default/payments',
  cluster: 'platform-eu',
  account: CLUSTER_ACCOUNT,
  loadBalancerAccount: NETWORK_ACCOUNT,
  region: 'eu-west-1',
  manifest: { path: 'k8s/payments.yaml' },
  service: {
    name: 'payments',
    namespace: 'payments',
    selector: { app: 'payments' },
    ports: [{ port: 8080 }],
  },
  ingress: { host: 'payments.acme.example', paths: [{ path: '/api' }] },
  loadBalancer: {
    subnets: SUBNETS,
    securityGroups: ['sg-0a1b2c3d4e5f60718'],
    certificates: [
      `arn:aws:acm:eu-west-1:${NETWORK_ACCOUNT}:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f`,
    ],
    healthCheck: { protocol: 'http', path: '/healthz' },
  },
};
