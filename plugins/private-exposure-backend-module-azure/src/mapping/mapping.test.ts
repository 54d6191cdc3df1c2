import { mockServices } from '@backstage/backend-test-utils';
import { toRequestMessage } from '@postern/backstage-plugin-private-exposure-common';
import { StateReader } from '@postern/backstage-plugin-private-exposure-node';
import type { FrontDoorPrivateLink } from '../survey/FrontDoor';
import { kubernetesServices } from './kubernetesServices';
import { fromAnswer, fromSdkConnection } from './LinkConnection';
import { type LinkService, toLinkService } from './LinkService';
import { requestIdIn } from './requestId';
import { parentId, parseResourceId } from './resourceIds';
import { toFrontDoorExposure } from './toFrontDoorExposure';
import { toGrants } from './toGrants';
import { toSurveyedConnection } from './toSurveyedConnection';
import { toSurveyedExposure } from './toSurveyedExposure';

const GROUP = '/subscriptions/AAAA/resourceGroups/MC_rg/providers';
const SERVICE = `${GROUP}/Microsoft.Network/privateLinkServices/Ledger`;

function reader() {
  const warnings: string[] = [];
  const logger = mockServices.logger.mock({
    warn: message => warnings.push(message),
  });
  return { states: StateReader.create({ cloud: 'Azure', logger }), warnings };
}

function serviceOf(properties: object, parts: object = {}): LinkService {
  const service = toLinkService({
    id: SERVICE,
    name: 'Ledger',
    properties: { provisioningState: 'Succeeded', ...properties },
    ...parts,
  });
  if (!service) throw new Error('It was left out');
  return service;
}

const exposureOf = (properties: object, parts?: object) =>
  toSurveyedExposure(serviceOf(properties, parts), reader());

describe('toSurveyedExposure', () => {
  it('names a service in one spelling, whatever case Azure sends', () => {
    expect(exposureOf({}).nativeId).toBe(
      exposureOf({}, { id: SERVICE.toUpperCase() }).nativeId,
    );
  });

  it('hands on alias, owner and what it is like', () => {
    const properties = {
      alias: 'ledger.guid.westeurope.azure.privatelinkservice',
      loadBalancerFrontendIpConfigurations: ['a', 'b'].map(name => ({
        id: `${GROUP}/Microsoft.Network/loadBalancers/kubernetes-internal/frontendIPConfigurations/${name}`,
      })),
      ipConfigurations: [
        { name: 'nat-0', properties: { privateIPAddress: '10.0.0.4' } },
        { name: 'nat-1', properties: {} },
      ],
      enableProxyProtocol: false,
      fqdns: ['ledger.acme.example'],
    };
    const exposure = exposureOf(properties, {
      location: 'westeurope',
      tags: {
        'backstage-entity-ref': 'component:default/ledger',
        'k8s-azure-owner-service': 'payments/ledger',
        'k8s-azure-cluster-name': 'platform-eu',
      },
    });

    expect(exposure).toMatchObject({
      kind: 'azure-private-link-service',
      name: 'Ledger',
      lifecycle: 'live',
      address: 'ledger.guid.westeurope.azure.privatelinkservice',
      acceptanceRequired: true,
      evidence: {
        tags: { 'backstage-entity-ref': 'component:default/ledger' },
        kubernetesServices: ['platform-eu/payments/ledger'],
      },
      provenance: {
        managedBy: 'Kubernetes Service payments/ledger in cluster platform-eu',
      },
    });
    expect(exposure.facts).toEqual([
      { label: 'Alias', value: properties.alias, copyable: true },
      { label: 'Resource id', value: SERVICE, copyable: true },
      { label: 'Location', value: 'westeurope' },
      { label: 'Load balancers', value: 'kubernetes-internal' },
      { label: 'NAT addresses', value: '10.0.0.4, dynamic' },
      { label: 'PROXY protocol', value: 'no' },
      { label: 'Domain names', value: 'ledger.acme.example' },
    ]);
  });

  it.each([
    { visible: [], approved: [], required: true },
    { visible: ['a', 'b'], approved: ['A', 'B'], required: false },
    { visible: ['a', 'b'], approved: ['a'], required: true },
    { visible: ['*'], approved: ['a'], required: true },
    { visible: ['*'], approved: ['*'], required: false },
  ])(
    'visible to $visible and approved $approved: approval is $required',
    ({ visible, approved, required }) => {
      const exposure = exposureOf({
        visibility: { subscriptions: visible },
        autoApproval: { subscriptions: approved },
      });

      expect(exposure.acceptanceRequired).toBe(required);
    },
  );

  it('keeps a state that is new to us, and says so once', () => {
    const { states, warnings } = reader();
    const map = () =>
      toSurveyedExposure(serviceOf({ provisioningState: 'Hibernating' }), {
        states,
      });

    expect(map()).toMatchObject({
      nativeState: 'Hibernating',
      lifecycle: 'provisioning',
    });
    map();
    expect(warnings).toEqual([expect.stringContaining('Hibernating')]);
  });
});

