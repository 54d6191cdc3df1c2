import { AwsPrivateLinkExposureInput } from '../intents/exposure';

/** The demo's hero: a service that is to be exposed by the AWS Load Balancer Controller and Terraform. */
export const paymentsExposure: AwsPrivateLinkExposureInput = {
  entityRef: 'component:default/payments',
  cluster: 'platform-eu',
  account: '111122223333',
  region: 'eu-west-1',
  manifest: { form: 'aws-load-balancer-controller', path: 'k8s/service.yaml' },
  service: {
    name: 'payments',
    namespace: 'payments',
    selector: { app: 'payments' },
    ports: [{ port: 443, targetPort: 8443 }],
  },
  loadBalancer: {
    subnets: ['subnet-0a1b2c3d4e5f60718', 'subnet-0a1b2c3d4e5f60719'],
    inboundRulesOnPrivateLinkTraffic: 'off',
  },
  endpointService: {
    name: 'payments',
    grants: [{ principal: '444455556666' }],
    privateDns: { name: 'payments.acme.example' },
  },
  infrastructure: { format: 'terraform', path: 'infra/payments.tf' },
};
