import { buildAwsCloudFront } from '../buildAwsCloudFront';
import { buildAwsClusterPreparation } from '../buildAwsClusterPreparation';
import { buildAwsLoadBalancer } from '../buildAwsLoadBalancer';
import { buildAwsPrivateLinkConsumer } from '../buildAwsPrivateLinkConsumer';
import { buildAwsPrivateLinkExposure } from '../buildAwsPrivateLinkExposure';
import { buildAwsPublicEntrance } from '../buildAwsPublicEntrance';
import { buildAzureFrontDoor } from '../buildAzureFrontDoor';
import { buildAzurePrivateLinkConsumer } from '../buildAzurePrivateLinkConsumer';
import { buildCloudFrontMigration } from '../buildCloudFrontMigration';
import { BuildResult, GeneratedFile } from '../builders/types';
import { cloudFrontMigrationStepSpecs } from '../intents/cloudFrontMigration';
import { AwsPrivateLinkConsumerInput } from '../intents/consumer';
import { InfrastructureIntent } from '../intents/infrastructure';
import { ordersEndpoint, superApiFrontDoor } from './azureInputs';
import { platformPreparation } from './clusterPreparation';
import { paymentsLoadBalancer } from './loadBalancer';
import { paymentsExposure } from './paymentsExposure';
import { platformEntrance } from './platformEntrance';
import {
  networkCloudFront,
  publicEntrance,
  shopCloudFront,
} from './shopCloudFront';

const TERRAFORM = { format: 'terraform', path: 'infra/main.tf' } as const;
const CLOUD_FORMATION = {
  format: 'cloudformation',
  path: 'infra/main.yaml',
} as const;
const BICEP = { format: 'bicep', path: 'infra/main.bicep' } as const;

const paymentsEndpoint: AwsPrivateLinkConsumerInput = {
  entityRef: 'component:default/orders',
  name: 'payments',
  account: '333344445555',
  region: 'eu-west-1',
  serviceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0',
  vpc: 'vpc-0123456789abcdef0',
  subnets: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
  securityGroup: {
    ports: [443],
    sources: [
      { type: 'cidr', cidr: '10.0.0.0/16' },
      { type: 'security-group', id: 'sg-0123456789abcdef0' },
    ],
    allowSourceEgress: true,
  },
  privateDns: { enabled: true, verification: 'verified' },
  infrastructure: TERRAFORM,
};

const contentsOf = ({ files }: BuildResult) =>
  Object.fromEntries(files.map(({ path, content }) => [path, content]));

/** The steps from a public entrance to a VPC origin, each with all that it leaves behind where it writes anything. */
function migrationExamples(
  infrastructure: InfrastructureIntent,
): Record<string, Pick<BuildResult, 'files'>> {
  const published = { ...shopCloudFront, infrastructure };
  const { format } = infrastructure;
  let files = contentsOf(
    buildAwsCloudFront({ ...published, origin: publicEntrance }),
  );
  const steps = cloudFrontMigrationStepSpecs.map(({ id: step }) => {
    const built = buildCloudFrontMigration(
      { step, route: publicEntrance.route, published },
      { existing: files },
    );
    const kept = Object.entries(files).filter(
      ([path]) => !built.deletedPaths.includes(path),
    );
    files = { ...Object.fromEntries(kept), ...contentsOf(built) };
    const left = Object.entries(files).map(([path, content]) => ({
      path,
      content,
    }));
    return [`cloudfront-migration-${step}-${format}`, { files: left }] as const;
  });
  return Object.fromEntries(steps);
}

/**
 * What the builders write for intents that differ in what they write, by a name for each. `npm test -- checkers` shows
 * these to outside checkers; whoever adds a builder, or a way of building, adds an intent.
 *
 * @internal
 */
export function generatedExamples(): Record<string, GeneratedFile[]> {
  const exposure = {
    ...paymentsExposure,
    endpointService: {
      ...paymentsExposure.endpointService,
      supportedRegions: ['us-east-1'],
      notification: { topicArn: 'arn:aws:sns:eu-west-1:111122223333:link' },
    },
    infrastructure: TERRAFORM,
  };
  const examples = {
    'exposure-terraform': buildAwsPrivateLinkExposure(exposure),
    'exposure-cloudformation': buildAwsPrivateLinkExposure({
      ...exposure,
      infrastructure: CLOUD_FORMATION,
    }),
    'consumer-terraform': buildAwsPrivateLinkConsumer(paymentsEndpoint),
    'consumer-cloudformation': buildAwsPrivateLinkConsumer({
      ...paymentsEndpoint,
      infrastructure: CLOUD_FORMATION,
    }),
    'cloudfront-vpc-origin': buildAwsCloudFront({
      ...shopCloudFront,
      infrastructure: TERRAFORM,
    }),
    'cloudfront-vpc-origin-cloudformation': buildAwsCloudFront({
      ...shopCloudFront,
      infrastructure: CLOUD_FORMATION,
    }),
    'cloudfront-public-entrance': buildAwsCloudFront({
      ...shopCloudFront,
      origin: publicEntrance,
      infrastructure: TERRAFORM,
    }),
    'cloudfront-public-entrance-cloudformation': buildAwsCloudFront({
      ...shopCloudFront,
      origin: publicEntrance,
      infrastructure: CLOUD_FORMATION,
    }),
    'cloudfront-network-terraform': buildAwsCloudFront({
      ...shopCloudFront,
      ...networkCloudFront,
      infrastructure: TERRAFORM,
    }),
    'cloudfront-network-cloudformation': buildAwsCloudFront({
      ...shopCloudFront,
      ...networkCloudFront,
      infrastructure: CLOUD_FORMATION,
    }),
    'public-entrance-terraform': buildAwsPublicEntrance({
      ...platformEntrance,
      infrastructure: TERRAFORM,
    }),
    'public-entrance-cloudformation': buildAwsPublicEntrance({
      ...platformEntrance,
      infrastructure: CLOUD_FORMATION,
    }),
    ...migrationExamples(TERRAFORM),
    ...migrationExamples(CLOUD_FORMATION),
    'load-balancer': buildAwsLoadBalancer(paymentsLoadBalancer),
    'cluster-preparation-terraform':
      buildAwsClusterPreparation(platformPreparation),
    'cluster-preparation-cloudformation': buildAwsClusterPreparation({
      ...platformPreparation,
      infrastructure: {
        format: 'cloudformation',
        loadBalancerPath: 'infra/load-balancers/platform-eu.yaml',
        clusterPath: 'infra/cluster/platform-eu.yaml',
      },
    }),
    'azure-consumer-terraform': buildAzurePrivateLinkConsumer({
      ...ordersEndpoint,
      infrastructure: TERRAFORM,
    }),
    'azure-consumer-bicep': buildAzurePrivateLinkConsumer({
      ...ordersEndpoint,
      infrastructure: BICEP,
    }),
    'azure-front-door-terraform': buildAzureFrontDoor({
      ...superApiFrontDoor,
      infrastructure: TERRAFORM,
    }),
    'azure-front-door-bicep': buildAzureFrontDoor({
      ...superApiFrontDoor,
      infrastructure: BICEP,
    }),
  };
  return Object.fromEntries(
    Object.entries(examples).map(([name, { files }]) => [name, files]),
  );
}
