import { demoAccounts, demoServiceIds, endpointServiceArn } from './demoIds';
import { catalogInfo, DemoComponent, readme } from './files/catalogInfo';
import {
  istioOverlay,
  manifests,
  privateLoadBalancer,
} from './files/kubernetes';
import { controllerTags, endpointServiceTerraform } from './files/terraform';

/**
 * A repository of the demo world.
 * @internal
 */
export interface DemoRepository {
  name: string;
  description: string;
  author: { name: string; email: string };
  files: Record<string, string>;
}

const MIRA = { name: 'Mira', email: 'mira@acme.example' };
/** The author of the repositories of team-orders. @internal */
export const JONAS = { name: 'Jonas', email: 'jonas@acme.example' };

const accountPrincipal = (accountId: string) =>
  `arn:aws:iam::${accountId}:root`;
const ANALYTICS = accountPrincipal(demoAccounts.analytics);
const GLOBEX = accountPrincipal(demoAccounts.globex);

const MANIFESTS_LINE = '`k8s/` has the manifests that the cluster applies';
const TERRAFORM_LINE =
  '`infra/` has the Terraform of what lives outside the cluster';

/**
 * The repositories of the demo world, with the files of their first commit.
 * @internal
 */
export function createDemoRepositories(): DemoRepository[] {
  return [
    payments(),
    ledger(),
    checkout(),
    orders(),
    webhooks(),
    search(),
    reports(),
    invoices(),
    archive(),
  ];
}

// The hero of the story: it runs, and nobody outside the cluster can reach it.
function payments(): DemoRepository {
  const component: DemoComponent = {
    name: 'payments',
    title: 'Payments',
    owner: 'team-payments',
    about: 'Takes card and bank payments and keeps their state.',
    annotations: serviceAnnotation('payments-eu', 'payments'),
  };
  return repository(component, MIRA, [MANIFESTS_LINE], {
    'k8s/payments.yaml': manifests({ name: 'payments', port: 80, replicas: 3 }),
  });
}

function ledger(): DemoRepository {
  const component: DemoComponent = {
    name: 'ledger',
    title: 'Ledger',
    owner: 'team-payments',
    about: 'Keeps the double-entry books of all money that moves.',
    annotations: serviceAnnotation('payments-eu', 'ledger'),
  };
  return exposed(component, MIRA, {
    cluster: 'payments-eu',
    principals: [ANALYTICS, GLOBEX],
    privateDnsName: 'ledger.acme.example',
  });
}

function checkout(): DemoRepository {
  const component: DemoComponent = {
    name: 'checkout',
    title: 'Checkout',
    owner: 'team-payments',
    about: 'Turns a basket into an order and a payment.',
    annotations: serviceAnnotation('payments-us', 'checkout'),
  };
  return exposed(component, MIRA, {
    cluster: 'payments-us',
    principals: ['*'],
  });
}

function orders(): DemoRepository {
  const component: DemoComponent = {
    name: 'orders',
    title: 'Orders',
    owner: 'team-orders',
    about: 'Knows every order and what became of it.',
    annotations: serviceAnnotation('platform-eu', 'orders'),
  };
  return exposed(component, JONAS, {
    cluster: 'platform-eu',
    principals: [ANALYTICS, GLOBEX],
    privateDnsName: 'orders.acme.example',
  });
}

function webhooks(): DemoRepository {
  const component: DemoComponent = {
    name: 'webhooks',
    title: 'Webhooks',
    owner: 'team-orders',
    about: 'Receives calls from partners and hands them on inside.',
    annotations: {
      'private-exposure.io/kubernetes-service':
        'platform-eu/istio-system/istio-ingressgateway',
    },
  };
  const layout = [
    '`istio/` has the overlay for the ingress gateway',
    TERRAFORM_LINE,
  ];
  return repository(component, JONAS, layout, {
    'istio/gateway.yaml': istioOverlay(),
    'infra/privatelink.tf': endpointServiceTerraform({
      name: 'webhooks',
      loadBalancerTags: {
        'kubernetes.io/service-name': 'istio-system/istio-ingressgateway',
        'kubernetes.io/cluster/platform-eu': 'owned',
      },
      principals: [GLOBEX],
      privateDnsName: '*.k.acme.example',
    }),
  });
}

function search(): DemoRepository {
  const component: DemoComponent = {
    name: 'search',
    title: 'Search',
    owner: 'team-orders',
    about: 'Finds products and orders.',
    annotations: serviceAnnotation('platform-eu', 'search'),
  };
  return exposed(component, JONAS, {
    cluster: 'platform-eu',
    principals: [ANALYTICS],
  });
}

function reports(): DemoRepository {
  const component: DemoComponent = {
    name: 'reports',
    title: 'Reports',
    owner: 'team-orders',
    about: 'Builds the monthly reports.',
    annotations: serviceAnnotation('platform-eu', 'reports'),
  };
  return exposed(component, JONAS, {
    cluster: 'platform-eu',
    principals: [ANALYTICS],
  });
}

// Claims the ledger's endpoint service, which belongs to another team.
function invoices(): DemoRepository {
  const component: DemoComponent = {
    name: 'invoices',
    title: 'Invoices',
    owner: 'team-orders',
    about: 'Writes and sends invoices.',
    annotations: {
      'private-exposure.io/aws-endpoint-service': endpointServiceArn(
        demoServiceIds.ledger,
        demoAccounts.payments,
        'eu-west-1',
      ),
    },
  };
  return repository(component, JONAS, [MANIFESTS_LINE], {
    'k8s/invoices.yaml': manifests({ name: 'invoices', port: 80, replicas: 2 }),
  });
}

function archive(): DemoRepository {
  const component: DemoComponent = {
    name: 'archive',
    title: 'Archive',
    owner: 'team-orders',
    about: 'Keeps closed orders for ten years.',
    annotations: {
      'private-exposure.io/aws-endpoint-service': endpointServiceArn(
        demoServiceIds.archive,
        demoAccounts.legacy,
        'eu-west-1',
      ),
    },
  };
  return exposed(component, JONAS, {
    cluster: 'legacy-eu',
    principals: [ANALYTICS],
  });
}

function exposed(
  component: DemoComponent,
  author: DemoRepository['author'],
  options: { cluster: string; principals: string[]; privateDnsName?: string },
): DemoRepository {
  const { name } = component;
  return repository(component, author, [MANIFESTS_LINE, TERRAFORM_LINE], {
    [`k8s/${name}.yaml`]: manifests({
      name,
      port: 443,
      replicas: 3,
      annotations: privateLoadBalancer(name),
    }),
    'infra/privatelink.tf': endpointServiceTerraform({
      name,
      loadBalancerTags: controllerTags(options.cluster, name),
      principals: options.principals,
      privateDnsName: options.privateDnsName,
    }),
  });
}

/**
 * A repository with what every component's has.
 * @internal
 */
export function repository(
  component: DemoComponent,
  author: DemoRepository['author'],
  layout: string[],
  files: Record<string, string>,
): DemoRepository {
  return {
    name: component.name,
    description: component.about,
    author,
    files: {
      'README.md': readme(component, layout),
      'catalog-info.yaml': catalogInfo(component),
      ...files,
    },
  };
}

function serviceAnnotation(cluster: string, name: string) {
  return {
    'private-exposure.io/kubernetes-service': `${cluster}/${name}/${name}`,
  };
}
