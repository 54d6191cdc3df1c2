import { AwsCloudFrontInput } from '../intents/awsCloudFront';

/** A shop that is to be published in the way that nobody has to think about. */
export const shopCloudFront: AwsCloudFrontInput = {
  entityRef: 'component:default/shop',
  name: 'shop',
  cluster: 'platform-eu',
  account: '111122223333',
  region: 'eu-west-1',
  externalDnsPrefix: 'external-dns.kubernetes.io/',
  hostNames: ['shop.acme.example'],
  zone: 'acme.example',
  paths: [{ path: '/' }],
  port: 80,
  service: {
    name: 'shop',
    namespace: 'shop',
    selector: { app: 'shop' },
    ports: [{ port: 80, targetPort: 8080 }],
  },
  manifest: { path: 'k8s/shop.yaml' },
  origin: { type: 'vpc-origin', vpc: 'vpc-0a1b2c3d4e5f60718' },
  infrastructure: { format: 'terraform', path: 'infra/cloudfront.tf' },
};

/** How it is published at the cluster's public entrance. */
export const publicEntrance = {
  type: 'public-entrance',
  hostName: 'lb.acme.example',
  route: {
    form: 'ingress-nginx',
    path: 'k8s/routes.yaml',
    ingress: { name: 'public', namespace: 'shop' },
  },
} as const;

/** How the shop is published where it speaks TLS itself, for some networks alone, and into a bucket's log. */
export const networkCloudFront = {
  port: 443,
  service: { ...shopCloudFront.service, ports: [{ port: 443 }] },
  origin: {
    type: 'vpc-origin',
    loadBalancer: 'network',
    vpc: 'vpc-0a1b2c3d4e5f60718',
  },
  webAcl: { type: 'own', allow: ['192.0.2.0/24'], rateLimit: 1000 },
  logs: { bucket: 'acme-access-logs' },
} satisfies Partial<AwsCloudFrontInput>;
