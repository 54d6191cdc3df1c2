import type { LoadBalancerHealthPerRule } from '@azure/arm-network';
import { nameInId, readResourceId } from '../mapping/resourceIds';
import type {
  BackendPool,
  BalancingRule,
  LoadBalancerDescription,
  Probe,
  RuleHealth,
  Seen,
} from './AzureInspection';
import type { InspectionContext } from './InspectionContext';
import { lookElsewhere } from './look';

/** Azure finds it out in the background, mostly within seconds. */
const LONGEST_WAIT_MS = 15_000;

/** Where the probes that the nodes share ask kube-proxy: cloud-provider-azure, "Shared probe mode". */
const KUBE_PROXY_PORT = 10_256;

interface Owner {
  /** The load balancer, in our spelling. */
  id: string;
  network: InspectionContext['clients']['network'];
  signal: AbortSignal;
}

/**
 * Asks a load balancer what the probes find at the backends of each pool. Whatever is wrong with that does no harm: who
 * belongs to a pool is known without it.
 *
 * @internal
 */
export async function withBackendHealth(
  description: LoadBalancerDescription,
  owner: Owner,
): Promise<LoadBalancerDescription> {
  const pools = await Promise.all(
    description.pools.map(async (pool): Promise<BackendPool> => {
      if (pool.backends === 0) return pool;
      const asked = rulesToAsk(description, pool);
      const probed = await Promise.all(
        asked.map(one => readHealth(one, owner)),
      );
      return { ...pool, probed };
    }),
  );
  return { ...description, pools };
}

interface ProbedRule {
  rule: BalancingRule;
  probe: Probe;
}

/** Rules of one probe find the same; those without one find nothing. */
function rulesToAsk(
  { rules, probes }: LoadBalancerDescription,
  pool: BackendPool,
): ProbedRule[] {
  return probes.flatMap(probe => {
    const rule = rules.find(
      ({ probeId, poolIds }) =>
        probeId === probe.id && poolIds.includes(pool.id),
    );
    return rule ? { rule, probe } : [];
  });
}

async function readHealth(
  { rule, probe }: ProbedRule,
  { id, network, signal }: Owner,
): Promise<Seen<RuleHealth>> {
  const { subscriptionId, resourceGroup } = readResourceId(id);
  return lookElsewhere({ subscriptionId, signal }, async () => {
    const abortSignal = AbortSignal.any([
      signal,
      AbortSignal.timeout(LONGEST_WAIT_MS),
    ]);
    const poller = await network.loadBalancerLoadBalancingRules.beginHealth(
      resourceGroup,
      nameInId(id),
      rule.name,
      { abortSignal },
    );
    return toRuleHealth(await poller.pollUntilDone({ abortSignal }), {
      rule,
      probe,
    });
  });
}

function toRuleHealth(
  { up = 0, down = 0, loadBalancerBackendAddresses }: LoadBalancerHealthPerRule,
  { rule, probe }: ProbedRule,
): RuleHealth {
  const reasons = (loadBalancerBackendAddresses ?? [])
    .filter(({ state }) => state?.toLowerCase() === 'down')
    .flatMap(({ reason }) => reason ?? []);
  return {
    rule: rule.name,
    up,
    down,
    reasons: [...new Set(reasons)],
    asksForPods: asksForPods(probe),
  };
}

/**
 * With `externalTrafficPolicy: Local`, the cloud provider probes the node port at which Kubernetes answers `/healthz` by
 * whether the node has a pod of the Service (Kubernetes, "Preserving the client source IP").
 */
function asksForPods({ protocol, port, path }: Probe): boolean {
  return protocol === 'Http' && path === '/healthz' && port !== KUBE_PROXY_PORT;
}
