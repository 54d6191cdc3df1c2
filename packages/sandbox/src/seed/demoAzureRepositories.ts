import { demoAzure, demoLinkServiceIds, demoWebAppId } from './demoAzureIds';
import { DemoRepository, JONAS, repository } from './demoRepositories';
import { frontDoorTerraform } from './files/azureTerraform';
import { DemoComponent } from './files/catalogInfo';
import { manifests, privateLinkAnnotations } from './files/kubernetes';

const MANIFESTS_LINE = '`k8s/` has the manifests that the cluster applies';
const { cluster, subscriptions } = demoAzure;

/**
 * The repositories of the demo world whose components run on Azure, most of them in the cluster.
 * @internal
 */
export function createDemoAzureRepositories(): DemoRepository[] {
  return [storefront(), stock(), parcels(), returns()];
}

// Consumers connect to it, and Front Door asks to: it has everything that Azure can show.
function storefront(): DemoRepository {
  const name = 'storefront';
  const layout = [
    MANIFESTS_LINE,
    '`infra/` has the Terraform of its Front Door',
  ];
  return repository(
    component(name, 'Storefront', 'Shows the shop to the world.'),
    JONAS,
    layout,
    {
      [`k8s/${name}.yaml`]: exposed(name, ['*']),
      'infra/frontdoor.tf': frontDoorTerraform({
        name,
        resourceGroup: demoAzure.resourceGroup,
        privateLinkServiceId: demoLinkServiceIds.storefront,
        location: demoAzure.location,
        hostName: 'storefront.acme.example',
        requestMessage: 'Front Door of storefront',
      }),
    },
  );
}

function stock(): DemoRepository {
  const name = 'stock';
  return repository(
    component(name, 'Stock', 'Knows what is in which warehouse.'),
    JONAS,
    [MANIFESTS_LINE],
    {
      [`k8s/${name}.yaml`]: exposed(name, [
        subscriptions.analytics,
        subscriptions.globex,
      ]),
    },
  );
}

// It runs, and nobody outside the cluster can reach it.
function parcels(): DemoRepository {
  const name = 'parcels';
  return repository(
    component(name, 'Parcels', 'Follows every parcel to its door.'),
    JONAS,
    [MANIFESTS_LINE],
    { [`k8s/${name}.yaml`]: manifests({ name, port: 80, replicas: 2 }) },
  );
}

// A web app, outside the cluster. Its owner tag confirms what the annotation says.
function returns(): DemoRepository {
  const annotations = {
    'private-exposure.io/azure-private-link-resource': demoWebAppId,
  };
  return repository(
    {
      ...component(
        'returns',
        'Returns',
        'Takes back what customers do not keep.',
      ),
      annotations,
    },
    JONAS,
    ['It runs as a web app; its resource group has the rest'],
    {},
  );
}

function component(name: string, title: string, about: string): DemoComponent {
  return {
    name,
    title,
    owner: 'team-orders',
    about,
    annotations: {
      'private-exposure.io/kubernetes-service': `${cluster}/${name}/${name}`,
    },
  };
}

function exposed(name: string, visibility: string[]): string {
  return manifests({
    name,
    port: 443,
    replicas: 3,
    cloud: 'azure',
    annotations: privateLinkAnnotations({
      name: `pls-${name}`,
      subnet: demoAzure.subnets.privateLink,
      visibility,
    }),
  });
}
