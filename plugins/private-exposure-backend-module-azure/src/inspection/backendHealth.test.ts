import type { HealthProbe } from 'sandbox';
import { exposeService } from '../__testUtils__/exposeService';
import {
  everyAction,
  PAYMENTS_SCOPE,
  startWire,
  surveyScope,
  type Wire,
  type WireOptions,
} from '../__testUtils__/startWire';

const { signal } = new AbortController();

describe('the health of a backend pool', () => {
  let wire: Wire;
  let backends: string[];
  let breakBackends: (backend?: string) => void;

  async function start(
    options: WireOptions = {},
    probe: Partial<HealthProbe> = {},
  ) {
    wire = await startWire(options);
    const { loadBalancer } = exposeService(wire, 'Ledger', { probe });
    backends = loadBalancer.backendPools[0].members;
    const { backendHealth } = wire.sandbox.azure;
    breakBackends = backend =>
      backendHealth.breakBackends(loadBalancer, backend);
  }
  afterEach(() => wire.stop());

  async function inspect() {
    const { exposures } = await surveyScope(wire);
    const inspection = await wire.provider.inspect(
      { scopeId: PAYMENTS_SCOPE, exposure: exposures[0], connections: [] },
      { signal },
    );
    const pool = inspection.hops.find(({ type }) => type === 'target-group');
    const factOf = (label: string) =>
      pool?.facts?.find(fact => fact.label === label)?.value;
    return { inspection, pool, factOf };
  }

  it('is degraded where some backends do not answer the probe', async () => {
    await start();
    breakBackends(backends[0]);

    const { pool, factOf } = await inspect();

    expect(pool).toMatchObject({
      health: 'degraded',
      reason:
        "Only 1 of 2 backends answer the probe of rule 'https' (Down_Probe_TcpProbeTimeout)",
    });
    expect(factOf('Answer probes')).toBe('https: 1/2');
    expect(factOf('Seen through')).toBe('probe results');
  });

  it('is failing where none does', async () => {
    await start();
    breakBackends();

    const { inspection } = await inspect();

    expect(inspection).toMatchObject({
      health: 'failing',
      healthReason:
        "No backend answers the probe of rule 'https' (Down_Probe_TcpProbeTimeout)",
    });
  });

  it('is ok where a probe asks for pods and some nodes have none', async () => {
    const probe = { protocol: 'Http' as const, requestPath: '/healthz' };
    await start({}, { ...probe, port: 31_999 });
    breakBackends(backends[0]);

    const { pool, factOf } = await inspect();

    expect(pool).toMatchObject({ health: 'ok' });
    expect(factOf('Answer probes')).toBe('https: 1/2');
  });

  it('is degraded where a probe asks kube-proxy, which is on every node', async () => {
    const probe = { protocol: 'Http' as const, requestPath: '/healthz' };
    await start({}, { ...probe, port: 10_256 });
    breakBackends(backends[0]);

    expect((await inspect()).pool).toMatchObject({ health: 'degraded' });
  });

  it('is waited for while Azure finds it out', async () => {
    await start({ timings: { loadBalancerHealth: 1000 } });
    breakBackends(backends[0]);

    const moving = setInterval(() => wire.sandbox.clock.advance(100), 20);
    const { factOf } = await inspect().finally(() => clearInterval(moving));

    expect(factOf('Answer probes')).toBe('https: 1/2');
  });

  it('is judged by membership, and says so, where the probes may not be asked', async () => {
    const action =
      'Microsoft.Network/loadBalancers/loadBalancingRules/health/action';
    await start({ actions: everyAction().filter(one => one !== action) });
    breakBackends();

    const { inspection, pool, factOf } = await inspect();

    expect(pool).toMatchObject({ health: 'ok' });
    expect(factOf('Seen through')).toMatch(
      new RegExp(`^membership; probe results could not be read: .*'${action}'`),
    );
    expect(factOf('Answer probes')).toBeUndefined();
    expect(inspection.health).toBe('ok');
  });

  it('is judged by membership where Azure fails to tell', async () => {
    await start();
    wire.sandbox.faults.inject({
      action: 'LoadBalancerLoadBalancingRules_Health',
      effect: { type: 'error', code: 'NotSupported', status: 400 },
    });

    const { pool, factOf } = await inspect();

    expect(pool).toMatchObject({ health: 'ok' });
    expect(factOf('Seen through')).toContain('NotSupported');
  });
});
