import { AwsPublicEntranceInput } from '../intents/awsPublicEntrance';
import { ISSUER } from './clusterPreparation';

/** The public entrance of a cluster, with a role for its external-dns. */
export const platformEntrance: AwsPublicEntranceInput = {
  entityRef: 'component:default/edge',
  cluster: 'platform-eu',
  account: '111122223333',
  region: 'eu-west-1',
  vpc: 'vpc-0a1b2c3d4e5f60718',
  externalDnsPrefix: 'external-dns.kubernetes.io/',
  hostName: 'lb.acme.example',
  zone: 'acme.example',
  service: { name: 'public', namespace: 'edge', selector: { app: 'ingress' } },
  externalDns: { issuer: `https://${ISSUER}` },
  manifest: { path: 'k8s/entrance.yaml' },
  infrastructure: { format: 'terraform', path: 'infra/entrance.tf' },
};
