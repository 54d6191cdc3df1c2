import { kubernetesServices } from './kubernetesServices';
import { type LinkService, toLinkService } from './LinkService';
import { toSurveyedExposure } from './toSurveyedExposure';
import { GROUP, SERVICE, stateReader } from './__testUtils__/stateReader';

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
  toSurveyedExposure(serviceOf(properties, parts), stateReader());

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
    const { states, warnings } = stateReader();
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
