import {
  AzureLoadBalancer,
  BackendPool,
  HealthProbe,
  LoadBalancerFrontend,
  LoadBalancingRule,
} from '../../azureWorld';
import { presentRecord } from './presentRecord';

const TYPE = 'Microsoft.Network/loadBalancers';

type PartKind =
  | 'frontendIPConfigurations'
  | 'backendAddressPools'
  | 'loadBalancingRules'
  | 'probes';

function idOf(
  { id }: AzureLoadBalancer,
  kind: PartKind,
  name: string,
): { id: string } {
  return { id: `${id}/${kind}/${name}` };
}

function presentPart(
  loadBalancer: AzureLoadBalancer,
  kind: PartKind,
  part: { name: string; properties: Record<string, unknown> },
) {
  return {
    name: part.name,
    ...idOf(loadBalancer, kind, part.name),
    etag: loadBalancer.etag,
    properties: { provisioningState: 'Succeeded', ...part.properties },
    type: `${TYPE}/${kind}`,
  };
}

/** Ids of the rules for which something holds; left out where there are none. */
function rulesWith(
  loadBalancer: AzureLoadBalancer,
  isMeant: (rule: LoadBalancingRule) => boolean,
) {
  const rules = loadBalancer.rules.filter(isMeant);
  return rules.length > 0
    ? {
        loadBalancingRules: rules.map(({ name }) =>
          idOf(loadBalancer, 'loadBalancingRules', name),
        ),
      }
    : {};
}

function presentFrontend(
  loadBalancer: AzureLoadBalancer,
  frontend: LoadBalancerFrontend,
) {
  const { name, privateIPAddress, subnetId, publicIPAddressId } = frontend;
  return presentPart(loadBalancer, 'frontendIPConfigurations', {
    name,
    properties: {
      ...(privateIPAddress && { privateIPAddress }),
      privateIPAllocationMethod: frontend.allocation,
      ...(subnetId && { subnet: { id: subnetId } }),
      ...(publicIPAddressId && { publicIPAddress: { id: publicIPAddressId } }),
      ...rulesWith(loadBalancer, rule => rule.frontendName === name),
      ...(subnetId && { privateIPAddressVersion: 'IPv4' }),
    },
  });
}

function presentRule(loadBalancer: AzureLoadBalancer, rule: LoadBalancingRule) {
  const { backendPoolName: pool, probeName: probe } = rule;
  return presentPart(loadBalancer, 'loadBalancingRules', {
    name: rule.name,
    properties: {
      frontendIPConfiguration: idOf(
        loadBalancer,
        'frontendIPConfigurations',
        rule.frontendName,
      ),
      frontendPort: rule.frontendPort,
      backendPort: rule.backendPort,
      enableFloatingIP: rule.enableFloatingIP,
      idleTimeoutInMinutes: rule.idleTimeoutInMinutes,
      protocol: rule.protocol,
      loadDistribution: 'Default',
      enableTcpReset: rule.enableTcpReset,
      disableOutboundSnat: rule.disableOutboundSnat,
      ...(pool && {
        backendAddressPool: idOf(loadBalancer, 'backendAddressPools', pool),
      }),
      ...(probe && { probe: idOf(loadBalancer, 'probes', probe) }),
    },
  });
}

function presentProbe(loadBalancer: AzureLoadBalancer, probe: HealthProbe) {
  const { name, protocol, port, requestPath } = probe;
  return presentPart(loadBalancer, 'probes', {
    name,
    properties: {
      protocol,
      port,
      ...(requestPath && { requestPath }),
      intervalInSeconds: probe.intervalInSeconds,
      numberOfProbes: probe.numberOfProbes,
      probeThreshold: 1,
      ...rulesWith(loadBalancer, rule => rule.probeName === name),
    },
  });
}

function presentPool(loadBalancer: AzureLoadBalancer, pool: BackendPool) {
  const { name, members, addresses = [] } = pool;
  return presentPart(loadBalancer, 'backendAddressPools', {
    name,
    properties: {
      loadBalancerBackendAddresses: addresses.map((ipAddress, index) => ({
        name: `address-${index}`,
        properties: { ipAddress },
      })),
      backendIPConfigurations: members.map(id => ({ id })),
      ...rulesWith(loadBalancer, rule => rule.backendPoolName === name),
    },
  });
}

/** A load balancer as the network provider shows it. @internal */
export function presentLoadBalancer(loadBalancer: AzureLoadBalancer) {
  return {
    ...presentRecord(loadBalancer),
    properties: {
      provisioningState: loadBalancer.provisioningState,
      resourceGuid: loadBalancer.resourceGuid,
      frontendIPConfigurations: loadBalancer.frontends.map(one =>
        presentFrontend(loadBalancer, one),
      ),
      backendAddressPools: loadBalancer.backendPools.map(pool =>
        presentPool(loadBalancer, pool),
      ),
      loadBalancingRules: loadBalancer.rules.map(rule =>
        presentRule(loadBalancer, rule),
      ),
      probes: loadBalancer.probes.map(probe =>
        presentProbe(loadBalancer, probe),
      ),
      inboundNatRules: [],
      outboundRules: [],
      inboundNatPools: [],
    },
    sku: { name: loadBalancer.sku, tier: 'Regional' },
  };
}
