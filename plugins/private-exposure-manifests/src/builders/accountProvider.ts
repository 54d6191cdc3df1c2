import { HclBlock } from '../hcl/values';
import { toLabel } from './terraformExposure';
import { HclAttributes, nestedBlock } from './terraformResources';

/** An account in a region. @internal */
export interface AccountPlace {
  account: string;
  region: string;
}

/** Alias of the provider for a place: account and region, so that every block tells where it applies. */
function aliasOf({ account, region }: AccountPlace): string {
  return `account_${account}_${toLabel(region)}`;
}

/** What a block says of the provider that it is for. @internal */
export function providerOf(place: AccountPlace): HclAttributes {
  return { provider: { reference: `aws.${aliasOf(place)}` } };
}

/**
 * The provider for one account in one region.
 *
 * @param roleArn - a role that the pipeline takes on there; its own credentials do without
 * @internal
 */
export function accountProvider(
  place: AccountPlace,
  roleArn: string | undefined,
): HclBlock {
  const { account, region } = place;
  return {
    type: 'provider',
    labels: ['aws'],
    attributes: {
      alias: aliasOf(place),
      region,
      // Credentials of any other account are refused before anything is made.
      allowed_account_ids: [account],
    },
    ...(roleArn
      ? { blocks: [nestedBlock('assume_role', { role_arn: roleArn })] }
      : {}),
  };
}

/** The file beside infrastructure code that declares the provider of its account. @internal */
export function accountProviderPath(
  path: string,
  { account, region }: AccountPlace,
): string {
  return path.replace(/[^/]*$/, `account-${account}-${region}.tf`);
}
