import type { UnclaimedExposure } from '@postern/backstage-plugin-private-exposure-common';
import { freshSource, minutesAgo } from './times';

const days = 24 * 60;

/** A load balancer that somebody made, nobody knows who. */
export function anUnclaimed(
  name: string,
  overrides: Partial<UnclaimedExposure> = {},
): UnclaimedExposure {
  return {
    id: `unclaimed-${name}`,
    kind: 'aws-load-balancer',
    name,
    nativeId: `arn:aws:elasticloadbalancing:eu-west-1:222233334444:loadbalancer/net/${name}/50dc6c495c0c9188`,
    scopeId: 'aws:222233334444:eu-west-1',
    account: '222233334444',
    accountName: 'acme-payments',
    region: 'eu-west-1',
    lifecycle: 'live',
    health: 'unknown',
    attention: [],
    connectionCounts: {},
    firstSeenAt: minutesAgo(3 * days),
    source: freshSource(),
    provider: 'aws',
    provenance: { manager: 'unknown' },
    kubernetesServices: [],
    ...overrides,
  };
}

/** What no entity claims: made by hand, by a controller, by code, and nobody knows. */
export const unclaimed: readonly UnclaimedExposure[] = [
  anUnclaimed('vpce-svc-0abandoned0001', {
    kind: 'aws-endpoint-service',
    address: 'com.amazonaws.vpce.eu-west-1.vpce-svc-0abandoned0001',
    connectionCounts: { connected: 2 },
    provenance: {
      createdAt: minutesAgo(400 * days),
      createdBy: 'IAMUser:AIDAEXAMPLE:mira',
      manager: 'unknown',
    },
    cost: { currency: 'EUR', perHour: 0.011, per30Days: 7.92 },
    consoleUrl: 'https://eu-west-1.console.aws.amazon.com/vpcconsole/home',
  }),
  anUnclaimed('k8s-shop-cart', {
    address: 'k8s-shop-cart-0123.elb.eu-west-1.amazonaws.com',
    provenance: {
      createdAt: minutesAgo(40 * days),
      managedBy: 'Kubernetes Service shop/cart in cluster payments-eu',
      manager: 'kubernetes',
    },
    kubernetesServices: ['payments-eu/shop/cart'],
    cost: { currency: 'EUR', perHour: 0.0225, per30Days: 16.2 },
  }),
  anUnclaimed('app-shop', {
    kind: 'azure-private-link-resource',
    nativeId:
      '/subscriptions/0a1b2c3d-0000-4000-8000-00000000000a/resourcegroups/shop/providers/microsoft.web/sites/app-shop',
    provider: 'azure',
    account: '0a1b2c3d-0000-4000-8000-00000000000a',
    accountName: 'acme-shop',
    region: undefined,
    provenance: {
      createdAt: minutesAgo(4 * days),
      createdBy: 'deploy@acme.example',
      managedBy: 'Terraform',
      manager: 'iac',
    },
  }),
  anUnclaimed('mystery', {
    cost: { currency: 'EUR', perHour: 0.0225, per30Days: 16.2 },
    source: { ...freshSource(), state: 'stale', error: 'Throttled' },
  }),
];
