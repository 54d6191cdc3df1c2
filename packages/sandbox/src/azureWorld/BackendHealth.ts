import { armKey } from './armIds';
import { AzureFault } from './AzureFault';
import { AzureLoadBalancer, HealthProbe, LoadBalancingRule } from './types';

/** How a backend is, as a rule of a load balancer finds it. @public */
export interface BackendState {
  /** Of a backend by address. The sandbox knows no addresses of machines. */
  ipAddress?: string;
  /** The id of an interface's configuration. */
  interfaceConfigurationId?: string;
  state: 'Up' | 'Down';
  /** Azure's reason code; a rule without a probe has none. */
  reason?: string;
}

/**
 * The health of the machines behind load balancers, as their probes find it. All are well until they are broken.
 *
 * @remarks
 * States and reason codes are those of "Manage Azure Load Balancer Health Status".
 *
 * @public
 */
export class BackendHealth {
  /** Broken backends by load balancer. */
  readonly #broken = new Map<string, Set<string>>();

  /**
   * Lets a backend answer no probe any more, or all of a load balancer.
   *
   * @param backend - the id of an interface's configuration, or an address
   * @throws AzureFault for a backend that the load balancer does not have.
   */
  breakBackends(loadBalancer: AzureLoadBalancer, backend?: string): void {
    const key = armKey(loadBalancer.id);
    const broken = this.#broken.get(key) ?? new Set();
    for (const one of meant(loadBalancer, backend)) broken.add(armKey(one));
    this.#broken.set(key, broken);
  }

  /** Lets a backend answer again, or all of a load balancer; throws as {@link BackendHealth.breakBackends} does. */
  healBackends(loadBalancer: AzureLoadBalancer, backend?: string): void {
    const broken = this.#broken.get(armKey(loadBalancer.id));
    for (const one of meant(loadBalancer, backend)) broken?.delete(armKey(one));
  }

  /** How the backends of a rule are. */
  statesOf(
    loadBalancer: AzureLoadBalancer,
    rule: LoadBalancingRule,
  ): BackendState[] {
    const { backendPools, probes } = loadBalancer;
    const pool = findNamed(backendPools, rule.backendPoolName);
    const probe = findNamed(probes, rule.probeName);
    const broken = this.#broken.get(armKey(loadBalancer.id));
    const judged = (backend: string) =>
      judge(probe, broken?.has(armKey(backend)) ?? false);
    return [
      ...(pool?.members ?? []).map(id => ({
        interfaceConfigurationId: id,
        ...judged(id),
      })),
      ...(pool?.addresses ?? []).map(ipAddress => ({
        ipAddress,
        ...judged(ipAddress),
      })),
    ];
  }
}

function findNamed<TPart extends { name: string }>(
  parts: TPart[],
  name: string | undefined,
): TPart | undefined {
  return parts.find(one => name && armKey(one.name) === armKey(name));
}

function meant(
  { id, backendPools }: AzureLoadBalancer,
  backend: string | undefined,
): string[] {
  const all = backendPools.flatMap(({ members, addresses = [] }) => [
    ...members,
    ...addresses,
  ]);
  if (backend === undefined) return all;
  if (all.some(one => armKey(one) === armKey(backend))) return [backend];
  throw new AzureFault(
    'ResourceNotFound',
    `The load balancer '${id}' has no backend '${backend}'.`,
    { status: 404 },
  );
}

function judge(
  probe: HealthProbe | undefined,
  isBroken: boolean,
): Pick<BackendState, 'state' | 'reason'> {
  // Nobody finds out what nobody probes.
  if (!probe) return { state: 'Up' };
  if (!isBroken) return { state: 'Up', reason: 'Up_Probe_Success' };
  const reason =
    probe.protocol === 'Tcp'
      ? 'Down_Probe_TcpProbeTimeout'
      : 'Down_Probe_HttpEndpointUnreachable';
  return { state: 'Down', reason };
}
