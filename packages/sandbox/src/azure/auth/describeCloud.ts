/**
 * What Azure Resource Manager tells of its cloud at `/metadata/endpoints` without a token, in the form of API version
 * 2022-09-01: `az cloud register` and Terraform's `metadata_host` ask for it. All that the sandbox plays is at its own
 * address, and the rest is named as in Azure's public cloud.
 *
 * @param baseUrl - the sandbox's own address
 * @internal
 */
export function describeCloud(baseUrl: string) {
  return {
    name: 'PosternSandbox',
    resourceManager: baseUrl,
    authentication: {
      loginEndpoint: baseUrl,
      audiences: [
        'https://management.core.windows.net/',
        'https://management.azure.com/',
      ],
      tenant: 'common',
      identityProvider: 'AAD',
    },
    portal: 'https://portal.azure.com',
    graphAudience: 'https://graph.windows.net/',
    graph: 'https://graph.windows.net/',
    microsoftGraphResourceId: 'https://graph.microsoft.com/',
    suffixes: {
      acrLoginServer: 'azurecr.io',
      keyVaultDns: 'vault.azure.net',
      sqlServerHostname: 'database.windows.net',
      storage: 'core.windows.net',
    },
  };
}
