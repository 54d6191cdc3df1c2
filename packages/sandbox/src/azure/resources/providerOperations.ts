import { AzureFault } from '../../azureWorld';
import { ArmCall, ArmOperation } from '../server/ArmOperation';
import { azureLocations } from './locations';
import {
  findProvider,
  resourceProviders,
  ResourceProvider,
} from './resourceTypes';

/** Azure writes locations here as people read them. */
const LOCATION_NAMES: Record<(typeof azureLocations)[number], string> = {
  westeurope: 'West Europe',
  northeurope: 'North Europe',
  germanywestcentral: 'Germany West Central',
  uksouth: 'UK South',
  eastus: 'East US',
  westus2: 'West US 2',
};

function present({ namespace, resourceTypes }: ResourceProvider) {
  return {
    namespace,
    resourceTypes: resourceTypes.map(({ resourceType, apiVersions }) => ({
      resourceType,
      locations: azureLocations.map(location => LOCATION_NAMES[location]),
      apiVersions,
      capabilities: 'None',
    })),
  };
}

function presentFor({ params }: ArmCall, provider: ResourceProvider) {
  return {
    id: `/subscriptions/${params.subscriptionId}/providers/${provider.namespace}`,
    ...present(provider),
    registrationState: 'Registered',
    registrationPolicy: 'RegistrationRequired',
  };
}

function providerOf({ params }: ArmCall): ResourceProvider {
  const namespace = params.providerNamespace;
  const provider = findProvider(namespace);
  if (provider) return provider;
  throw new AzureFault(
    'InvalidResourceNamespace',
    `The resource namespace '${namespace}' is invalid.`,
    { status: 404 },
  );
}

/** What Azure tells of its resource providers. @internal */
export const providerOperations: ArmOperation[] = [
  {
    id: 'Providers_List',
    method: 'GET',
    path: '/subscriptions/{subscriptionId}/providers',
    action: false,
    run: call => ({
      status: 200,
      body: { value: resourceProviders.map(one => presentFor(call, one)) },
    }),
  },
  {
    id: 'Providers_Get',
    method: 'GET',
    path: '/subscriptions/{subscriptionId}/providers/{providerNamespace}',
    action: false,
    run: call => ({ status: 200, body: presentFor(call, providerOf(call)) }),
  },
  {
    id: 'Providers_GetAtTenantScope',
    method: 'GET',
    path: '/providers/{providerNamespace}',
    run: call => ({ status: 200, body: present(providerOf(call)) }),
  },
];
