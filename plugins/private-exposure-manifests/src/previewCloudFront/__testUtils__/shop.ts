import { buildAwsCloudFront } from '../../buildAwsCloudFront';
import { BuildResult, ExistingFiles } from '../../builders/types';
import { readAwsProfile } from '../../preview/readProfile';
import { ExposurePreview, PreviewSources } from '../../preview/types';
import { CloudFrontRequest } from '../../requests/CloudFrontRequest';
import { toCloudFrontInput } from '../../requests/toCloudFrontInput';

type Sources = PreviewSources<CloudFrontRequest>;

/** What a test of a preview says besides the request. */
export interface ShopOptions extends Partial<Pick<Sources, 'present'>> {
  /** Whether the manifest has the Service already; `false` unless given. */
  exists?: boolean;
  /** What is other of the cluster's profile. */
  profile?: object;
}

const profile = {
  controller: 'aws-load-balancer-controller',
  version: '3.5.0',
  externalDnsPrefix: 'external-dns.alpha.kubernetes.io/',
  accountId: '111122223333',
  region: 'eu-west-1',
  vpcId: 'vpc-0a1b2c3d4e5f60718',
  subnets: [
    { id: 'subnet-0a1b2c3d4e5f6a001', zoneId: 'euw1-az1' },
    { id: 'subnet-0a1b2c3d4e5f6a002', zoneId: 'euw1-az2' },
  ],
  ingressGroups: [{ name: 'public', namespaces: ['shop'] }],
};

const owner = { entityRef: 'component:default/shop', entityName: 'shop' };

/** A shop's first publication, its Service included. */
export const shop: CloudFrontRequest = {
  hostNames: ['shop.acme.example'],
  port: 80,
  service: {
    selector: { app: 'shop' },
    ports: [{ port: 80, targetPort: 8080 }],
  },
};

/** The same over a Network Load Balancer. */
export const networkShop: CloudFrontRequest = {
  ...shop,
  port: 443,
  service: {
    selector: { app: 'shop' },
    ports: [{ port: 443, targetPort: 8443 }],
  },
  origin: { loadBalancer: 'network' },
};

const clusterOf = (options: ShopOptions): Sources['cluster'] => ({
  name: 'platform-eu',
  profile: { ...profile, ...options.profile },
});

/** What a preview is made of. */
export function sourcesOf(
  request: CloudFrontRequest,
  options: ShopOptions = {},
): Sources {
  const { exists = false, present } = options;
  return { ...owner, cluster: clusterOf(options), request, exists, present };
}

/** What the template's action makes of the same. */
export function build(
  request: CloudFrontRequest,
  options: ShopOptions & { existing?: ExistingFiles } = {},
): BuildResult {
  const clusterProfile = readAwsProfile(clusterOf(options), 'CloudFront');
  const { existing = {} } = options;
  return buildAwsCloudFront(
    toCloudFrontInput({ ...owner, profile: clusterProfile, request }),
    { existing, clusterProfile },
  );
}

/** A preview that has something to show. */
export function readyOf(preview: ExposurePreview) {
  if (preview.type !== 'ready') throw new Error(JSON.stringify(preview.issues));
  return preview;
}

/** The Kubernetes side of what was built. */
export const manifestsOf = ({ files }: BuildResult) =>
  files.filter(({ path }) => path.startsWith('k8s/'));
