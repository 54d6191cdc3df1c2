import type { LoadBalancer } from '@azure/arm-network';
import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import { isNotFound } from '../clients/errors';
import {
  canonicalId,
  nameInId,
  parentId,
  readResourceId,
} from '../mapping/resourceIds';
import type {
  BackendPool,
  BalancingRule,
  Frontend,
  InspectedLoadBalancer,
  LoadBalancerDescription,
  Probe,
} from './AzureInspection';
import { type InspectionContext, LOOKS_AT_ONCE } from './InspectionContext';
import { look, notOurs } from './look';
import { withBackendHealth } from './readBackendHealth';

/**
 * Looks at the load balancers of some frontends. One answer holds frontends, rules, probes and backend pools.
 *
 * @param frontendIds - In our spelling.
 * @internal
 */
export async function readLoadBalancers(
  frontendIds: readonly string[],
  context: InspectionContext,
): Promise<InspectedLoadBalancer[]> {
  const ids = [...new Set(frontendIds.map(id => parentId(id)))];
  return mapWithLimit(ids, LOOKS_AT_ONCE, async id => {
    const { subscriptionId } = readResourceId(id);
    const owner = context.elsewhere(subscriptionId);
    const description = owner
      ? await look(async () => {
          const found = await read(id, owner.network, context.signal);
          if (!found) return undefined;
          const seen = toLoadBalancerDescription(found, frontendIds);
          const { network } = owner;
          const { signal } = context;
          return withBackendHealth(seen, { id, network, signal });
        })
      : notOurs(subscriptionId);
    return { id, name: nameInId(id), description };
  });
}

async function read(
  id: string,
  network: InspectionContext['clients']['network'],
  abortSignal: AbortSignal,
): Promise<LoadBalancer | undefined> {
  const { resourceGroup, names } = readResourceId(id);
  try {
    return await network.loadBalancers.get(resourceGroup, names[0], {
      abortSignal,
    });
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

/**
 * A load balancer as the rules read it: the given frontends, and what hangs on them.
 *
 * @param frontendIds - In our spelling.
 * @internal
 */
export function toLoadBalancerDescription(
  loadBalancer: LoadBalancer,
  frontendIds: readonly string[],
): LoadBalancerDescription {
  const frontends = toFrontends(loadBalancer).filter(({ id }) =>
    frontendIds.includes(id),
  );
  const rules = toRules(loadBalancer).filter(({ frontendId }) =>
    frontendIds.includes(frontendId),
  );
  return {
    state: loadBalancer.provisioningState ?? '',
    sku: loadBalancer.sku?.name,
    frontends,
    rules,
    probes: toProbes(loadBalancer).filter(({ id }) =>
      rules.some(({ probeId }) => probeId === id),
    ),
    pools: toPools(loadBalancer).filter(({ id }) =>
      rules.some(({ poolIds }) => poolIds.includes(id)),
    ),
  };
}

function toFrontends(loadBalancer: LoadBalancer): Frontend[] {
  return (loadBalancer.frontendIPConfigurations ?? []).map(frontend => ({
    id: canonicalId(frontend.id ?? ''),
    name: frontend.name ?? '',
    privateAddress: frontend.privateIPAddress,
    publicAddressId:
      frontend.publicIPAddress?.id ?? frontend.publicIPPrefix?.id,
  }));
}

function toRules(loadBalancer: LoadBalancer): BalancingRule[] {
  return (loadBalancer.loadBalancingRules ?? []).map(rule => {
    const pools = rule.backendAddressPools?.length
      ? rule.backendAddressPools
      : [rule.backendAddressPool];
    return {
      name: rule.name ?? '',
      frontendId: canonicalId(rule.frontendIPConfiguration?.id ?? ''),
      protocol: rule.protocol ?? '',
      frontendPort: rule.frontendPort ?? 0,
      backendPort: rule.backendPort,
      probeId: rule.probe?.id && canonicalId(rule.probe.id),
      poolIds: pools.flatMap(pool => (pool?.id ? [canonicalId(pool.id)] : [])),
      floatingIp: rule.enableFloatingIP ?? false,
    };
  });
}

function toProbes(loadBalancer: LoadBalancer): Probe[] {
  return (loadBalancer.probes ?? []).map(probe => ({
    id: canonicalId(probe.id ?? ''),
    name: probe.name ?? '',
    protocol: probe.protocol ?? '',
    port: probe.port ?? 0,
    path: probe.requestPath,
  }));
}

function toPools(loadBalancer: LoadBalancer): BackendPool[] {
  return (loadBalancer.backendAddressPools ?? []).map(pool => {
    const interfaces = pool.backendIPConfigurations?.length ?? 0;
    const addresses = pool.loadBalancerBackendAddresses?.length ?? 0;
    return {
      id: canonicalId(pool.id ?? ''),
      name: pool.name ?? '',
      // Azure lists a backend by interface as an address too.
      backends: Math.max(interfaces, addresses),
      byAddress: interfaces === 0 && addresses > 0,
    };
  });
}
