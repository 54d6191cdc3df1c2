import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import {
  type CallRate,
  readCallRate,
} from '@postern/backstage-plugin-private-exposure-node';
import { type AzureCloud, cloudIds, findCloud } from './clouds';
import {
  type AzureCredentialConfig,
  readCredentialConfig,
} from './credentialConfig';
import { readResources } from './resourceConfig';

/** A subscription that the provider looks at. @internal */
export interface AzureSubscriptionConfig {
  /** A GUID, lower case. */
  subscriptionId: string;
  /** What people call it, where the configuration says so. */
  name?: string;
  /** Whether its Front Doors are looked at. */
  frontDoors: boolean;
  /** Ids of other resources that take private endpoints, such as web apps, as they were spelled. */
  resources: string[];
}

/** A tenant with the subscriptions to look at. @internal */
export interface AzureTenantConfig {
  /** A GUID, lower case. */
  tenantId: string;
  /** Which Azure it is in. */
  cloud: AzureCloud;
  /** Where tokens are asked for, without a slash at its end. */
  authorityHost: string;
  /** Where Azure Resource Manager is, without a slash at its end. */
  resourceManagerUrl: string;
  /** Whom tokens are for, as that cloud spells it. */
  tokenAudience: string;
  /** What the provider is to this tenant. */
  credential: AzureCredentialConfig;
  /** At least one. */
  subscriptions: AzureSubscriptionConfig[];
}

/** Everything under `privateExposure.azure`. @internal */
export interface AzureProviderConfig {
  /** The tenants, in the order of the configuration. */
  tenants: AzureTenantConfig[];
  /** Calls allowed for each subscription. */
  callBudget: { reads: CallRate; writes: CallRate };
  /** When one attempt is given up, in milliseconds. */
  requestTimeoutMs: number;
  /** How long a change in the background is followed, in milliseconds. */
  operationTimeoutMs: number;
  /** Attempts of a call that only reads. */
  maxAttempts: number;
}

const ROOT = 'privateExposure.azure';
const GUID = /^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/**
 * Reads `privateExposure.azure` once, at the start.
 *
 * @remarks
 * Azure Resource Manager lets one identity make 250 reads at once and 25 a second, and 200 writes at once and 10 a second,
 * by subscription and region ("Understand how Azure Resource Manager throttles requests"). The rates leave most of that
 * to others.
 *
 * @throws InputError, naming the full key, if a value cannot be used.
 * @internal
 */
export function readAzureProviderConfig(root: Config): AzureProviderConfig {
  const config = root.getOptionalConfig(ROOT);
  return {
    tenants: readTenants(config),
    callBudget: {
      reads: readCallRate(config, {
        root: ROOT,
        key: 'callBudget.reads',
        fallback: { perSecond: 10, burst: 200 },
      }),
      writes: readCallRate(config, {
        root: ROOT,
        key: 'callBudget.writes',
        fallback: { perSecond: 2, burst: 20 },
      }),
    },
    requestTimeoutMs: readDuration(config, 'requestTimeout', 30_000),
    operationTimeoutMs: readDuration(config, 'operationTimeout', 120_000),
    maxAttempts: readMaxAttempts(config),
  };
}

function readTenants(config: Config | undefined): AzureTenantConfig[] {
  const tenants = (config?.getOptionalConfigArray('tenants') ?? []).map(
    (tenant, index) => readTenant(tenant, `${ROOT}.tenants[${index}]`),
  );
  refuseDoubles(
    tenants.map(({ tenantId }, index) => ({
      id: tenantId,
      key: `${ROOT}.tenants[${index}].tenantId`,
    })),
    'list its subscriptions in one place',
  );
  refuseDoubles(
    tenants.flatMap(({ subscriptions }, tenant) =>
      subscriptions.map(({ subscriptionId }, index) => ({
        id: subscriptionId,
        key: `${ROOT}.tenants[${tenant}].subscriptions[${index}].subscriptionId`,
      })),
    ),
    'list each subscription once',
  );
  return tenants;
}

