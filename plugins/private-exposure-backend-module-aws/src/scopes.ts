import type { ProviderScope } from '@postern/backstage-plugin-private-exposure-node';
import type { AwsAccountConfig } from './config';
import { distributionRegionOf } from './partitions';

/** What a scope can be asked for. @internal */
export type AwsKindName =
  | 'aws-endpoint-service'
  | 'aws-load-balancer'
  | 'aws-cloudfront';

/** A scope of the AWS provider: one region of one account, or what the account has outside regions. @internal */
export interface AwsScope {
  /** `aws/<account>/<region>` or `aws/<account>/global`. */
  id: string;
  /** Twelve digits. */
  accountId: string;
  /** What people call the account, where known. */
  accountName?: string;
  /** Such as `eu-west-1`; of what is outside regions, the one whose endpoints answer for it. */
  region: string;
  /** Whether the scope is what the account has outside regions. */
  isGlobal?: boolean;
  /** As ARNs spell it. */
  partition: string;
  /** Kinds that a survey of it lists. */
  kinds: readonly AwsKindName[];
}

/**
 * The scopes of the configured accounts, account by account: the regions, then what is outside them.
 *
 * @internal
 */
export function toAwsScopes(accounts: readonly AwsAccountConfig[]): AwsScope[] {
  return accounts.flatMap(account => {
    const { accountId, name, regions, partition } = account;
    const common = { accountId, accountName: name, partition };
    const kinds: AwsKindName[] = account.loadBalancers
      ? ['aws-endpoint-service', 'aws-load-balancer']
      : ['aws-endpoint-service'];
    const regional = regions.map(region => ({
      ...common,
      id: toScopeId(accountId, region),
      region,
      kinds,
    }));
    const region = distributionRegionOf(partition);
    if (!account.distributions || !region) return regional;
    const global: AwsScope = {
      ...common,
      id: toScopeId(accountId, 'global'),
      region,
      isGlobal: true,
      kinds: ['aws-cloudfront'],
    };
    return [...regional, global];
  });
}

/**
 * The id of a scope.
 *
 * @param place - A region, or `global`.
 * @internal
 */
export function toScopeId(accountId: string, place: string): string {
  return `aws/${accountId}/${place}`;
}

/**
 * A scope as the backend knows it. The scopes of one account are surveyed one after the other.
 *
 * @internal
 */
export function toProviderScope(scope: AwsScope): ProviderScope {
  const { id, accountId, accountName, region, isGlobal } = scope;
  return {
    id,
    title: `${accountName ?? accountId} · ${isGlobal ? 'CloudFront' : region}`,
    account: accountId,
    accountName,
    region: isGlobal ? undefined : region,
    group: `aws/${accountId}`,
  };
}
