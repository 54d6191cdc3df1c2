import { type Config, readDurationFromConfig } from '@backstage/config';
import { InputError } from '@backstage/errors';
import { durationToMilliseconds } from '@backstage/types';
import {
  type CallRate,
  readCallRate,
} from '@postern/backstage-plugin-private-exposure-node';
import { type AwsApi, awsApis, defaultCallRates } from './clients/callRates';
import { distributionRegionOf, partitionOfRegion } from './partitions';

/** An account that the provider looks at. @internal */
export interface AwsAccountConfig {
  /** Twelve digits. */
  accountId: string;
  /** What people call it, where the configuration says so. */
  name?: string;
  /** Regions to look at, each once. */
  regions: string[];
  /** As ARNs spell it. */
  partition: string;
  /** Whether load balancers behind no endpoint service are listed. */
  loadBalancers: boolean;
  /** Whether CloudFront distributions are listed. */
  distributions: boolean;
}

/** Everything under `privateExposure.aws`. @internal */
export interface AwsProviderConfig {
  /** The accounts, in the order of the configuration. */
  accounts: AwsAccountConfig[];
  /** Calls allowed for each account and region, by API. */
  callBudget: Record<AwsApi, CallRate>;
  /** When one attempt is given up, in milliseconds. */
  requestTimeoutMs: number;
  /** Attempts of a call that only reads. */
  maxAttempts: number;
}

const ROOT = 'privateExposure.aws';

/**
 * Reads `privateExposure.aws` once, at the start.
 *
 * @throws InputError, naming the full key, if a value cannot be used.
 * @internal
 */
export function readAwsProviderConfig(root: Config): AwsProviderConfig {
  const config = root.getOptionalConfig(ROOT);
  return {
    accounts: readAccounts(config),
    callBudget: readCallBudget(config),
    requestTimeoutMs: readRequestTimeout(config),
    maxAttempts: readMaxAttempts(config),
  };
}

function readAccounts(config: Config | undefined): AwsAccountConfig[] {
  const accounts = (config?.getOptionalConfigArray('accounts') ?? []).map(
    (account, index) => readAccount(account, `${ROOT}.accounts[${index}]`),
  );
  accounts.forEach(({ accountId }, index) => {
    if (accounts.findIndex(other => other.accountId === accountId) < index) {
      throw new InputError(
        `'${ROOT}.accounts[${index}].accountId' repeats account '${accountId}': list its regions in one place`,
      );
    }
  });
  return accounts;
}

function readAccount(account: Config, key: string): AwsAccountConfig {
  const accountId = account.getString('accountId');
  if (!/^\d{12}$/.test(accountId)) {
    throw new InputError(
      `'${key}.accountId' must be the twelve digits of an AWS account, not '${accountId}'`,
    );
  }
  const regions = [...new Set(account.getStringArray('regions'))];
  if (regions.length === 0) {
    throw new InputError(`'${key}.regions' must name at least one region`);
  }
  regions.forEach((region, index) => {
    if (!/^[a-z]+(-[a-z]+)+-\d+$/.test(region)) {
      throw new InputError(
        `'${key}.regions[${index}]' must be a region such as 'eu-west-1', not '${region}'`,
      );
    }
  });
  const partition =
    account.getOptionalString('partition') ?? partitionOfRegion(regions[0]);
  const stranger = regions.find(
    region => partitionOfRegion(region) !== partition,
  );
  if (stranger) {
    throw new InputError(
      `'${key}.regions' contains '${stranger}', which is not in partition '${partition}': an account has one partition`,
    );
  }
  return {
    accountId,
    name: account.getOptionalString('name'),
    regions,
    partition,
    loadBalancers: account.getOptionalBoolean('loadBalancers') ?? true,
    distributions: readDistributions(account, key, partition),
  };
}

/** By default, wherever the partition has CloudFront. */
function readDistributions(
  account: Config,
  key: string,
  partition: string,
): boolean {
  const hasCloudFront = distributionRegionOf(partition) !== undefined;
  const wanted = account.getOptionalBoolean('distributions') ?? hasCloudFront;
  if (wanted && !hasCloudFront) {
    throw new InputError(
      `'${key}.distributions' cannot be true: partition '${partition}' has no CloudFront`,
    );
  }
  return wanted;
}

function readCallBudget(
  config: Config | undefined,
): AwsProviderConfig['callBudget'] {
  const rates = awsApis.map(api => [
    api,
    readCallRate(config, {
      root: ROOT,
      key: `callBudget.${api}`,
      fallback: defaultCallRates[api],
    }),
  ]);
  return Object.fromEntries(rates);
}

function readRequestTimeout(config: Config | undefined): number {
  if (!config?.has('requestTimeout')) return 30_000;
  const milliseconds = durationToMilliseconds(
    readDurationFromConfig(config, { key: 'requestTimeout' }),
  );
  if (milliseconds <= 0) {
    throw new InputError(
      `'${ROOT}.requestTimeout' must be longer than nothing`,
    );
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
