import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError, isError } from '@backstage/errors';
import {
  durationToMilliseconds,
  type HumanDuration,
  type JsonValue,
} from '@backstage/types';
import {
  type ClaimSettings,
  defaultClaimSettings,
} from './claims/ClaimSettings';
import { NamespaceOwners } from './claims/NamespaceOwners';
import {
  type ClusterSettings,
  readClusterSettings,
} from './clusters/ClusterSettings';
import { type CostSettings, readCostSettings } from './costs/CostSettings';
import {
  type AutoApprovalRule,
  type DecisionSettings,
  defaultDecisionSettings,
} from './decisions/DecisionSettings';
import {
  checkEntityTabPath,
  defaultEntityTabPath,
} from './notify/entityTabPath';
import {
  defaultObservationSettings,
  type ObservationSettings,
} from './observation/ObservationSettings';
import type { RetentionSettings } from './observation/RetentionCleaner';

/** Everything under `privateExposure` that the backend itself reads. @internal */
export interface PrivateExposureConfig {
  /** Names for people, by account or subscription in lower case. */
  accountNames: Record<string, string>;
  /** How the clouds are observed. */
  observation: ObservationSettings;
  /** How exposures are matched with entities. */
  claims: ClaimSettings;
  /** How decisions are made and carried out. */
  decisions: DecisionSettings;
  /** How pull requests are followed. */
  changes: { pollInterval: HumanDuration };
  /** What notifications link to. */
  notifications: { entityTabPath: string };
  /** What exposures cost. */
  costs: CostSettings;
  /** What manifests will meet, by cluster. */
  clusters: ClusterSettings;
  /** How long rows are kept. */
  retention: RetentionSettings;
}

/**
 * Reads `privateExposure` once, at the start.
 *
 * @throws InputError, naming the full key, if a value cannot be used.
 * @internal
 */
export function readPrivateExposureConfig(root: Config): PrivateExposureConfig {
  const config = root.getOptionalConfig('privateExposure');
  const duration = (key: string, fallback: HumanDuration) =>
    readDuration(config, key) ?? fallback;
  return {
    accountNames: readAccountNames(config),
    observation: readObservation(config),
    claims: {
      ownerTag:
        config?.getOptionalString('ownerTag') ?? defaultClaimSettings.ownerTag,
      frequency: duration('claims.frequency', defaultClaimSettings.frequency),
      namespaceOwners: readNamespaceOwners(config),
    },
    decisions: readDecisions(config),
    clusters: readClusterSettings(config),
    costs: readCostSettings(config),
    changes: {
      pollInterval: duration('changes.pollInterval', { minutes: 1 }),
    },
    notifications: {
      entityTabPath: checkEntityTabPath(
        config?.getOptionalString('notifications.entityTabPath') ??
          defaultEntityTabPath,
        'privateExposure.notifications.entityTabPath',
      ),
    },
    retention: {
      events: duration('retention.events', { days: 365 }),
      decisions: duration('retention.decisions', { days: 1095 }),
      gone: duration('retention.gone', { days: 90 }),
    },
  };
}

function readObservation(config: Config | undefined): ObservationSettings {
  const fallback = defaultObservationSettings;
  const read = (key: string, otherwise: HumanDuration) =>
    readDuration(config, `observation.${key}`) ?? otherwise;
  return {
    frequency: read('frequency', fallback.frequency),
    activeFrequency: read('activeFrequency', fallback.activeFrequency),
    activeFor: read('activeFor', fallback.activeFor),
    timeout: read('timeout', fallback.timeout),
    initialDelay: readDuration(config, 'observation.initialDelay'),
    staleAfter: read('staleAfter', fallback.staleAfter),
    inspectionsPerMinute: readCount(
      config,
      'observation.inspection.perMinute',
      fallback.inspectionsPerMinute,
    ),
    inspectAfter: read('inspection.maxAge', fallback.inspectAfter),
    inspectionTimeout: read('inspection.timeout', fallback.inspectionTimeout),
    pendingLimit: read('pendingLimit', fallback.pendingLimit),
  };
}

