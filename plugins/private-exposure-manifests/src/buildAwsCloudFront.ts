import { BuildOptions } from './buildAwsPrivateLinkExposure';
import { buildCloudFrontInfrastructure } from './builders/buildCloudFrontInfrastructure';
import { buildCloudFrontManifest } from './builders/cloudFrontManifest';
import { RouteClaim } from './builders/findRouteClaims';
import { narrowedRoutes } from './builders/narrowedRoutes';
import { BuildResult, ExistingFiles } from './builders/types';
import { checkCloudFrontProfile } from './checkCloudFrontProfile';
import { describeAwsCloudFront } from './describe/awsCloudFront';
import { describeIngresses } from './describe/describeObjects';
import {
  AwsCloudFrontInput,
  AwsCloudFrontIntent,
  awsCloudFrontIntentSchema,
} from './intents/awsCloudFront';
import { parseIntent } from './intents/parseIntent';
import { lintManifests } from './linter/lintManifests';

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
