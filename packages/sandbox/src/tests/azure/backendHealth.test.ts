import request from 'supertest';
import { networkClient } from '../../__testUtils__/azureClients';
import { errorOf } from '../../__testUtils__/errorOf';
import {
  AZURE_PLACE,
  AZURE_PROVIDER,
  providerNetwork,
  startAzureSandbox,
} from '../../__testUtils__/startAzureSandbox';
import { AzureLoadBalancer } from '../../azureWorld';
import { Sandbox } from '../../startSandbox';

const { resourceGroup: GROUP, subscriptionId } = AZURE_PLACE;
const NODES = ['node-0', 'node-1'].map(
  node =>
    `/subscriptions/${subscriptionId}/resourceGroups/${GROUP}/providers/Microsoft.Network/networkInterfaces/${node}/ipConfigurations/primary`,
);

function addLoadBalancer(sandbox: Sandbox): AzureLoadBalancer {
  const rule = {
    frontendName: 'frontend',
    backendPoolName: 'nodes',
    protocol: 'Tcp' as const,
    frontendPort: 443,
    backendPort: 443,
    idleTimeoutInMinutes: 4,
    enableFloatingIP: true,
    enableTcpReset: true,
    disableOutboundSnat: true,
  };
  const probe = { port: 31_443, intervalInSeconds: 5, numberOfProbes: 2 };
  return sandbox.azure.loadBalancers.putLoadBalancer({
    ...AZURE_PLACE,
    name: 'shop',
    frontends: [
      {
        name: 'frontend',
        subnetId: `${providerNetwork(sandbox).id}/subnets/default`,
      },
    ],
    backendPools: [{ name: 'nodes', members: NODES }],
    probes: [
      { ...probe, name: 'tcp', protocol: 'Tcp' },
      { ...probe, name: 'http', protocol: 'Http', requestPath: '/healthz' },
    ],
    rules: [
      { ...rule, name: 'https', probeName: 'tcp' },
      { ...rule, name: 'http', probeName: 'http' },
      { ...rule, name: 'unchecked' },
    ],
  });
}

describe('the health of backends over the wire', () => {
  let sandbox: Sandbox;
  let loadBalancer: AzureLoadBalancer;

  beforeEach(async () => {
    sandbox = await startAzureSandbox();
    loadBalancer = addLoadBalancer(sandbox);
  });
  afterEach(() => sandbox.stop());

  const rules = () => networkClient(sandbox).loadBalancerLoadBalancingRules;
  const act = (verb: 'break' | 'heal', backend?: string) =>
    request(`${sandbox.urls.console}/control/azure`)
      .post(`/backends/${verb}`)
      .send({ loadBalancerId: loadBalancer.id, backend });

  async function readHealth(rule: string) {
    sandbox.azure.timings.loadBalancerHealth = 0;
    return rules().beginHealthAndWait(GROUP, 'shop', rule);
  }

  it('is found out in the background, while the load balancer can be written', async () => {
    const poller = await rules().beginHealth(GROUP, 'shop', 'https', {
      updateIntervalInMs: 1,
    });
    expect(poller.isDone()).toBe(false);
    expect(() =>
      sandbox.azure.operations.requireFree(loadBalancer.id),
    ).not.toThrow();
    // What is broken meanwhile is in the answer.
    await act('break', NODES[1]).expect(204);
    sandbox.clock.advance(sandbox.azure.timings.loadBalancerHealth);

    expect(await poller.pollUntilDone()).toEqual({
      up: 1,
      down: 1,
      loadBalancerBackendAddresses: [
        {
          networkInterfaceIPConfigurationId: NODES[0],
          state: 'Up',
          reason: 'Up_Probe_Success',
        },
        {
          networkInterfaceIPConfigurationId: NODES[1],
          state: 'Down',
          reason: 'Down_Probe_TcpProbeTimeout',
        },
      ],
    });
  });

  it('is what the probe of each rule finds', async () => {
    await act('break').expect(204);

    expect(await readHealth('http')).toMatchObject({
      up: 0,
      down: 2,
      loadBalancerBackendAddresses: [
        { reason: 'Down_Probe_HttpEndpointUnreachable' },
        {},
      ],
    });
    expect(await readHealth('unchecked')).toMatchObject({ up: 2, down: 0 });
  });

  it('comes back', async () => {
    await act('break').expect(204);
    await act('heal', NODES[0]).expect(204);

    expect(await readHealth('https')).toMatchObject({ up: 1, down: 1 });

    await act('heal').expect(204);
    expect(await readHealth('https')).toMatchObject({ up: 2, down: 0 });
  });

  it('is refused for rules and backends that are not there, and to readers', async () => {
    const reader = {
      ...AZURE_PROVIDER,
      clientId: '33333333-bbbb-4000-8000-000000000003',
    };
    sandbox.azure.directory.addServicePrincipal({
      ...reader,
      name: 'reader',
      roles: [{ scope: `/subscriptions/${subscriptionId}`, role: 'Reader' }],
    });

    expect(await errorOf(readHealth('nothing'))).toMatchObject({
      statusCode: 404,
      code: 'NotFound',
    });
    expect(
      await errorOf(
        networkClient(
          sandbox,
          reader,
        ).loadBalancerLoadBalancingRules.beginHealthAndWait(
          GROUP,
          'shop',
          'https',
        ),
      ),
    ).toMatchObject({
      statusCode: 403,
      message: expect.stringContaining(
        "'Microsoft.Network/loadBalancers/loadBalancingRules/health/action'",
      ),
    });
    const { status, body } = await act('break', 'node-7');
    expect(status).toBe(404);
    expect(body.error.message).toContain("no backend 'node-7'");
  });
});
