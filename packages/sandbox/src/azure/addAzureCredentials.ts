import { AzureDirectory } from '../azureWorld';
import { AzureCredentials } from './azureCredentials';

/** Adds the tenant, the subscription and the application that clients start with. @internal */
export function addAzureCredentials(
  directory: AzureDirectory,
  credentials: AzureCredentials,
): void {
  const { tenantId, clientId, clientSecret, subscriptionId } = credentials;
  directory.addTenant({ tenantId, name: 'sandbox' });
  directory.addSubscription({ subscriptionId, tenantId, name: 'sandbox' });
  directory.addServicePrincipal({
    tenantId,
    clientId,
    clientSecret,
    name: 'postern',
    roles: [{ scope: `/subscriptions/${subscriptionId}`, role: 'Contributor' }],
  });
}
