import { checkCloudFrontProfile } from './checkCloudFrontProfile';
import { BuildOptions } from './buildAwsPrivateLinkExposure';
import { matchObject } from './builders/addManifestObject';
import { buildCloudFrontManifest } from './builders/cloudFrontManifest';
import { existingText } from './builders/existingText';
import { findRouteClaims } from './builders/findRouteClaims';
import { finishStep } from './builders/finishStep';
import {
  createVpcOrigin,
  readMigrationState,
  switchOrigin,
} from './builders/migrateCloudFront';
import { removeRoute } from './builders/removeRoute';
import { BuildResult, ExistingFiles } from './builders/types';
import { describeCloudFrontMigration } from './describe/cloudFrontMigration';
import { findTarget } from './edit/editManifest';
import { removeDocument } from './edit/removeDocument';
import { YamlText } from './edit/YamlText';
import { InvalidIntentError, UnsafeEditError } from './errors';
import { VpcOriginIntent } from './intents/cloudFrontOrigin';
import {
  CloudFrontMigrationInput,
  CloudFrontMigrationIntent,
  cloudFrontMigrationStepSpecs,
  readMigration,
} from './intents/cloudFrontMigration';

/** The files after a step; `undefined` for one that goes. */
type After = Record<string, string | undefined>;

function vpcOriginOf({
  published,
}: CloudFrontMigrationIntent): VpcOriginIntent {
  const { origin } = published;
  if (origin.type === 'vpc-origin') return origin;
  throw new InvalidIntentError({
    field: 'published.origin.type',
    message: `must be 'vpc-origin', which the migration leads to`,
  });
}

function create(
  intent: CloudFrontMigrationIntent,
  existing: ExistingFiles,
): After {
  const { published } = intent;
  const origin = vpcOriginOf(intent);
  const files = [
    ...buildCloudFrontManifest(published, existing),
    ...createVpcOrigin(published, origin, existing),
  ];
  return Object.fromEntries(files.map(({ path, content }) => [path, content]));
}

function switchTo(
  intent: CloudFrontMigrationIntent,
  existing: ExistingFiles,
): After {
  const { published } = intent;
  const { isCreated } = readMigrationState(published, existing);
  if (!isCreated) {
    throw new UnsafeEditError({
      path: published.infrastructure.path,
      message:
        "has no VPC origin; do the step 'create-vpc-origin' first, and let it be applied",
    });
  }
  const { path, content } = switchOrigin(published, existing);
  return { [path]: content };
}

// The entrance itself goes only where no file at hand still has a route at it.
function removeService(
  { entranceService, route }: CloudFrontMigrationIntent,
  after: After,
  existing: ExistingFiles,
): After {
  if (!entranceService) return {};
  const { path, name, namespace } = entranceService;
  const left = Object.fromEntries(
    Object.entries({ ...existing, ...after }).flatMap(([each, text]) =>
      text === undefined ? [] : [[each, text]],
    ),
  );
  const [other] = findRouteClaims(left, route).claims;
  if (other) {
    throw new InvalidIntentError({
      field: 'entranceService',
      message: `is needed still: ${other.object} (${other.file}:${other.line}) has a route at it`,
    });
  }
  const file = YamlText.parse(path, existingText(left, path));
  const target = findTarget(
    file,
    matchObject({ apiVersion: 'v1', kind: 'Service', name, namespace }),
  );
  return target ? { [path]: removeDocument(file, target.document) } : {};
}

function removeEntrance(
  intent: CloudFrontMigrationIntent,
  existing: ExistingFiles,
): After {
  const { published, route: entrance } = intent;
  if (!readMigrationState(published, existing).isSwitched) {
    throw new UnsafeEditError({
      path: published.infrastructure.path,
      message:
        "still has the public entrance as the distribution's origin; do the step 'switch-origin' first, and let it be applied",
    });
  }
  const text = existing[entrance.path];
  const { hostNames: hosts, service } = published;
  const after: After =
    text === undefined
      ? {}
      : { [entrance.path]: removeRoute(text, { entrance, hosts, service }) };
  return { ...after, ...removeService(intent, after, existing) };
}

function filesAfter(
  intent: CloudFrontMigrationIntent,
  existing: ExistingFiles,
): After {
  const { published, step } = intent;
  if (step === 'remove-entrance') return removeEntrance(intent, existing);
  // A distribution that is switched has both of the other steps behind it.
  if (readMigrationState(published, existing).isSwitched) return {};
  return step === 'create-vpc-origin'
    ? create(intent, existing)
    : switchTo(intent, existing);
}

/** What a migration is for. */
const ASKED_FOR = ['change/load-balancer-removed'];

/**
 * Builds one step from a public entrance to a VPC origin: make the new way, switch, remove the old way. Each step is a
 * change of its own, in the order of {@link cloudFrontMigrationStepSpecs}; a step that the files have behind them leaves
 * nothing to write.
 *
 * @throws {@link InvalidIntentError} naming the field that can't be represented or can't work.
 * @throws {@link UnsafeEditError} where a file is missing, can't be edited safely, or an earlier step is not done.
 * @public
 */
export function buildCloudFrontMigration(
  input: CloudFrontMigrationInput,
  options: BuildOptions = {},
): BuildResult {
  const { existing = {}, clusterProfile } = options;
  const intent = readMigration(input);
  vpcOriginOf(intent);
  checkCloudFrontProfile(intent.published, clusterProfile);
  const edits = Object.entries(filesAfter(intent, existing)).map(
    ([path, after]) => ({ path, before: existing[path], after }),
  );
  const { files, deletedPaths, findings } = finishStep(edits, {
    askedFor: ASKED_FOR,
    clusterProfile,
  });
  const spec = cloudFrontMigrationStepSpecs.find(
    ({ id }) => id === intent.step,
  );
  return {
    files,
    deletedPaths,
    findings,
    title: `${spec?.title ?? intent.step}: ${intent.published.entityRef}`,
    description: describeCloudFrontMigration({
      ...{ intent, files, existing, deletedPaths, findings, clusterProfile },
    }),
  };
}
