import { InvalidIntentError } from './errors';
import { buildExposureInfrastructure } from './builders/buildExposureInfrastructure';
import { buildManifest } from './builders/buildManifest';
import { BuildResult, ExistingFiles } from './builders/types';
import { describeExposure } from './describe/describeExposure';
import { describeIngresses } from './describe/describeObjects';
import { planOfManifest } from './describe/planOfManifest';
import { servedPorts } from './describe/servedPorts';
import { diffSettings } from './describe/diffSettings';
import { keptNetworks } from './describe/keptNetworks';
import { findKeptAccess } from './findKeptAccess';
import { findLostRestrictions } from './findLostRestrictions';
import { ClusterProfile } from './intents/clusterProfile';
import {
  AwsPrivateLinkExposureInput,
  AwsPrivateLinkExposureIntent,
  awsPrivateLinkExposureIntentSchema,
} from './intents/exposure';
import { parseIntent } from './intents/parseIntent';
import { lintManifests } from './linter/lintManifests';

/** What a builder may know besides the intent. @public */
export interface BuildOptions {
  /** Files of the repository that may have to be edited, by path. A path that is missing here is a new file. */
  existing?: ExistingFiles;
  /** The cluster that the manifest will meet; the intent must agree with it. */
  clusterProfile?: ClusterProfile;
}

function checkAgainstProfile(
  intent: AwsPrivateLinkExposureIntent,
  profile: ClusterProfile,
): void {
  const pairs: [string, string, string][] = [
    ['cluster', intent.cluster, profile.name],
    ['account', intent.account, profile.account],
    ['region', intent.region, profile.region],
    ['partition', intent.partition, profile.partition],
  ];
  const [first, ...others] = pairs
    .filter(([, asked, actual]) => asked !== actual)
    .map(([field, asked, actual]) => ({
      field,
      message: `must be '${actual}', as the cluster profile says, not '${asked}'`,
    }));
  if (first) throw new InvalidIntentError(first, ...others);
}

/**
 * Builds the files and the pull request's text for one service's private way in over AWS PrivateLink.
 *
 * @remarks
 * Pure: reads nothing but its arguments. Every file is read back and must say what the intent says.
 *
 * @throws {@link InvalidIntentError} naming the field that can't be represented or can't work.
 * @throws {@link UnsafeEditError} naming the existing file, and its line, that can't be edited safely.
 * @public
 */
export function buildAwsPrivateLinkExposure(
  input: AwsPrivateLinkExposureInput,
  options: BuildOptions = {},
): BuildResult {
  const { existing = {}, clusterProfile } = options;
  const intent = parseIntent(awsPrivateLinkExposureIntentSchema, input);
  if (clusterProfile) checkAgainstProfile(intent, clusterProfile);
  const manifest = buildManifest(intent, existing);
  const { file, surplus } = buildExposureInfrastructure(intent, existing);
  const built = [manifest, file];
  const files = built.filter(({ path, content }) => existing[path] !== content);
  const base = Object.entries(existing).map(([path, content]) => ({
    path,
    content,
  }));
  const changes = diffSettings(intent, existing[intent.manifest.path]);
  const kept = keptNetworks(intent, manifest.content);
  const findings = [
    ...findKeptAccess(surplus, file),
    ...findLostRestrictions(changes, { intent, manifest, kept }),
    ...lintManifests(built, { clusterProfile, base }),
  ];
  return {
    files,
    deletedPaths: [],
    findings,
    title: `Expose ${intent.service.namespace}/${intent.service.name} over AWS PrivateLink`,
    description: describeExposure({
      intent,
      files,
      existing,
      ports: servedPorts(intent, manifest.content),
      becomes: planOfManifest({
        intent,
        content: manifest.content,
        before: existing[intent.manifest.path],
        profile: clusterProfile,
      }),
      ingresses: describeIngresses([manifest], { clusterProfile, base }),
      keptNetworks: kept,
      changes,
      surplus,
      findings,
    }),
  };
}
