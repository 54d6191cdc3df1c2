import { AzureClusterProfile } from '../intents/azureClusterProfile';
import { AzurePrivateLinkExposureInput } from '../intents/azureExposure';

/** A subscription of the tests. */
export const SUBSCRIPTION = '0a1b2c3d-0000-4000-8000-00000000000a';

/** A cluster on Azure with a subnet for private link services. */
export const aksProfile: AzureClusterProfile = {
  cloud: 'azure',
  name: 'platform-we',
  controller: { type: 'cloud-provider-azure', version: '1.33.0' },
  subscription: SUBSCRIPTION,
  resourceGroup: 'MC_platform_platform-we_westeurope',
  location: 'westeurope',
  vnet: 'platform',
  defaultSubnet: 'nodes',
  subnets: [
    { name: 'nodes', cidr: '10.224.0.0/17' },
    { name: 'private-link', cidr: '10.225.10.0/24' },
  ],
};

/** The service of the article that this makes work: an API behind a private link service. */
export const superApi: AzurePrivateLinkExposureInput = {
  entityRef: 'component:default/super-api',
  cluster: aksProfile.name,
  subscription: SUBSCRIPTION,
  resourceGroup: aksProfile.resourceGroup,
  location: aksProfile.location,
  manifest: { form: 'cloud-provider-azure', path: 'k8s/super-api.yaml' },
  service: {
    name: 'super-api',
    namespace: 'super-api',
    selector: { app: 'super-api' },
    ports: [{ port: 80, targetPort: 8080 }],
  },
  privateLinkService: {
    name: 'super-api',
    subnet: 'private-link',
    addressCount: 1,
    addresses: ['10.225.10.10'],
    visibility: ['0a1b2c3d-0000-4000-8000-00000000000b'],
  },
};
