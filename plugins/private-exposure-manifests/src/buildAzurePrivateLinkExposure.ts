import { buildManifest } from './builders/buildManifest';
import { CatalogClaim, claimInCatalog } from './builders/claimInCatalog';
import { observedServiceName } from './builders/manifestPlan';
import { BuildResult, ExistingFiles, GeneratedFile } from './builders/types';
import { checkAzureProfile } from './checkAzureProfile';
import {
  DescribedClaim,
  describeAzureExposure,
} from './describe/azureExposure';
import { diffSettings } from './describe/diffSettings';
import { describeIngresses } from './describe/describeObjects';
import { planOfManifest } from './describe/planOfManifest';
import { servedPorts } from './describe/servedPorts';
import { AzureClusterProfile } from './intents/azureClusterProfile';
import {
  AzurePrivateLinkExposureInput,
  AzurePrivateLinkExposureIntent,
  azurePrivateLinkExposureIntentSchema,
} from './intents/azureExposure';
import { parseIntent } from './intents/parseIntent';
import { lintManifests } from './linter/lintManifests';

/** What the builder for Azure may know besides the intent. @public */
export interface AzureBuildOptions {
  /** Files of the repository that may have to be edited, by path. A path that is missing here is a new file. */
  existing?: ExistingFiles;
  /** The cluster that the manifest will meet; the intent must agree with it. */
  clusterProfile?: AzureClusterProfile;
  /** How the portal is told whose the exposure is; nothing is said of it unless given. */
  claim?: CatalogClaim;
}

function claimService(
  intent: AzurePrivateLinkExposureIntent,
  { claim, existing = {} }: AzureBuildOptions,
): DescribedClaim | undefined {
  if (!claim) return undefined;
  const service = [
    intent.cluster,
    intent.service.namespace,
    observedServiceName(intent),
  ].join('/');
  const { entityRef, manifest } = intent;
  // One file can't be written for two purposes at once.
  const others = { ...existing, [manifest.path]: undefined };
  const outcome = claimInCatalog(claim, { entityRef, service }, others);
  return { claim, outcome, service };
}

function filesOf(
  manifest: GeneratedFile,
  claimed: DescribedClaim | undefined,
): GeneratedFile[] {
  return claimed?.outcome.type === 'written'
    ? [manifest, claimed.outcome.file]
    : [manifest];
}

/**
 * Builds the manifest and the pull request's text for one service's private way in over Azure Private Link.
 *
 * @remarks
 * Pure: reads nothing but its arguments. Every file is read back and must say what the intent says.
 *
 * @throws {@link InvalidIntentError} naming the field that can't be represented or can't work.
 * @throws {@link UnsafeEditError} naming the existing file, and its line, that can't be edited safely.
 * @public
 */
export function buildAzurePrivateLinkExposure(
  input: AzurePrivateLinkExposureInput,
  options: AzureBuildOptions = {},
): BuildResult {
  const { existing = {}, clusterProfile } = options;
  const intent = parseIntent(azurePrivateLinkExposureIntentSchema, input);
  if (clusterProfile) checkAzureProfile(intent, clusterProfile);
  const { path } = intent.manifest;
  const manifest = buildManifest(intent, existing);
  const { content } = manifest;
  const claimed = claimService(intent, options);
  const files = filesOf(manifest, claimed).filter(
    file => existing[file.path] !== file.content,
  );
  const base = path in existing ? [{ path, content: existing[path] }] : [];
  const findings = lintManifests([manifest], { clusterProfile, base });
  const before = existing[path];
  return {
    files,
    deletedPaths: [],
    findings,
    title: `Expose ${intent.service.namespace}/${intent.service.name} over Azure Private Link`,
    description: describeAzureExposure({
      ...{ intent, files, existing, findings, claimed },
      ports: servedPorts(intent, content),
      becomes: planOfManifest({
        ...{ intent, content, before },
        profile: clusterProfile,
      }),
      ingresses: describeIngresses([manifest], { clusterProfile, base }),
      changes: diffSettings(intent, before),
    }),
  };
}