function readDecisions(config: Config | undefined): DecisionSettings {
  const fallback = defaultDecisionSettings;
  const decisions = config?.getOptionalConfig('decisions');
  const flag = (
    key: 'reasonRequired' | 'fourEyes' | 'dangerouslyAllowUnconfirmedClaims',
  ) => decisions?.getOptionalBoolean(key) ?? fallback[key];
  return {
    reasonRequired: flag('reasonRequired'),
    fourEyes: flag('fourEyes'),
    autoApproval: readAutoApproval(
      decisions?.getOptionalConfig('autoApproval'),
    ),
    pendingExpiry: readDuration(config, 'decisions.pendingExpiry'),
    effectTimeout:
      readDuration(config, 'decisions.effectTimeout') ?? fallback.effectTimeout,
    settleTime:
      readDuration(config, 'decisions.settleTime') ?? fallback.settleTime,
    consumerOwners: readConsumerOwners(config),
    dangerouslyAllowUnconfirmedClaims: flag(
      'dangerouslyAllowUnconfirmedClaims',
    ),
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
      consumerAccounts: consumerAccounts.map(toAccountKey),
      entityRefs: rule
        ?.getOptionalStringArray('entityRefs')
        ?.map(ref => normalizeRef(ref, `${key}.entityRefs`)),
      regions: rule?.getOptionalStringArray('regions'),
    };
  });
}

function readConsumerOwners(
  config: Config | undefined,
): Record<string, string[]> {
  return Object.fromEntries(
    readByAccount(config, 'decisions.consumerOwners').map(([account, refs]) => {
      const key = `privateExposure.decisions.consumerOwners.${account}`;
      return [toAccountKey(account), readRefs(refs, key)];
    }),
  );
}

function readAccountNames(config: Config | undefined): Record<string, string> {
  return Object.fromEntries(
    readByAccount(config, 'accountNames').map(([account, name]) => {
      if (typeof name !== 'string' || name === '') {
        throw new InputError(
          `'privateExposure.accountNames.${account}' must be a name`,
        );
      }
      return [toAccountKey(account), name];
    }),
  );
}

function readNamespaceOwners(config: Config | undefined): NamespaceOwners {
  const key = 'claims.namespaceOwners';
  const clusters = config?.getOptional(key) ?? {};
  const owners = entriesOf(clusters, `privateExposure.${key}`, 'cluster').map(
    ([cluster, namespaces]) => {
      const place = `privateExposure.${key}.${cluster}`;
      const byNamespace = entriesOf(namespaces, place, 'namespace').map(
        ([namespace, refs]) =>
          [namespace, readRefs(refs, `${place}.${namespace}`)] as const,
      );
      return [cluster, Object.fromEntries(byNamespace)] as const;
    },
  );
  return NamespaceOwners.create(Object.fromEntries(owners));
}

/** Azure spells subscription ids in either case; one that is not recognized would have no name, no owner and no rule. */
function toAccountKey(account: string): string {
  return account.toLowerCase();
}

// Account ids start with a digit, which Backstage's config reader does not take for a key.
function readByAccount(
  config: Config | undefined,
  key: string,
): [string, JsonValue | undefined][] {
  const value = config?.getOptional(key) ?? {};
  return entriesOf(value, `privateExposure.${key}`, 'account');
}

function entriesOf(
  value: JsonValue | undefined,
  key: string,
  what: string,
): [string, JsonValue | undefined][] {
  if (value && typeof value === 'object' && !Array.isArray(value)) {
    return Object.entries(value);
  }
  throw new InputError(`'${key}' must be a map by ${what}`);
}

function readRefs(refs: JsonValue | undefined, key: string): string[] {
  if (!Array.isArray(refs)) {
    throw new InputError(`'${key}' must be a list of entity references`);
  }
  return refs.map(ref => normalizeRef(String(ref), key));
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
): HumanDuration | undefined {
  if (!config?.has(key)) return undefined;
  const duration = readDurationFromConfig(config, { key });
  if (durationToMilliseconds(duration) <= 0) {
    throw new InputError(
      `'privateExposure.${key}' must be longer than nothing`,
    );
  }
  return duration;
}
