import type { Hop } from '@postern/backstage-plugin-private-exposure-common';
import { aConnection, anExposure } from './exposures';
import { anExposedEntity } from './world';

/** The endpoint of a consumer in Azure: nothing but its end tells it from another. */
export const endpointId =
  '/subscriptions/00000000-cccc-4000-8000-000000000002/resourcegroups/analytics/providers/microsoft.network/privateendpoints/pe-analytics-stock';

/** A service as Azure names it. */
export const serviceId =
  '/subscriptions/00000000-cccc-4000-8000-000000000001/resourcegroups/mc_shop_shop-weu_westeurope/providers/microsoft.network/privatelinkservices/stock';

/** A private link service at which a consumer waits. */
export const stock = anExposedEntity(
  anExposure('stock', {
    kind: 'azure-private-link-service',
    nativeId: serviceId,
    connectionCounts: { pending: 1 },
    connections: [
      aConnection({
        id: 'connection-stock',
        exposureId: 'exposure-stock',
        consumer: {
          account: '00000000-cccc-4000-8000-000000000002',
          accountName: 'acme-analytics',
          region: 'westeurope',
          endpointId,
        },
      }),
    ],
  }),
);

const hop = (type: Hop['type'], title: string): Hop => ({
  id: `${type} ${title}`,
  type,
  title,
  health: 'ok',
});

/** A Front Door: nobody connects to it, and nobody may ask to. */
export const storefront = anExposedEntity(
  anExposure('storefront', {
    kind: 'azure-front-door',
    grants: [],
    hops: [
      hop('cdn', 'storefront'),
      hop('waf', 'storefront'),
      hop('private-link-service', 'storefront'),
      hop('load-balancer', 'kubernetes-internal'),
      hop('target-group', 'aks-nodepool1'),
      hop('kubernetes-service', 'shop-weu/storefront/storefront'),
    ],
  }),
);
