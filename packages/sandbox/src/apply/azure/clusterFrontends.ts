import {
  armId,
  AzureLoadBalancer,
  AzureWorld,
  FrontendInput,
  HealthProbe,
  LoadBalancerFrontend,
  LoadBalancingRule,
} from '../../azureWorld';
import { AzureTarget } from '../types';

/** One Service's share in a cluster's load balancer. @internal */
export interface ClusterFrontend {
  frontend: FrontendInput;
  rules: LoadBalancingRule[];
  probes: HealthProbe[];
}

const NODES = 3;

function idOf(target: AzureTarget, name: string): string {
  const { subscriptionId, nodeResourceGroup: resourceGroup } = target;
  const place = { subscriptionId, resourceGroup, name };
  return armId('Microsoft.Network/loadBalancers', place);
}

/** Ids of the nodes' interfaces, which are all that the sandbox has of them. */
function nodesOf({ subscriptionId, nodeResourceGroup }: AzureTarget): string[] {
  const set = armId('Microsoft.Compute/virtualMachineScaleSets', {
    subscriptionId,
    resourceGroup: nodeResourceGroup,
    name: 'aks-nodepool1-vmss',
  });
  return Array.from(
    { length: NODES },
    (_, index) =>
      `${set}/virtualMachines/${index}/networkInterfaces/aks-nodepool1/ipConfigurations/ipconfig1`,
  );
}

function toInput(frontend: LoadBalancerFrontend): FrontendInput {
  const { name, subnetId, publicIPAddressId, allocation } = frontend;
  const isStatic = allocation === 'Static';
  return {
    ...{ name, subnetId, publicIPAddressId },
    privateIPAddress: isStatic ? frontend.privateIPAddress : undefined,
  };
}

function putWith(
  azure: AzureWorld,
  target: AzureTarget,
  options: {
    name: string;
    frontendName: string;
    share?: ClusterFrontend;
  },
): AzureLoadBalancer | undefined {
  const { name, frontendName, share } = options;
  const { subscriptionId, nodeResourceGroup, location } = target;
  const known = azure.loadBalancers.loadBalancers.get(idOf(target, name));
  const others = (known?.frontends ?? []).filter(
    frontend => frontend.name !== frontendName,
  );
  const isOthers = (part: { name: string }) =>
    !part.name.startsWith(`${frontendName}-`);
  const frontends = others.map(toInput);
  if (share) frontends.push(share.frontend);
  if (frontends.length === 0) {
    if (known) azure.loadBalancers.deleteLoadBalancer(known.id);
    return undefined;
  }
  azure.directory.ensureGroup(subscriptionId, nodeResourceGroup, location);
  return azure.loadBalancers.putLoadBalancer({
    subscriptionId,
    resourceGroup: nodeResourceGroup,
    location,
    name,
    frontends,
    backendPools: [{ name: 'kubernetes', members: nodesOf(target) }],
    probes: [
      ...(known?.probes ?? []).filter(isOthers),
      ...(share?.probes ?? []),
    ],
    rules: [...(known?.rules ?? []).filter(isOthers), ...(share?.rules ?? [])],
  });
}

/**
 * Puts a Service's frontend into a load balancer of its cluster, which is made for the first one.
 * @internal
 */
export function putClusterFrontend(
  azure: AzureWorld,
  target: AzureTarget,
  options: { loadBalancer: string; share: ClusterFrontend },
): LoadBalancerFrontend | undefined {
  const { name: frontendName } = options.share.frontend;
  const loadBalancer = putWith(azure, target, {
    name: options.loadBalancer,
    frontendName,
    share: options.share,
  });
  return loadBalancer?.frontends.find(({ name }) => name === frontendName);
}

/**
 * Takes a frontend out of a load balancer of the cluster, which goes with the last one.
 * @internal
 */
export function removeClusterFrontend(
  azure: AzureWorld,
  target: AzureTarget,
  options: { loadBalancer: string; frontendName: string },
): void {
  const { loadBalancer: name, frontendName } = options;
  putWith(azure, target, { name, frontendName });
}
