import { CdnManagementClient } from '@azure/arm-cdn';
import { NetworkManagementClient } from '@azure/arm-network';
import { ClientSecretCredential } from '@azure/identity';
import { Sandbox } from '../startSandbox';
import { AZURE_PROVIDER, AzureIdentity } from './startAzureSandbox';

function settings(sandbox: Sandbox) {
  return {
    endpoint: sandbox.urls.azure,
    tlsOptions: { ca: sandbox.azureCaCertificate },
    // Tests want to see each error.
    retryOptions: { maxRetries: 0 },
  };
}

/** The unmodified credential, pointed at a sandbox. */
export function azureCredential(
  sandbox: Sandbox,
  identity: AzureIdentity,
): ClientSecretCredential {
  const { tenantId, clientId, clientSecret } = identity;
  return new ClientSecretCredential(tenantId, clientId, clientSecret, {
    authorityHost: sandbox.urls.azure,
    disableInstanceDiscovery: true,
    tlsOptions: { ca: sandbox.azureCaCertificate },
    retryOptions: { maxRetries: 0 },
  });
}

/** The unmodified network client, pointed at a sandbox. */
export function networkClient(
  sandbox: Sandbox,
  identity: AzureIdentity = AZURE_PROVIDER,
): NetworkManagementClient {
  return new NetworkManagementClient(
    azureCredential(sandbox, identity),
    identity.subscriptionId,
    settings(sandbox),
  );
}

/** The unmodified client of Front Door, pointed at a sandbox. */
export function cdnClient(
  sandbox: Sandbox,
  identity: AzureIdentity = AZURE_PROVIDER,
): CdnManagementClient {
  return new CdnManagementClient(
    azureCredential(sandbox, identity),
    identity.subscriptionId,
    settings(sandbox),
  );
}
