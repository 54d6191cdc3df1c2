import { buildTerraformFile } from '../builders/buildInfrastructure';
import { cloudFormationExposure } from '../builders/cloudFormationExposure';
import { ManifestPlan, planManifest } from '../builders/manifestPlan';
import { requireForNew } from '../builders/requireForNew';
import { terraformExposure } from '../builders/terraformExposure';
import { GeneratedFile } from '../builders/types';
import { writeCloudFormation } from '../builders/writeCloudFormation';
import { PlanComparison } from '../describe/comparePlanRows';
import { PlanRow } from '../describe/planRows';
import { IntentIssue, InvalidIntentError } from '../errors';
import { isAutoModeProfile } from '../intents/anyClusterProfile';
import { ClusterProfile } from '../intents/clusterProfile';
import {
  AwsPrivateLinkExposureIntent,
  awsPrivateLinkExposureIntentSchema,
} from '../intents/exposure';
import { parseClusterProfile } from '../intents/parseClusterProfile';
import { parseIntent } from '../intents/parseIntent';
import { RuleBook } from '../linter/RuleBook';
import { RuleLinter } from '../linter/RuleLinter';
import { endpointServiceRules } from '../linter/rules/endpointServiceRules';
import { serviceRules } from '../linter/rules/serviceRules';
import { Finding } from '../linter/types';
import { readService } from '../plan/readService';
import { ExposureRequest } from '../requests/ExposureRequest';
import { toExposureInput } from '../requests/toExposureInput';
import { stringifyManifest } from '../yaml/stringifyManifest';
import { planRowsOf } from './planRowsOf';
import { planKnownService } from './planKnownService';
import { withStandInPort } from './withStandInPort';

/** What a preview is made of. @public */
export interface PreviewSources {
  /** Reference of the entity, as the catalog writes it. */
  entityRef: string;
  /** Name of that entity. */
  entityName: string;
  /** Key of the tag that names the owner; `backstage-entity-ref` unless given. */
  ownerTag?: string;
  /** The cluster's name, and its profile as the configuration has it. */
  cluster: { name: string; profile: unknown };
  /** What was typed so far. */
  request: ExposureRequest;
  /** Whether the Service or Gateway is in the manifest already and keeps its ports. */
  exists: boolean;
  /** The Service as the manifest has it, as YAML is read; left out where it is not known. */
  present?: unknown;
}

/** Where the repository may have the Service that an exposure is about. @public */
export interface ServicePlace {
  /** Path of the manifest inside the entity's folder. */
  path: string;
  name: string;
  namespace: string;
}

/** What would come of what was typed so far. @public */
export type ExposurePreview =
  | {
      type: 'refused';
      /** What is wrong, by field of the intent; at least one. */
      issues: readonly IntentIssue[];
    }
  | {
      type: 'ready';
      /** The manifest, or what is to be set in the existing one. */
      manifest: GeneratedFile;
      /** The endpoint service's code. */
      infrastructure: GeneratedFile;
      /** What the Service becomes; empty for the forms of which that can't be told from here. */
      plan: readonly PlanRow[];
      /** What changes of a load balancer that the known Service has; `undefined` where it has none, or is not known. */
      comparison?: PlanComparison;
      /** Where the Service is, if it is there; `undefined` for the forms that have no whole one. */
      service?: ServicePlace;
      findings: readonly Finding[];
    };

/** Those that are about what is previewed: the others have nothing to say, and a browser need not load them. */
const book = new RuleBook([...serviceRules, ...endpointServiceRules]);

function readProfile({ name, profile }: PreviewSources['cluster']) {
  const read = parseClusterProfile(name, profile);
  if (read.cloud === 'azure' || isAutoModeProfile(read)) {
    throw new InvalidIntentError({
      field: 'cluster',
      message: `'${name}' is not a cluster that AWS PrivateLink can be written for`,
    });
  }
  return read;
}

function writeInfrastructure(
  intent: AwsPrivateLinkExposureIntent,
): GeneratedFile {
  const { path, format } = intent.infrastructure;
  if (format === 'terraform') {
    const blocks = terraformExposure(intent);
    return buildTerraformFile({ path, blocks, existing: {} });
  }
  const template = cloudFormationExposure(intent);
  return { path, content: writeCloudFormation(path, template) };
}

/** Where an existing Service is looked for. */
function placeOf(
  { manifest, service }: AwsPrivateLinkExposureIntent,
  { match }: ManifestPlan,
): ServicePlace | undefined {
  if (!match.some(({ value }) => value === 'Service')) return undefined;
  const { name, namespace } = service;
  return { path: manifest.path, name, namespace };
}

function build(
  intent: AwsPrivateLinkExposureIntent,
  profile: ClusterProfile,
  { exists, present }: Pick<PreviewSources, 'exists' | 'present'>,
): ExposurePreview {
  if (!exists) requireForNew(intent);
  const { path } = intent.manifest;
  const plan = planManifest(intent);
  const whole = exists ? withStandInPort(plan.create) : plan.create;
  const infrastructure = writeInfrastructure(intent);
  const content = stringifyManifest(whole);
  const linter = new RuleLinter(book, { clusterProfile: profile });
  const findings = linter.checkAll([{ path, content }, infrastructure]);
  const service = placeOf(intent, plan);
  const found = service && readService(present);
  const known = found
    ? planKnownService(found, { intent, plan, profile })
    : { plan: planRowsOf(whole, profile), comparison: undefined };
  return {
    type: 'ready',
    manifest: { path, content: stringifyManifest(plan.create) },
    infrastructure,
    ...known,
    service,
    findings,
  };
}

/**
 * Says what would come of what was typed so far: the manifest, what the Service becomes, and the linter's findings.
 *
 * @remarks The files are those of a repository that has neither. In an existing file only what is shown is set, and
 * the template lints the whole file once it has read it. With the Service that is there, what becomes of it is known
 * whole, and what it is now.
 *
 * @throws an error that is no refusal only where the product is at fault
 * @public
 */
export function previewExposure(sources: PreviewSources): ExposurePreview {
  const { cluster, request, exists, present, ...owner } = sources;
  try {
    const profile = readProfile(cluster);
    const input = toExposureInput({ ...owner, profile, request });
    const intent = parseIntent(awsPrivateLinkExposureIntentSchema, input);
    return build(intent, profile, { exists, present });
  } catch (error) {
    if (!(error instanceof InvalidIntentError)) throw error;
    return { type: 'refused', issues: error.issues };
  }
}
