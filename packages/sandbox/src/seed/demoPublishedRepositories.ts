import {
  buildAwsCloudFront,
  buildAwsClusterPreparation,
  buildAwsLoadBalancer,
  AwsCloudFrontInput,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { demoAccounts, demoNetworks } from './demoIds';
import { demoPublishing } from './demoPublishingIds';
import { DemoRepository, JONAS, repository } from './demoRepositories';
import { DemoComponent } from './files/catalogInfo';
import { manifests } from './files/kubernetes';
import { publicEntranceManifest } from './files/publicEntrance';

const PETRA = { name: 'Petra', email: 'petra@acme.example' };
const REGION = 'eu-west-1';
const MANIFESTS_LINE = '`k8s/` has the manifests that the cluster applies';
const CLOUDFRONT_LINE =
  '`infra/` has the Terraform of its distribution, its firewall and its names';

/**
 * The repositories of the demo world whose services are published through CloudFront, or stand behind a load balancer of
 * another account, in the order in which they can be deployed. What a template would have written, its builder has.
 * @internal
 */
export function createDemoPublishedRepositories(): DemoRepository[] {
  return [
    deliveryCluster(),
    entrance(),
    website(),
    newsletter(),
    offers(),
    tracking(),
    pickup(),
  ];
}

// Published as the template does it by itself: nothing of it is public but the distribution.
function website(): DemoRepository {
  const name = 'website';
  return published(
    component(name, 'Website', 'Shows the company to the world.'),
    {
      hostNames: [`www.${demoPublishing.zone}`],
      origin: { type: 'vpc-origin', vpc: demoNetworks.platform.vpcId },
    },
  );
}

// Published through the entrance that all share, which lets in the whole Internet.
function newsletter(): DemoRepository {
  const name = 'newsletter';
  return published(
    component(name, 'Newsletter', 'Signs people up, and lets them go again.'),
    {
      hostNames: [`news.${demoPublishing.zone}`],
      origin: {
        type: 'public-entrance',
        hostName: demoPublishing.entranceName,
        route: {
          form: 'ingress-nginx',
          path: `k8s/${name}-route.yaml`,
          ingress: { name, namespace: name },
        },
      },
    },
  );
}

// It runs, and nobody has published it yet.
function offers(): DemoRepository {
  return inside(component('offers', 'Offers', 'Knows what is cheap today.'));
}

function entrance(): DemoRepository {
  const name = 'entrance';
  return repository(
    {
      ...component(
        name,
        'Public entrance',
        'Lets requests from outside into platform-eu, for all who have a route.',
      ),
      owner: 'platform-team',
    },
    PETRA,
    [MANIFESTS_LINE],
    {
      [`k8s/${name}.yaml`]: publicEntranceManifest({
        name,
        hostName: demoPublishing.entranceName,
        certificateArn: demoPublishing.entranceCertificate,
      }),
    },
  );
}

function deliveryCluster(): DemoRepository {
  const name = 'delivery-eu';
  const { files } = buildAwsClusterPreparation({
    entityRef: `resource:default/${name}`,
    cluster: name,
    account: demoAccounts.delivery,
    loadBalancerAccount: demoAccounts.network,
    region: REGION,
    issuer: `https://oidc.eks.${REGION}.amazonaws.com/id/${demoPublishing.issuerId}`,
    vpc: demoNetworks.network.vpcId,
    controller: {
      manifestPath: 'k8s/load-balancer-controller.yaml',
      valuesPath: 'helm/load-balancer-controller.yaml',
    },
    pods: {
      securityGroup: demoPublishing.podGroup,
      ports: [8080],
      from: {
        type: 'security-groups',
        ids: [demoPublishing.loadBalancerGroup],
      },
    },
    infrastructure: {
      format: 'terraform',
      loadBalancerPath: 'infra/load-balancers.tf',
      clusterPath: 'infra/cluster.tf',
      loadBalancerRoleArn: `arn:aws:iam::${demoAccounts.network}:role/Pipeline`,
    },
  });
  const layout = [
    '`infra/` has what lets its controller make load balancers in the network account',
    '`k8s/` and `helm/` have the controller itself',
  ];
  return repository(
    {
      name,
      title: 'Cluster delivery-eu',
      owner: 'platform-team',
      about: 'Runs what goes out to customers.',
      resourceType: 'kubernetes-cluster',
    },
    PETRA,
    layout,
    contentsOf(files),
  );
}

// Its load balancer stands in the network account.
function tracking(): DemoRepository {
  const name = 'tracking';
  const path = `k8s/${name}.yaml`;
  const existing = { [path]: plainManifests(name) };
  const { files } = buildAwsLoadBalancer(
    {
      entityRef: `component:default/${name}`,
      cluster: 'delivery-eu',
      account: demoAccounts.delivery,
      loadBalancerAccount: demoAccounts.network,
      region: REGION,
      manifest: { path },
      service: { name, namespace: name },
      ingress: {
        host: `${name}.${demoPublishing.deliveryDomain}`,
        paths: [{ path: '/' }],
        port: 80,
      },
      loadBalancer: {
        subnets: demoNetworks.network.subnets.map(subnet => subnet.id),
        securityGroups: [demoPublishing.loadBalancerGroup],
        certificates: [demoPublishing.deliveryCertificate],
        healthCheck: { protocol: 'http', path: '/healthz' },
      },
    },
    { existing },
  );
  return repository(
    component(name, 'Tracking', 'Tells customers where their parcel is.', {
      cluster: 'delivery-eu',
    }),
    JONAS,
    [MANIFESTS_LINE],
    { ...existing, ...contentsOf(files) },
  );
}

// It runs, and nobody outside the cluster can reach it.
function pickup(): DemoRepository {
  return inside(
    component('pickup', 'Pickup', 'Sends a courier to whoever returns goods.', {
      cluster: 'delivery-eu',
    }),
  );
}

function inside(about: DemoComponent): DemoRepository {
  return repository(about, JONAS, [MANIFESTS_LINE], {
    [`k8s/${about.name}.yaml`]: plainManifests(about.name),
  });
}

function published(
  about: DemoComponent,
  options: Pick<AwsCloudFrontInput, 'hostNames' | 'origin'>,
): DemoRepository {
  const { name } = about;
  const path = `k8s/${name}.yaml`;
  const existing = { [path]: plainManifests(name) };
  const { files } = buildAwsCloudFront(
    {
      entityRef: `component:default/${name}`,
      name,
      cluster: 'platform-eu',
      account: demoAccounts.platform,
      region: REGION,
      zone: demoPublishing.zone,
      service: { name, namespace: name },
      manifest: { path },
      webAcl: { type: 'own', rateLimit: 2000 },
      infrastructure: { format: 'terraform', path: 'infra/cloudfront.tf' },
      ...options,
    },
    { existing },
  );
  return repository(about, JONAS, [MANIFESTS_LINE, CLOUDFRONT_LINE], {
    ...existing,
    ...contentsOf(files),
  });
}

function plainManifests(name: string): string {
  return manifests({ name, port: 80, replicas: 3 });
}

function contentsOf(files: { path: string; content: string }[]) {
  return Object.fromEntries(files.map(({ path, content }) => [path, content]));
}

function component(
  name: string,
  title: string,
  about: string,
  { cluster = 'platform-eu' } = {},
): DemoComponent {
  return {
    name,
    title,
    owner: 'team-orders',
    about,
    annotations: {
      'private-exposure.io/kubernetes-service': `${cluster}/${name}/${name}`,
    },
  };
}