function readTenant(tenant: Config, key: string): AzureTenantConfig {
  const cloud = readCloud(tenant, key);
  const subscriptions = tenant
    .getConfigArray('subscriptions')
    .map((subscription, index) =>
      readSubscription(subscription, `${key}.subscriptions[${index}]`),
    );
  if (subscriptions.length === 0) {
    throw new InputError(
      `'${key}.subscriptions' must name at least one subscription`,
    );
  }
  const resourceManagerUrl =
    readUrl(tenant, 'resourceManagerUrl', key) ?? cloud.resourceManagerUrl;
  return {
    tenantId: readGuid(tenant, 'tenantId', key),
    cloud,
    authorityHost: readUrl(tenant, 'authorityHost', key) ?? cloud.authorityHost,
    resourceManagerUrl,
    tokenAudience: readAudience(tenant, key) ?? resourceManagerUrl,
    credential: readCredentialConfig(
      tenant.getConfig('credential'),
      `${key}.credential`,
    ),
    subscriptions,
  };
}

function readSubscription(
  subscription: Config,
  key: string,
): AzureSubscriptionConfig {
  const subscriptionId = readGuid(subscription, 'subscriptionId', key);
  return {
    subscriptionId,
    name: subscription.getOptionalString('name'),
    frontDoors: subscription.getOptionalBoolean('frontDoors') ?? true,
    resources: readResources(subscription, { subscriptionId, key }),
  };
}

function readCloud(tenant: Config, key: string): AzureCloud {
  const id = tenant.getOptionalString('cloud') ?? 'public';
  const cloud = findCloud(id);
  if (!cloud) {
    throw new InputError(
      `'${key}.cloud' must be one of ${cloudIds.join(', ')}, not '${id}'`,
    );
  }
  return cloud;
}

function readGuid(config: Config, name: string, key: string): string {
  const text = config.getString(name).toLowerCase();
  if (!GUID.test(text)) {
    throw new InputError(
      `'${key}.${name}' must be a GUID such as '11111111-2222-3333-4444-555555555555', not '${text}'`,
    );
  }
  return text;
}

function readUrl(
  config: Config,
  name: string,
  key: string,
): string | undefined {
  const text = config.getOptionalString(name);
  if (text === undefined) return undefined;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  // A token must not travel in the clear.
  if (url?.protocol !== 'https:' || url.pathname !== '/' || url.search) {
    throw new InputError(
      `'${key}.${name}' must be an https address without a path, not '${text}'`,
    );
  }
  return url.origin;
}

/** Verbatim: of two spellings that differ in a slash, a cloud knows one. */
function readAudience(tenant: Config, key: string): string | undefined {
  const text = tenant.getOptionalString('tokenAudience');
  if (text === undefined) return undefined;
  if (!URL.canParse(text) || /\s|\/\.default$/.test(text)) {
    throw new InputError(
      `'${key}.tokenAudience' must be an address such as 'https://management.azure.com', without '/.default', not '${text}'`,
    );
  }
  return text;
}

function refuseDoubles(
  ids: readonly { id: string; key: string }[],
  remedy: string,
): void {
  ids.forEach(({ id, key }, index) => {
    if (ids.findIndex(other => other.id === id) < index) {
      throw new InputError(`'${key}' repeats '${id}': ${remedy}`);
    }
  });
}

function readDuration(
  config: Config | undefined,
  name: string,
  fallbackMs: number,
): number {
  if (!config?.has(name)) return fallbackMs;
  const milliseconds = durationToMilliseconds(
    readDurationFromConfig(config, { key: name }),
  );
  if (milliseconds <= 0) {
    throw new InputError(`'${ROOT}.${name}' must be longer than nothing`);
  }
  return milliseconds;
}

function readMaxAttempts(config: Config | undefined): number {
  const value = config?.getOptionalNumber('maxAttempts') ?? 5;
  if (!Number.isInteger(value) || value < 1) {
    throw new InputError(
      `'${ROOT}.maxAttempts' must be a whole number of at least 1, not ${value}`,
    );
  }
  return value;
}
