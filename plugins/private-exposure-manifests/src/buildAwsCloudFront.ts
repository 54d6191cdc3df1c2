import { BuildOptions } from './buildAwsPrivateLinkExposure';
import { checkIngressGroup } from './checkIngressGroup';
import { buildCloudFrontInfrastructure } from './builders/buildCloudFrontInfrastructure';
import { buildCloudFrontManifest } from './builders/cloudFrontManifest';
import { RouteClaim } from './builders/findRouteClaims';
import { narrowedRoutes } from './builders/narrowedRoutes';
import { BuildResult, ExistingFiles } from './builders/types';
import { checkCloudFrontCluster } from './checkCloudFrontCluster';
import { describeAwsCloudFront } from './describe/awsCloudFront';
import { describeIngresses } from './describe/describeObjects';
import { InvalidIntentError } from './errors';
import {
  AwsCloudFrontInput,
  AwsCloudFrontIntent,
  awsCloudFrontIntentSchema,
} from './intents/awsCloudFront';
import { ClusterProfile } from './intents/clusterProfile';
import { parseIntent } from './intents/parseIntent';
import { lintManifests } from './linter/lintManifests';

/**
 * Holds an intent against the cluster that it is for.
 *
 * @throws {@link InvalidIntentError}
 * @internal
 */
export function checkCloudFrontProfile(
  intent: AwsCloudFrontIntent,
  clusterProfile: ClusterProfile | undefined,
): void {
  const { account, origin, service } = intent;
  if (origin.type === 'public-entrance' && 'group' in origin.route) {
    checkIngressGroup({
      ...{ clusterProfile, group: origin.route.group },
      field: 'origin.route.group',
      namespace: service.namespace,
    });
  }
  if (!clusterProfile) return;
  const refuse = (field: string, message: string): never => {
    throw new InvalidIntentError({ field, message });
  };
  checkCloudFrontCluster(intent, clusterProfile);
  const { loadBalancerAccount = account, controller } = clusterProfile;
  if (origin.type === 'vpc-origin' && loadBalancerAccount !== account)
    refuse(
      'cluster',
      `makes its load balancers in account '${loadBalancerAccount}', and a VPC origin is written for a load balancer in the cluster's own ('${account}'): take another cluster, or the public entrance`,
    );
  if (
    origin.type === 'vpc-origin' &&
    controller.type !== 'aws-load-balancer-controller'
  )
    refuse(
      'origin.type',
      'needs the AWS Load Balancer Controller in the cluster: the in-tree provider makes no load balancer that CloudFront takes as a VPC origin',
    );
}

function narrowedBy(
  { origin, hostNames, paths, service }: AwsCloudFrontIntent,
  existing: ExistingFiles,
): RouteClaim[] {
  if (origin.type !== 'public-entrance') return [];
  const { route: entrance } = origin;
  return narrowedRoutes(
    { entrance, hosts: hostNames, paths, service },
    existing,
  );
}

/**
 * Builds the files that publish a service through CloudFront and AWS WAF, and the pull request's text. By default the
 * service is reached through an internal load balancer inside the VPC, and nothing else of it is public.
 *
 * @remarks
 * Pure: reads nothing but its arguments. Every file is read back and must say what the intent says.
 *
 * @throws {@link InvalidIntentError} naming the field that can't be represented or can't work.
 * @throws {@link UnsafeEditError} naming the existing file, and its line, that can't be edited safely.
 * @public
 */
export function buildAwsCloudFront(
  input: AwsCloudFrontInput,
  options: BuildOptions = {},
): BuildResult {
  const { existing = {}, clusterProfile } = options;
  const intent = parseIntent(awsCloudFrontIntentSchema, input);
  checkCloudFrontProfile(intent, clusterProfile);
  const manifests = buildCloudFrontManifest(intent, existing);
  const infrastructure = buildCloudFrontInfrastructure(intent, existing);
  const built = [...manifests, ...infrastructure];
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
    title: `Publish ${intent.entityRef} through CloudFront`,
    description: describeAwsCloudFront({
      ...{ intent, files, existing, findings, manifests, clusterProfile },
      narrowed: narrowedBy(intent, existing),
      ingresses: describeIngresses(manifests, { clusterProfile, base }),
    }),
  };
}
