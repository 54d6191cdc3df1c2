import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError, isError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { DEFAULT_OWNER_TAG } from '@postern/backstage-plugin-private-exposure-common';

/** How the clouds are observed. @internal */
export interface ObservationConfig {
  /** Between two surveys of a quiet scope. */
  frequency: HumanDuration;
  /** Between two surveys of a scope in which something moves. */
  activeFrequency: HumanDuration;
  /** Before the first survey after a start. */
  initialDelay: HumanDuration;
  /** When a survey is given up. */
  timeout: HumanDuration;
  /** When an observation counts as stale. */
  staleAfter: HumanDuration;
  /** Exposures of a scope that are inspected after each survey. */
  inspectionsPerSurvey: number;
  /** When one inspection is given up. */
  inspectionTimeout: HumanDuration;
}

/** A rule that approves without a person. @internal */
export interface AutoApprovalRule {
  /** The decision is recorded under `policy:<name>`. */
  name: string;
  /** Accounts or subscriptions that may connect. */
  consumerAccounts: string[];
  /** Entities whose exposures the rule is for; every entity if left out. */
  entityRefs?: string[];
  /** Regions of the consumer that the rule is for; every region if left out. */
  regions?: string[];
}

/** How decisions are made and carried out. @internal */
export interface DecisionsConfig {
  /** Whether a person must say why. */
  reasonRequired: boolean;
  /** Whether an interested person's approval needs a second one. */
  fourEyes: boolean;
  /** Rules that approve without a person, in the order of the configuration. */
  autoApproval: AutoApprovalRule[];
  /** When a pending connection is rejected by policy; never if left out. */
  pendingExpiry?: HumanDuration;
  /** How long the effect of a decision is looked for. */
  effectTimeout: HumanDuration;
  /** How long after a call with an unknown outcome it may be made again. */
  settleTime: HumanDuration;
  /** Owners of consumer accounts, for four-eyes. */
  consumerOwners: Record<string, string[]>;
  /** Whether an unconfirmed annotation is enough to decide. */
  dangerouslyAllowUnconfirmedClaims: boolean;
}

/** How long rows are kept. @internal */
export interface RetentionConfig {
  /** Lines of the timeline. */
  events: HumanDuration;
  /** Ended decisions. */
  decisions: HumanDuration;
  /** Exposures that are gone. */
  gone: HumanDuration;
}

/** Everything under `privateExposure` that the backend itself reads. @internal */
export interface PrivateExposureConfig {
  /** The tag that names the owner of a cloud resource. */
  ownerTag: string;
  /** Names for people, by account or subscription. */
  accountNames: Record<string, string>;
  /** How the clouds are observed. */
  observation: ObservationConfig;
  /** How decisions are made and carried out. */
  decisions: DecisionsConfig;
  /** How pull requests are followed. */
  changes: { pollInterval: HumanDuration };
  /** How long rows are kept. */
  retention: RetentionConfig;
}

/**
 * Reads `privateExposure` once, at the start.
 *
 * @throws InputError, naming the full key, if a value cannot be used.
 * @internal
 */
export function readPrivateExposureConfig(root: Config): PrivateExposureConfig {
  const config = root.getOptionalConfig('privateExposure');
  return {
    ownerTag: config?.getOptionalString('ownerTag') ?? DEFAULT_OWNER_TAG,
    accountNames: readAccountNames(config),
    observation: readObservation(config),
    decisions: readDecisions(config),
    changes: {
      pollInterval: readDuration(config, 'changes.pollInterval', {
        minutes: 1,
      }),
    },
    retention: {
      events: readDuration(config, 'retention.events', { days: 365 }),
      decisions: readDuration(config, 'retention.decisions', { days: 1095 }),
      gone: readDuration(config, 'retention.gone', { days: 90 }),
    },
  };
}

