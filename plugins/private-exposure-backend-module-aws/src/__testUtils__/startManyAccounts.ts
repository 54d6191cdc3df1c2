import { PROVIDER, startWire, type Wire } from './startWire';

/** An account of ours, and where its regional resources are. */
export type AccountScope = typeof PROVIDER;

/** Scopes of accounts that no other test knows. */
export function scopesOfAccounts(count: number): AccountScope[] {
  return Array.from({ length: count }, (_, index) => ({
    accountId: String(222_200_000_000 + index),
    region: PROVIDER.region,
  }));
}

/**
 * A wire to accounts of ours alone, each filled before anybody looks.
 *
 * @param settings - Laid over each account's entry.
 */
export async function startManyAccounts(
  scopes: readonly AccountScope[],
  fill: (wire: Wire, scope: AccountScope) => void,
  settings: Record<string, unknown> = {},
): Promise<Wire> {
  const accounts = scopes.map(({ accountId, region }) => ({
    accountId,
    regions: [region],
    ...settings,
  }));
  const wire = await startWire({ aws: { accounts } });
  for (const scope of scopes) {
    const { accountId } = scope;
    wire.sandbox.world.accounts.addAccount({
      accountId,
      name: accountId,
      roles: [{ name: 'Postern' }],
    });
    fill(wire, scope);
  }
  return wire;
}