describe('toSurveyedConnection', () => {
  const ENDPOINT =
    '/subscriptions/BBBB/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/Checkout';
  const connection = (status: string, provisioningState = 'Succeeded') => ({
    id: `${SERVICE}/privateEndpointConnections/Checkout.1`,
    name: 'Checkout.1',
    endpointId: ENDPOINT,
    endpointLocation: 'West Europe',
    status,
    description: 'Please let us in',
    provisioningState,
  });
  const map = (status: string, provisioningState?: string) =>
    toSurveyedConnection(
      connection(status, provisioningState),
      SERVICE.toLowerCase(),
      {
        ...reader(),
        subscriptionNames: new Map([['bbbb', 'acme-analytics']]),
      },
    );

  it('tells the consumer by its endpoint', () => {
    expect(map('Pending')).toMatchObject({
      nativeId:
        `${SERVICE}/privateEndpointConnections/Checkout.1`.toLowerCase(),
      requestMessage: 'Please let us in',
      consumer: {
        account: 'bbbb',
        accountName: 'acme-analytics',
        region: 'westeurope',
        endpointId: ENDPOINT.toLowerCase(),
      },
    });
  });

  it('does not take the reason of a decision for what the consumer asked with', () => {
    expect(map('Approved').requestMessage).toBeUndefined();
  });

  it('knows what a template asked with after the decision too, by the id that is kept behind its reason', () => {
    const id = '3f0c9a52-7d0e-4b1c-9a55-0d1e2f3a4b5c';
    const approved = {
      ...connection('Approved'),
      description: `Agreed with the shop (${id})`,
    };

    expect(
      toSurveyedConnection(approved, SERVICE.toLowerCase(), {
        ...reader(),
        subscriptionNames: new Map(),
      }).requestMessage,
    ).toBe(toRequestMessage(id));
  });

  it.each([
    ['Pending', 'Succeeded', 'pending'],
    ['PENDING', 'Updating', 'pending'],
    ['Approved', 'Succeeded', 'connected'],
    ['approved', 'Updating', 'connecting'],
    ['Approved', 'Failed', 'failed'],
    ['Rejected', 'Updating', 'rejected'],
    ['Disconnected', 'Succeeded', 'disconnected'],
    ['Timeout', '', 'expired'],
    ['Approved', 'Deleting', 'removing'],
    ['Hibernating', 'Succeeded', 'unknown'],
    ['Approved', 'Hibernating', 'connected'],
  ])('%s while %s is %s', (status, provisioningState, state) => {
    const found = map(status, provisioningState);

    expect(found).toMatchObject({ state, nativeState: status });
  });
});

describe('connections of different providers', () => {
  it('follow their service where an answer leaves the id out', () => {
    const found = fromSdkConnection({ name: 'one' }, SERVICE);

    expect(found?.id).toBe(`${SERVICE}/privateEndpointConnections/one`);
  });

  it('are read with or without an s', () => {
    const answer = (state: object) =>
      fromAnswer(
        {
          name: 'one',
          properties: { privateLinkServiceConnectionState: state },
        },
        SERVICE,
      )?.actionsRequired;

    expect(answer({ actionRequired: 'Restart' })).toBe('Restart');
    expect(answer({ actionsRequired: 'Restart' })).toBe('Restart');
  });

  it('are left out where nothing could refer to them', () => {
    expect(fromSdkConnection({}, SERVICE)).toBeUndefined();
    expect(fromAnswer({ properties: {} }, SERVICE)).toBeUndefined();
  });
});

