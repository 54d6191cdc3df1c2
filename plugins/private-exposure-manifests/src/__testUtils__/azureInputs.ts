import { AzurePrivateLinkConsumerInput } from '../intents/azureConsumer';
import { AzureFrontDoorInput } from '../intents/azureFrontDoor';
import { SUBSCRIPTION } from './superApi';

const LINK = `/subscriptions/${SUBSCRIPTION}/resourceGroups/MC_platform_platform-we_westeurope/providers/Microsoft.Network/privateLinkServices/super-api`;

/** A request message as templates make it. */
export const REQUEST =
  'Private exposure request 3f0c9a52-7d0e-4b1c-9a55-0d1e2f3a4b5c';

/** A consumer of the service, with a name of its own for it. */
export const ordersEndpoint: AzurePrivateLinkConsumerInput = {
  entityRef: 'component:default/orders',
  name: 'orders-private-link',
  subscription: '0a1b2c3d-0000-4000-8000-00000000000b',
  resourceGroup: 'orders',
  location: 'westeurope',
  service: {
    alias: `super-api.${SUBSCRIPTION}.westeurope.azure.privatelinkservice`,
  },
  network: { resourceGroup: 'network', vnet: 'orders', subnet: 'endpoints' },
  requestMessage: REQUEST,
  privateDns: { zone: 'internal.acme.example', record: 'api' },
  infrastructure: { format: 'terraform', path: 'infra/endpoint.tf' },
};

/** The service behind Front Door. */
export const superApiFrontDoor: AzureFrontDoorInput = {
  entityRef: 'component:default/super-api',
  name: 'super-api',
  subscription: SUBSCRIPTION,
  resourceGroup: 'edge',
  origin: {
    privateLinkServiceId: LINK,
    location: 'westeurope',
    hostName: 'api.acme.example',
  },
  requestMessage: REQUEST,
  healthProbe: { path: '/healthz' },
  infrastructure: { format: 'terraform', path: 'infra/front-door.tf' },
};