function readObservation(config: Config | undefined): ObservationConfig {
  const read = (key: string, fallback: HumanDuration) =>
    readDuration(config, `observation.${key}`, fallback);
  return {
    frequency: read('frequency', { minutes: 10 }),
    activeFrequency: read('activeFrequency', { seconds: 30 }),
    initialDelay: read('initialDelay', { seconds: 5 }),
    timeout: read('timeout', { minutes: 15 }),
    staleAfter: read('staleAfter', { minutes: 30 }),
    inspectionsPerSurvey: readCount(
      config,
      'observation.inspection.perSurvey',
      50,
    ),
    inspectionTimeout: read('inspection.timeout', { seconds: 30 }),
  };
}

function readDecisions(config: Config | undefined): DecisionsConfig {
  const decisions = config?.getOptionalConfig('decisions');
  return {
    reasonRequired: decisions?.getOptionalBoolean('reasonRequired') ?? true,
    fourEyes: decisions?.getOptionalBoolean('fourEyes') ?? false,
    autoApproval: readAutoApproval(
      decisions?.getOptionalConfig('autoApproval'),
    ),
    pendingExpiry: decisions?.has('pendingExpiry')
      ? readDuration(config, 'decisions.pendingExpiry', {})
      : undefined,
    effectTimeout: readDuration(config, 'decisions.effectTimeout', {
      minutes: 2,
    }),
    settleTime: readDuration(config, 'decisions.settleTime', { seconds: 20 }),
    consumerOwners: readConsumerOwners(
      decisions?.getOptionalConfig('consumerOwners'),
    ),
    dangerouslyAllowUnconfirmedClaims:
      decisions?.getOptionalBoolean('dangerouslyAllowUnconfirmedClaims') ??
      false,
  };
}

function readAutoApproval(rules: Config | undefined): AutoApprovalRule[] {
  return (rules?.keys() ?? []).map(name => {
    const key = `privateExposure.decisions.autoApproval.${name}`;
    const rule = rules?.getConfig(name);
    const consumerAccounts = rule?.getStringArray('consumerAccounts') ?? [];
    if (consumerAccounts.length === 0 || consumerAccounts.includes('*')) {
      throw new InputError(
        `'${key}.consumerAccounts' must list the accounts that may connect; everybody is not a list`,
      );
    }
    return {
      name,
      consumerAccounts,
      entityRefs: rule
        ?.getOptionalStringArray('entityRefs')
        ?.map(ref => normalizeRef(ref, `${key}.entityRefs`)),
      regions: rule?.getOptionalStringArray('regions'),
    };
  });
}

function readConsumerOwners(
  owners: Config | undefined,
): Record<string, string[]> {
  const entries = (owners?.keys() ?? []).map(account => {
    const key = `privateExposure.decisions.consumerOwners.${account}`;
    const refs = owners?.getStringArray(account) ?? [];
    return [account, refs.map(ref => normalizeRef(ref, key))] as const;
  });
  return Object.fromEntries(entries);
}

function readAccountNames(config: Config | undefined): Record<string, string> {
  const names = config?.getOptionalConfig('accountNames');
  const entries = (names?.keys() ?? []).map(
    account => [account, names?.getString(account) ?? account] as const,
  );
  return Object.fromEntries(entries);
}

function normalizeRef(ref: string, key: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(ref));
  } catch (error) {
    throw new InputError(
      `'${key}' contains '${ref}', which is not an entity reference such as 'component:default/payments'`,
      isError(error) ? error : undefined,
    );
  }
}

function readCount(
  config: Config | undefined,
  key: string,
  fallback: number,
): number {
  const value = config?.getOptionalNumber(key) ?? fallback;
  if (!Number.isInteger(value) || value < 1) {
    throw new InputError(
      `'privateExposure.${key}' must be a whole number of at least 1, not ${value}`,
    );
  }
  return value;
}

function readDuration(
  config: Config | undefined,
  key: string,
  fallback: HumanDuration,
): HumanDuration {
  if (!config?.has(key)) return fallback;
  const duration = readDurationFromConfig(config, { key });
  if (durationToMilliseconds(duration) <= 0) {
    throw new InputError(
      `'privateExposure.${key}' must be longer than nothing`,
    );
  }
  return duration;
}