describe('toFrontDoorExposure', () => {
  const map = (privateLink: FrontDoorPrivateLink) =>
    toFrontDoorExposure(
      {
        id: '/subscriptions/a/providers/Microsoft.Cdn/profiles/fd',
        location: 'global',
        sku: { name: 'Premium_AzureFrontDoor' },
      },
      {
        endpoints: { type: 'seen', value: [] },
        origins: {
          type: 'seen',
          value: [
            {
              id: 'origin',
              name: 'origin',
              checksCertificateName: true,
              enabled: true,
              privateLink,
            },
          ],
        },
      },
      reader(),
    )?.requests;
  const link = {
    resourceId: SERVICE,
    requestMessage: 'Please',
    location: 'West Europe',
  };

  it.each([undefined, 'Pending'])(
    'says what it asks for itself, while that is %s',
    status => {
      expect(map({ ...link, status })).toEqual([
        {
          targetNativeId: SERVICE.toLowerCase(),
          requestMessage: 'Please',
          region: 'westeurope',
        },
      ]);
    },
  );

  it.each(['Approved', 'Rejected', 'Disconnected', 'Timeout'])(
    'asks for nothing any more once it is %s',
    status => {
      expect(map({ ...link, status })).toEqual([]);
    },
  );
});

describe('kubernetesServices', () => {
  it.each([
    [{ 'k8s-azure-owner-service': 'a/b' }, []],
    [{ 'k8s-azure-cluster-name': 'c' }, []],
    [
      { 'K8s-Azure-Owner-Service': 'a/b', 'k8s-azure-cluster-name': 'c' },
      ['c/a/b'],
    ],
    [
      {
        'k8s-azure-owner-service': 'a/b, a/d,a/b',
        'k8s-azure-cluster-name': 'c',
      },
      ['c/a/b', 'c/a/d'],
    ],
  ])('reads %j as %j', (tags, identities) => {
    expect(kubernetesServices(tags)).toEqual(identities);
  });
});

describe('toGrants', () => {
  it('lists who sees the service, and who is approved at once', () => {
    expect(toGrants({ visible: ['A', 'b'], autoApproved: ['a', 'c'] })).toEqual(
      [
        { principal: 'a', type: 'subscription', autoApproved: true },
        { principal: 'b', type: 'subscription', autoApproved: false },
      ],
    );
  });

  it('sets those apart who need no approval where everybody may ask', () => {
    expect(toGrants({ visible: ['*'], autoApproved: ['a'] })).toEqual([
      { principal: '*', type: 'everyone', autoApproved: false },
      { principal: 'a', type: 'subscription', autoApproved: true },
    ]);
  });
});

describe('resource ids', () => {
  it.each([
    '',
    SERVICE.replace('/subscriptions', '/sub'),
    `${SERVICE}/privateEndpointConnections`,
    `${SERVICE}/privateEndpointConnections/..`,
    SERVICE.replace('MC_rg', '..'),
    SERVICE.replace('AAAA', '.'),
    SERVICE.replace('Microsoft.Network', '..'),
    `${SERVICE}?api-version=1`,
  ])('are not read out of %s', id => {
    expect(parseResourceId(id)).toBeUndefined();
  });

  it('are taken apart', () => {
    const child = `${SERVICE}/privateEndpointConnections/one`;

    expect(parseResourceId(child)).toMatchObject({
      subscriptionId: 'aaaa',
      resourceGroup: 'MC_rg',
      type: 'microsoft.network/privatelinkservices/privateendpointconnections',
      names: ['Ledger', 'one'],
    });
    expect(parentId(child)).toBe(SERVICE);
  });
});

describe('requestIdIn', () => {
  it.each([
    [
      'Postern 7B0C1F58-5d0e-4e6f-9a51-0f6f4d4ad001.',
      '7b0c1f58-5d0e-4e6f-9a51-0f6f4d4ad001',
    ],
    // No random id: its version is another.
    ['7b0c1f58-5d0e-1e6f-9a51-0f6f4d4ad001', undefined],
    ['Please approve', undefined],
    [undefined, undefined],
  ])('finds in %s: %s', (text, id) => {
    expect(requestIdIn(text)).toBe(id);
  });
});
