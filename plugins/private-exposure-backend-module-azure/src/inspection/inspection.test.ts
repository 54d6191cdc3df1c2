import type { Hop } from '@postern/backstage-plugin-private-exposure-common';
import type { SurveyedExposure } from '@postern/backstage-plugin-private-exposure-node';
import {
  exposeService,
  type ExposeServiceOptions,
} from '../__testUtils__/exposeService';
import {
  ANALYTICS,
  everyAction,
  PARTNER,
  PAYMENTS_SCOPE,
  PLACE,
  startWire,
  surveyScope,
  type Wire,
} from '../__testUtils__/startWire';

const { signal } = new AbortController();
const READ_INTERFACE = 'Microsoft.Network/networkInterfaces/read';
const kubernetes = {
  'k8s-azure-owner-service': 'payments/ledger',
  'k8s-azure-cluster-name': 'platform-eu',
};

describe('inspect a private link service', () => {
  let wire: Wire;

  const start = async (actions?: string[]) => {
    wire = await startWire({ actions });
  };
  beforeEach(() => start());
  afterEach(() => wire.stop());

  const inspect = async () => {
    const { exposures, connections } = await surveyScope(wire);
    const exposure = exposures.find(({ name }) => name === 'Ledger');
    return wire.provider.inspect(
      {
        scopeId: PAYMENTS_SCOPE,
        exposure: exposure as SurveyedExposure,
        connections,
      },
      { signal },
    );
  };
  const expose = (options: ExposeServiceOptions = {}) =>
    exposeService(wire, 'Ledger', {
      tags: kubernetes,
      visibility: [PARTNER],
      ...options,
    });
  const interfaceReads = () =>
    wire.calls.filter(({ operation }) => operation === READ_INTERFACE);
  const rulesOf = (inspection: { findings: { ruleId: string }[] }) =>
    inspection.findings.map(({ ruleId }) => ruleId);

  it('draws the path to the Kubernetes Service', async () => {
    const { service, loadBalancer } = expose();

    const inspection = await inspect();

    expect(inspection.health).toBe('ok');
    expect(
      inspection.hops.map(({ type, title, health }) => [type, title, health]),
    ).toEqual([
      ['private-link-service', 'Ledger', 'ok'],
      ['load-balancer', 'ledger-lb', 'ok'],
      ['target-group', 'kubernetes', 'ok'],
      ['kubernetes-service', 'payments/ledger', 'ok'],
    ]);
    expect(inspection.hops[0].consoleUrl).toContain(service.id.toLowerCase());
    expect(inspection.hops[1].nativeId).toBe(loadBalancer.id.toLowerCase());
    expect(inspection.hops[1].facts).toContainEqual({
      label: 'Rules',
      value: 'Tcp 443',
    });
    expect(inspection.findings).toEqual([]);
  });

  const natFacts = ({ hops }: { hops: Hop[] }) =>
    (hops[0].facts ?? []).flatMap(({ label, value }) =>
      label === 'NAT addresses' ? value : [],
    );

  it('tells the NAT addresses that Azure chose, by one call more', async () => {
    const { service } = expose({ natAddress: '10.100.0.200', natAddresses: 2 });
    const [, dynamic] = service.ipConfigurations;

    const inspection = await inspect();

    expect(natFacts(inspection)).toEqual([
      `10.100.0.200, ${dynamic.privateIPAddress}`,
    ]);
    expect(interfaceReads()).toHaveLength(1);
  });

  it('asks for no network interface where all NAT addresses were chosen', async () => {
    expose({ natAddress: '10.100.0.200' });

    expect(natFacts(await inspect())).toEqual(['10.100.0.200']);
    expect(interfaceReads()).toEqual([]);
  });

  it('says which action tells the NAT addresses, and is well without it', async () => {
    await wire.stop();
    await start(everyAction().filter(action => action !== READ_INTERFACE));
    expose({ natAddress: '10.100.0.200', natAddresses: 2 });

    const inspection = await inspect();

    expect(natFacts(inspection)).toEqual([
      `10.100.0.200, not readable: needs ${READ_INTERFACE}`,
    ]);
    expect(inspection).toMatchObject({ health: 'ok', findings: [] });
  });

  it('tells who may ask, and who is approved at once', async () => {
    expose({ visibility: [PARTNER, ANALYTICS], autoApproval: [ANALYTICS] });

    expect((await inspect()).grants).toEqual([
      { principal: PARTNER, type: 'subscription', autoApproved: false },
      { principal: ANALYTICS, type: 'subscription', autoApproved: true },
    ]);
  });

  it('says that nothing leads to a backend', async () => {
    expose({ backends: 0 });

    const inspection = await inspect();

    expect(inspection).toMatchObject({
      health: 'failing',
      healthReason: 'It has no backends',
    });
    expect(rulesOf(inspection)).toEqual(['azure/backends-missing']);
  });

  it('notices a public load balancer, and a star', async () => {
    expose({ isPublic: true, visibility: ['*'] });

    const inspection = await inspect();

    expect(rulesOf(inspection)).toEqual([
      'azure/public-load-balancer',
      'azure/everyone-may-ask',
    ]);
    expect(inspection.findings[0].remedy).toContain(
      'platform-eu/payments/ledger',
    );
  });

  it('notices a service that nothing is sent through any more', async () => {
    expose({ withoutRules: true });

    const inspection = await inspect();

    expect(inspection.health).toBe('failing');
    expect(rulesOf(inspection)).toContain('azure/service-left-behind');
  });

  it('looks at the endpoints of consumers of ours', async () => {
    const { service } = expose({ visibility: ['*'] });
    const endpoint = wire.sandbox.azure.connect({
      subscriptionId: ANALYTICS,
      target: service.alias,
    });
    const { exposures, connections } = await surveyScope(wire);
    // As if the consumer had deleted it since the survey.
    wire.sandbox.azure.privateEndpoints.deleteEndpoint(endpoint.id);

    const inspection = await wire.provider.inspect(
      { scopeId: PAYMENTS_SCOPE, exposure: exposures[0], connections },
      { signal },
    );

    expect(rulesOf(inspection)).toContain('azure/consumer-endpoint-gone');
    expect(
      inspection.findings.find(
        ({ ruleId }) => ruleId === 'azure/consumer-endpoint-gone',
      )?.message,
    ).toContain('acme-analytics');
  });

  it('is unknown, and says what is missing, where it may not look', async () => {
    await wire.stop();
    const action = 'Microsoft.Network/loadBalancers/read';
    await start(everyAction().filter(one => one !== action));
    expose();

    const inspection = await inspect();

    expect(inspection.health).toBe('unknown');
    expect(inspection.hops[1].reason).toContain(`'${action}'`);
    expect(rulesOf(inspection)).toEqual(['azure/permission-missing']);
  });

  it('calls no load balancer gone that is in a subscription which is not configured', async () => {
    const { service } = expose();
    const { azure } = wire.sandbox;
    const elsewhere = { ...PLACE, subscriptionId: PARTNER };
    const { frontends } = azure.loadBalancers.putLoadBalancer({
      ...elsewhere,
      name: 'central-lb',
      frontends: [
        {
          name: 'frontend',
          subnetId: `${azure.ensureNetwork(elsewhere).id}/subnets/default`,
        },
      ],
    });
    service.frontendIds = frontends.map(({ id }) => id);

    const inspection = await inspect();

    expect(inspection).toMatchObject({ health: 'unknown', findings: [] });
    expect(inspection.hops[1]).toMatchObject({
      title: 'central-lb',
      health: 'unknown',
      reason: `It is in subscription ${PARTNER}, which is not configured: add it under 'privateExposure.azure.tenants' to have it looked at`,
    });
  });

  it('throws for a service that is gone', async () => {
    const { service } = expose();
    const { exposures } = await surveyScope(wire);
    wire.sandbox.azure.privateLinkServices.deleteService(service.id);

    const inspection = wire.provider.inspect(
      { scopeId: PAYMENTS_SCOPE, exposure: exposures[0], connections: [] },
      { signal },
    );

    await expect(inspection).rejects.toMatchObject({ name: 'NotFoundError' });
  });

  it('notices policies that are on in the subnet of the NAT addresses', async () => {
    expose();
    const network = wire.sandbox.azure.ensureNetwork(PLACE);
    const subnet = network.subnets.get('default');
    // Azure lets nobody do this while a service is there, so that it takes an older mistake.
    if (subnet) subnet.privateLinkServiceNetworkPolicies = 'Enabled';

    expect(rulesOf(await inspect())).toEqual(['azure/nat-subnet-policies']);
  });
});
