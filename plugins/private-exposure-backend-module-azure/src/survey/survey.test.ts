import { mockServices } from '@backstage/backend-test-utils';
import { StateReader } from '@postern/backstage-plugin-private-exposure-node';
import { answeringClients } from '../__testUtils__/answeringClients';
import { exposeService } from '../__testUtils__/exposeService';
import {
  ANALYTICS,
  FRONT_DOOR_SCOPE,
  PARTNER,
  PAYMENTS_SCOPE,
  startWire,
  surveyPages,
  surveyScope,
  type Wire,
} from '../__testUtils__/startWire';
import { surveyScope as surveyServices } from './surveyScope';

describe('survey', () => {
  let wire: Wire;

  beforeEach(async () => {
    wire = await startWire();
  });
  afterEach(() => wire.stop());

  it('yields services with their connections, out of the listing alone', async () => {
    const { service } = exposeService(wire, 'Ledger', {
      tags: {
        'backstage-entity-ref': 'component:default/ledger',
        'k8s-azure-owner-service': 'payments/ledger',
        'k8s-azure-cluster-name': 'platform-eu',
      },
    });
    exposeService(wire, 'nobodys');
    const endpoint = wire.sandbox.azure.connect({
      subscriptionId: ANALYTICS,
      target: service.alias,
      requestMessage: 'For the reports',
    });

    const { exposures, connections, error } = await surveyScope(wire);

    expect(error).toBeUndefined();
    expect(exposures).toEqual([
      expect.objectContaining({
        nativeId: service.id.toLowerCase(),
        name: 'Ledger',
        address: service.alias,
        lifecycle: 'live',
        evidence: {
          tags: service.tags,
          kubernetesServices: ['platform-eu/payments/ledger'],
        },
      }),
      expect.objectContaining({ name: 'nobodys' }),
    ]);
    expect(connections).toEqual([
      expect.objectContaining({
        exposureNativeId: service.id.toLowerCase(),
        nativeId: endpoint.connection.id.toLowerCase(),
        state: 'pending',
        nativeState: 'Pending',
        requestMessage: 'For the reports',
        consumer: expect.objectContaining({
          account: ANALYTICS,
          accountName: 'acme-analytics',
          endpointId: endpoint.id.toLowerCase(),
        }),
      }),
    ]);
    expect(wire.calls.map(({ operation }) => operation)).toEqual([
      'Microsoft.Network/privateLinkServices/read',
    ]);
  });

  it('costs pages, however many connections there are', async () => {
    wire.sandbox.azureSettings.pageSize = 4;
    for (let index = 0; index < 10; index++) {
      const { service } = exposeService(wire, `service-${index}`);
      for (let consumer = 0; consumer < 3; consumer++) {
        wire.sandbox.azure.connect({
          subscriptionId: PARTNER,
          target: service.alias,
        });
      }
    }

    const pages = await surveyPages(wire);

    expect(pages.flatMap(({ exposures }) => exposures)).toHaveLength(10);
    expect(pages.flatMap(({ connections }) => connections)).toHaveLength(30);
    expect(
      wire.calls.filter(({ operation }) =>
        operation.startsWith('Microsoft.Network/'),
      ),
    ).toHaveLength(3);
  });

  it('asks for one token for all subscriptions of a tenant', async () => {
    const before = wire.sandbox.requestLog.list().length;

    await Promise.all([
      surveyScope(wire),
      surveyScope(wire, `azure/${ANALYTICS}`),
    ]);

    const signIns = wire.sandbox.requestLog
      .list()
      .slice(before)
      .filter(({ action }) => /token|sign/i.test(action));
    expect(signIns.length).toBeLessThanOrEqual(1);
  });

  it('names its scopes by subscription, Front Doors behind the services', async () => {
    const payments = {
      account: PAYMENTS_SCOPE.replace('azure/', ''),
      accountName: 'acme-payments',
      group: PAYMENTS_SCOPE,
    };

    expect((await wire.provider.listScopes()).slice(0, 2)).toEqual([
      { ...payments, id: PAYMENTS_SCOPE, title: 'acme-payments' },
      {
        ...payments,
        id: FRONT_DOOR_SCOPE,
        title: 'acme-payments · Front Door',
      },
    ]);
  });
});

describe('a listing', () => {
  const id =
    '/subscriptions/a/resourceGroups/rg/providers/Microsoft.Network/privateLinkServices/ledger';
  const surveyOf = async (properties: object) => {
    const asked: string[] = [];
    const clients = answeringClients(({ url }) => {
      const { pathname } = new URL(url);
      asked.push(pathname.split('/').at(-1) ?? '');
      if (pathname.endsWith('/privateLinkServices')) {
        return { body: { value: [{ id, name: 'ledger', properties }] } };
      }
      return pathname.endsWith('/privateEndpointConnections')
        ? { body: { value: [{ name: 'one', properties: {} }] } }
        : { body: { value: [] } };
    });
    const pages = surveyServices({
      scope: { id: 'a', subscriptionId: 'a', tenantId: 't', portalUrl: '' },
      clients,
      elsewhere: () => undefined,
      isNamed: () => false,
      states: StateReader.create({
        cloud: 'Azure',
        logger: mockServices.logger.mock(),
      }),
      subscriptionNames: new Map(),
      signal: new AbortController().signal,
    });
    const connections: string[] = [];
    for await (const page of pages) {
      connections.push(...page.connections.map(({ nativeId }) => nativeId));
    }
    return { asked, connections };
  };

  it('without connections is not taken for one of none: they are read', async () => {
    expect(await surveyOf({ provisioningState: 'Succeeded' })).toEqual({
      asked: ['privateLinkServices', 'privateEndpointConnections'],
      connections: [`${id}/privateEndpointConnections/one`.toLowerCase()],
    });
  });

  it('with an empty list costs no further call', async () => {
    expect(await surveyOf({ privateEndpointConnections: [] })).toEqual({
      asked: ['privateLinkServices'],
      connections: [],
    });
  });
});
