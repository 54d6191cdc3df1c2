import { AwsClusterPreparationInput } from '../intents/awsClusterPreparation';
import { CLUSTER_ACCOUNT, NETWORK_ACCOUNT, SUBNETS } from './loadBalancer';

/** The cluster's issuer, as claims and providers name it. */
export const ISSUER =
  'oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE';

/** What prepares a cluster for load balancers of the network team's account. */
export const platformPreparation: AwsClusterPreparationInput = {
  entityRef: 'resource:default/platform-eu',
  cluster: 'platform-eu',
  account: CLUSTER_ACCOUNT,
  loadBalancerAccount: NETWORK_ACCOUNT,
  region: 'eu-west-1',
  issuer: `https://${ISSUER}`,
  vpc: 'vpc-0a1b2c3d4e5f60718',
  sharedSubnets: SUBNETS,
  controller: {
    manifestPath: 'k8s/controller.yaml',
    valuesPath: 'helm/controller.yaml',
  },
  pods: {
    securityGroup: 'sg-0f1e2d3c4b5a69788',
    ports: [8080],
    from: { type: 'security-groups', ids: ['sg-0a1b2c3d4e5f60718'] },
  },
  infrastructure: {
    format: 'terraform',
    loadBalancerPath: 'infra/load-balancers/platform-eu.tf',
    clusterPath: 'infra/cluster/platform-eu.tf',
  },
};
