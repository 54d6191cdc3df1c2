import type { ProviderScope } from '@postern/backstage-plugin-private-exposure-node';
import type { AwsAccountConfig } from './config';

/** A scope of the AWS provider: one region of one account. @internal */
export interface AwsScope {
  /** `aws/<account>/<region>`. */
  id: string;
  /** Twelve digits. */
  accountId: string;
  /** What people call the account, where known. */
  accountName?: string;
  /** Such as `eu-west-1`. */
  region: string;
  /** As ARNs spell it. */
  partition: string;
}

/**
 * The scopes of the configured accounts, account by account.
 *
 * @internal
 */
export function toAwsScopes(accounts: readonly AwsAccountConfig[]): AwsScope[] {
  return accounts.flatMap(({ accountId, name, regions, partition }) =>
    regions.map(region => ({
      id: `aws/${accountId}/${region}`,
      accountId,
      accountName: name,
      region,
      partition,
    })),
  );
}

/**
 * A scope as the backend knows it. The scopes of one account are surveyed one after the other.
 *
 * @internal
 */
export function toProviderScope(scope: AwsScope): ProviderScope {
  return {
    id: scope.id,
    title: `${scope.accountName ?? scope.accountId} · ${scope.region}`,
    account: scope.accountId,
    accountName: scope.accountName,
    region: scope.region,
    group: `aws/${scope.accountId}`,
  };
}
