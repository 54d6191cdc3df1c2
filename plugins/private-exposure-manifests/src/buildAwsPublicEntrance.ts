import { BuildOptions } from './buildAwsPrivateLinkExposure';
import { addManifestObject } from './builders/addManifestObject';
import { buildCloudFormationFile } from './builders/buildCloudFormationFile';
import { buildTerraformFile } from './builders/buildInfrastructure';
import { cloudFormationEntrance } from './builders/cloudFormationEntrance';
import { entranceService } from './builders/entranceService';
import { terraformEntrance } from './builders/terraformEntrance';
import { BuildResult, ExistingFiles, GeneratedFile } from './builders/types';
import { checkCloudFrontCluster } from './checkCloudFrontCluster';
import { describeAwsPublicEntrance } from './describe/awsPublicEntrance';
import { InvalidIntentError } from './errors';
import {
  AwsPublicEntranceInput,
  AwsPublicEntranceIntent,
  awsPublicEntranceIntentSchema,
} from './intents/awsPublicEntrance';
import { ClusterProfile } from './intents/clusterProfile';
import { parseIntent } from './intents/parseIntent';
import { lintManifests } from './linter/lintManifests';

function checkProfile(
  intent: AwsPublicEntranceIntent,
  profile: ClusterProfile,
): void {
  checkCloudFrontCluster(intent, profile);
  const refuse = (message: string): never => {
    throw new InvalidIntentError({ field: 'cluster', message });
  };
  const { loadBalancerAccount = intent.account, controller } = profile;
  if (loadBalancerAccount !== intent.account)
    refuse(
      `makes its load balancers in account '${loadBalancerAccount}', and the entrance's security group is written for the cluster's own ('${intent.account}'): take another cluster`,
    );
  if (controller.type !== 'aws-load-balancer-controller')
    refuse(
      'needs the AWS Load Balancer Controller: the in-tree provider gives the entrance no security group that lets in CloudFront alone',
    );
}

function buildManifest(
  intent: AwsPublicEntranceIntent,
  existing: ExistingFiles,
): GeneratedFile {
  const { path } = intent.manifest;
  const { name, namespace } = intent.service;
  const content = addManifestObject({
    ...{ path, before: existing[path] },
    name: { apiVersion: 'v1', kind: 'Service', name, namespace },
    create: () => entranceService(intent),
  });
  return { path, content };
}

function buildInfrastructure(
  intent: AwsPublicEntranceIntent,
  existing: ExistingFiles,
): GeneratedFile {
  const { format, path } = intent.infrastructure;
  return format === 'terraform'
    ? buildTerraformFile({
        ...{ path, existing },
        blocks: terraformEntrance(intent),
      })
    : buildCloudFormationFile({
        ...{ path, existing },
        template: cloudFormationEntrance(intent),
      });
}

/**
 * Builds a cluster's one public entrance, which CloudFront asks for the services that it publishes over it; once per
 * cluster.
 *
 * @remarks
 * Pure: reads nothing but its arguments. Every file is read back and must say what the intent says.
 *
 * @throws {@link InvalidIntentError} naming the field that can't be represented or can't work.
 * @throws {@link UnsafeEditError} naming the existing file, and its line, that can't be edited safely.
 * @public
 */
export function buildAwsPublicEntrance(
  input: AwsPublicEntranceInput,
  options: BuildOptions = {},
): BuildResult {
  const { existing = {}, clusterProfile } = options;
  const intent = parseIntent(awsPublicEntranceIntentSchema, input);
  if (clusterProfile) checkProfile(intent, clusterProfile);
  const built = [
    buildManifest(intent, existing),
    buildInfrastructure(intent, existing),
  ];
  const files = built.filter(({ path, content }) => existing[path] !== content);
  const base = Object.entries(existing).map(([path, content]) => ({
    path,
    content,
  }));
  const findings = lintManifests(built, { clusterProfile, base });
  return {
    files,
    deletedPaths: [],
    findings,
    title: `Set up the public entrance of cluster ${intent.cluster}`,
    description: describeAwsPublicEntrance({
      ...{ intent, files, existing, findings },
    }),
  };
}
