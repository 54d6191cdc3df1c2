import type { Entity } from '@backstage/catalog-model';
import {
  type FakeExposureProvider,
  surveyedConnection,
  surveyedExposure,
} from '@postern/backstage-plugin-private-exposure-node/testUtils';
import { connectionId, exposureId } from '../database/ids';

export const SCOPE = 'fake/222233334444/eu-west-1';
export const LEDGER_SERVICE =
  'arn:aws:ec2:eu-west-1:222233334444:vpc-endpoint-service/vpce-svc-0000000000000001';
export const ORDERS_SERVICE =
  'arn:aws:ec2:eu-west-1:222233334444:vpc-endpoint-service/vpce-svc-0000000000000002';
export const UNCLAIMED_SERVICE =
  'arn:aws:ec2:eu-west-1:222233334444:vpc-endpoint-service/vpce-svc-0000000000000003';
export const SEARCH_SERVICE =
  'arn:aws:ec2:eu-west-1:222233334444:vpc-endpoint-service/vpce-svc-0000000000000004';

/** Our ids of what the demo cloud holds. */
export const ids = {
  ledger: exposureId(SCOPE, LEDGER_SERVICE),
  orders: exposureId(SCOPE, ORDERS_SERVICE),
  unclaimed: exposureId(SCOPE, UNCLAIMED_SERVICE),
  globex: connectionId(SCOPE, LEDGER_SERVICE, 'vpce-0000000000000001'),
  analytics: connectionId(SCOPE, LEDGER_SERVICE, 'vpce-0000000000000002'),
  orders1: connectionId(SCOPE, ORDERS_SERVICE, 'vpce-0000000000000003'),
  search1: connectionId(SCOPE, SEARCH_SERVICE, 'vpce-0000000000000004'),
};

/** Puts two claimed services, one claimed by annotation only, and one that nobody claims into a cloud in memory. */
export function fillDemoCloud(provider: FakeExposureProvider) {
  const cloud = provider.addScope({
    id: SCOPE,
    title: 'acme-payments · eu-west-1',
    account: '222233334444',
    accountName: 'acme-payments',
    region: 'eu-west-1',
  });
  cloud.exposures = [
    surveyedExposure({
      nativeId: LEDGER_SERVICE,
      name: 'ledger',
      evidence: {
        tags: { 'backstage-entity-ref': 'component:default/ledger' },
        kubernetesServices: [],
      },
      acceptanceRequired: true,
      domain: { domain: 'ledger.acme.example', state: 'pending' },
    }),
    surveyedExposure({
      nativeId: ORDERS_SERVICE,
      name: 'orders',
      evidence: {
        tags: { 'backstage-entity-ref': 'component:default/orders' },
        kubernetesServices: [],
      },
    }),
    surveyedExposure({ nativeId: UNCLAIMED_SERVICE, name: 'mystery' }),
    surveyedExposure({ nativeId: SEARCH_SERVICE, name: 'search' }),
  ];
  cloud.connections = [
    surveyedConnection({
      nativeId: 'vpce-0000000000000001',
      exposureNativeId: LEDGER_SERVICE,
      consumer: {
        account: '444455556666',
        region: 'eu-west-1',
        endpointId: 'vpce-0000000000000001',
      },
    }),
    surveyedConnection({
      nativeId: 'vpce-0000000000000002',
      exposureNativeId: LEDGER_SERVICE,
      consumer: {
        account: '333344445555',
        region: 'eu-west-1',
        endpointId: 'vpce-0000000000000002',
      },
    }),
    surveyedConnection({
      nativeId: 'vpce-0000000000000003',
      exposureNativeId: ORDERS_SERVICE,
      state: 'connected',
      nativeState: 'available',
    }),
    surveyedConnection({
      nativeId: 'vpce-0000000000000004',
      exposureNativeId: SEARCH_SERVICE,
    }),
  ];
  return cloud;
}

function component(
  name: string,
  owner: string,
  annotations: Record<string, string> = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { name, namespace: 'default', annotations },
    spec: { type: 'service', lifecycle: 'production', owner },
    relations: [{ type: 'ownedBy', targetRef: `group:default/${owner}` }],
  };
}

/** `search` claims by annotation only; `invoices` claims what is ledger's. */
export const demoEntities: Entity[] = [
  component('payments', 'team-payments'),
  component('ledger', 'team-payments'),
  component('orders', 'team-orders'),
  component('search', 'team-orders', {
    'private-exposure.io/aws-endpoint-service': SEARCH_SERVICE,
  }),
  component('invoices', 'team-orders', {
    'private-exposure.io/aws-endpoint-service': LEDGER_SERVICE,
  }),
];
