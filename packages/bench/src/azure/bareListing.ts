import { NetworkManagementClient } from '@azure/arm-network';
import { ClientSecretCredential } from '@azure/identity';
import { AZURE } from '../settings';

/**
 * The baseline: the same pages as a survey of a subscription's services, read with the bare SDK and thrown away. Prints the
 * milliseconds. Where Azure is comes from the environment.
 */
async function main() {
  const endpoint = process.env.AZURE_RESOURCE_MANAGER_URL;
  const { tenantId, clientId, clientSecret, subscriptionId } = AZURE;
  const credential = new ClientSecretCredential(
    tenantId,
    clientId,
    clientSecret,
    { authorityHost: endpoint, disableInstanceDiscovery: true },
  );
  const options = { endpoint, credentialScopes: `${endpoint}/.default` };
  const network = new NetworkManagementClient(
    credential,
    subscriptionId,
    options,
  );
  // A survey has its token already.
  await credential.getToken(options.credentialScopes);
  const start = performance.now();
  let items = 0;
  const services = network.privateLinkServices.listBySubscription().byPage();
  for await (const page of services) items += page.length;
  const milliseconds = performance.now() - start;
  process.stdout.write(`${JSON.stringify({ milliseconds, items })}\n`);
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
