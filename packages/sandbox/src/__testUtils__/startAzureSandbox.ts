import {
  AzureLoadBalancer,
  AzureTimings,
  PrivateLinkService,
  VirtualNetwork,
} from '../azureWorld';
import { Sandbox, startSandbox } from '../startSandbox';

/** Someone who signs in, and the subscription that they work in. */
export interface AzureIdentity {
  tenantId: string;
  clientId: string;
  clientSecret: string;
  subscriptionId: string;
}

/** The provider in tests. */
export const AZURE_PROVIDER: AzureIdentity = {
  tenantId: '11111111-aaaa-4000-8000-000000000001',
  clientId: '11111111-bbbb-4000-8000-000000000001',
  clientSecret: 'provider-secret',
  subscriptionId: '11111111-cccc-4000-8000-000000000001',
};

/** A consumer of another tenant in tests. */
export const AZURE_CONSUMER: AzureIdentity = {
  tenantId: '22222222-aaaa-4000-8000-000000000002',
  clientId: '22222222-bbbb-4000-8000-000000000002',
  clientSecret: 'consumer-secret',
  subscriptionId: '22222222-cccc-4000-8000-000000000002',
};

/** Where tests put the provider's resources. */
export const AZURE_PLACE = {
  subscriptionId: AZURE_PROVIDER.subscriptionId,
  resourceGroup: 'MC_platform',
  location: 'westeurope',
};

/** A sandbox with a frozen clock, a provider and a consumer, both contributors to their subscriptions. */
export async function startAzureSandbox(
  azureTimings: Partial<AzureTimings> = {},
): Promise<Sandbox> {
  const sandbox = await startSandbox({ azureTimings });
  sandbox.clock.freeze(Date.now());
  const { directory } = sandbox.azure;
  for (const [identity, name] of [
    [AZURE_PROVIDER, 'acme'],
    [AZURE_CONSUMER, 'globex'],
  ] as const) {
    const { subscriptionId, tenantId } = identity;
    directory.addTenant({ tenantId, name });
    directory.addSubscription({ tenantId, subscriptionId, name });
    directory.addServicePrincipal({
      ...identity,
      name: `${name}-pipeline`,
      roles: [
        { scope: `/subscriptions/${subscriptionId}`, role: 'Contributor' },
      ],
    });
  }
  return sandbox;
}

/** The network of {@link AZURE_PLACE}, with the subnet `default`. */
export function providerNetwork(sandbox: Sandbox): VirtualNetwork {
  return sandbox.azure.ensureNetwork(AZURE_PLACE);
}

/** An internal load balancer with the one frontend `frontend`. */
export function addAzureLoadBalancer(
  sandbox: Sandbox,
  name: string,
): AzureLoadBalancer {
  const network = providerNetwork(sandbox);
  return sandbox.azure.loadBalancers.putLoadBalancer({
    ...AZURE_PLACE,
    name,
    frontends: [
      { name: 'frontend', subnetId: `${network.id}/subnets/default` },
    ],
  });
}

/** A private link service that everybody can see and nobody passes by themselves. */
export function addLinkService(
  sandbox: Sandbox,
  name: string,
  options: { visibility?: string[]; autoApproval?: string[] } = {},
): PrivateLinkService {
  const loadBalancer = addAzureLoadBalancer(sandbox, `${name}-lb`);
  const network = providerNetwork(sandbox);
  return sandbox.azure.privateLinkServices.putService({
    ...AZURE_PLACE,
    name,
    frontendIds: loadBalancer.frontends.map(({ id }) => id),
    ipConfigurations: [
      { name: 'nat', subnetId: `${network.id}/subnets/default` },
    ],
    visibility: ['*'],
    ...options,
  });
}
