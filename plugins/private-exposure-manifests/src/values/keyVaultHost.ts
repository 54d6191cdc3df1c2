/** Where key vaults answer, by what the names of a cloud's locations begin with. */
const DOMAINS: readonly { begins: RegExp; domain: string }[] = [
  { begins: /^us(gov|dod)/, domain: 'vault.usgovcloudapi.net' },
  { begins: /^china/, domain: 'vault.azure.cn' },
];

/**
 * The host of a key vault, in the cloud that a location is in: Azure's, that of the US Government, or that of China.
 *
 * @remarks https://learn.microsoft.com/azure/key-vault/general/about-keys-secrets-certificates#dns-suffixes-for-object-identifiers
 *
 * @param vaultId - The vault's ARM id.
 * @param location - Of anything in the same cloud, by its programmatic name, such as `westeurope`.
 * @internal
 */
export function keyVaultHost(vaultId: string, location: string): string {
  const name = vaultId.split('/').at(-1) ?? '';
  const cloud = DOMAINS.find(({ begins }) => begins.test(location));
  return `${name}.${cloud?.domain ?? 'vault.azure.net'}`;
}
