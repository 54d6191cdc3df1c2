import { createHash } from 'node:crypto';
import { InputError } from '@backstage/errors';
import {
  AzureServicePlan,
  KubernetesObject,
  planAzureService,
  PlsContext,
} from '@postern/backstage-plugin-private-exposure-manifests';
import {
  AzureSubnet,
  AzureWorld,
  HealthProbe,
  LoadBalancingRule,
  PrivateLinkService,
} from '../../azureWorld';
import { Args, requiredString } from '../resources/args';
import { ApplyContext, AzureTarget } from '../types';
import { ClusterFrontend } from './clusterFrontends';

/** What becomes of a Service, and of its share in a load balancer. @internal */
export interface ClusterServicePlan {
  plan: AzureServicePlan;
  loadBalancer: string;
  share: ClusterFrontend;
}

/** The Service that the arguments hold. @internal */
export function objectOf(args: Args): KubernetesObject {
  return JSON.parse(requiredString(args, 'object'));
}

/** The target's part of Azure. @internal */
export function azureTargetOf({ target }: ApplyContext): AzureTarget {
  if (target.azure) return target.azure;
  throw new InputError(`The cluster '${target.cluster}' is not Azure's`);
}

function subnetsOf(azure: AzureWorld, target: AzureTarget): AzureSubnet[] {
  const network = azure.networks.getVirtualNetwork(target.networkId);
  return [...network.subnets.values()];
}

/** A private link service as the planner looks at one that is there. */
function toExisting(service: PrivateLinkService) {
  return {
    name: service.name,
    tags: service.tags,
    frontendIPConfigID: service.frontendIds[0],
    ipConfigurations: service.ipConfigurations.map(one => ({
      name: one.name,
      allocation: one.allocation,
      primary: one.primary,
      subnetId: one.subnetId,
      version: 'IPv4' as const,
      ip: one.allocation === 'Static' ? one.privateIPAddress : undefined,
    })),
    enableProxyProtocol: service.enableProxyProtocol,
    fqdns: service.fqdns,
    visibility: service.visibility,
    autoApproval: service.autoApproval,
    provisioningState: service.provisioningState,
  };
}

/**
 * What the planner is told of the cluster.
 * @param frontend - the Service's, once it has one
 * @internal
 */
export function planContext(
  context: ApplyContext,
  frontend?: PlsContext['frontend'],
): PlsContext {
  const { azure, target } = context;
  const own = azureTargetOf(context);
  return {
    clusterName: target.cluster,
    defaultSubnet: own.subnet,
    subnets: subnetsOf(azure, own),
    resourceGroup: own.nodeResourceGroup,
    frontend,
    existing: azure.privateLinkServices.services
      .list(own.subscriptionId)
      .map(toExisting),
  };
}

/** Numbers and names that Kubernetes would give; the same Service gets the same. */
function digestOf(context: ApplyContext, object: KubernetesObject): string {
  const { namespace = 'default', name = '' } = object.metadata;
  return createHash('sha256')
    .update(`${context.target.cluster}/${namespace}/${name}`)
    .digest('hex');
}

function nodePortOf(digest: string, port: number): number {
  return 30_000 + ((parseInt(digest.slice(0, 6), 16) + port) % 2768);
}

interface ServicePort {
  port: number;
  protocol: string;
  nodePort: number;
}

function portsOf(object: KubernetesObject, digest: string): ServicePort[] {
  const ports = Array.isArray(object.spec?.ports) ? object.spec.ports : [];
  return ports.flatMap(one => {
    if (typeof one !== 'object' || one === null || Array.isArray(one)) {
      return [];
    }
    const port = Number(one.port);
    const protocol = String(one.protocol ?? 'TCP');
    const nodePort = Number(one.nodePort ?? nodePortOf(digest, port));
    return [{ port, protocol, nodePort }];
  });
}

const PROBE_PROTOCOLS = { TCP: 'Tcp', HTTP: 'Http', HTTPS: 'Https' } as const;

function shareOf(
  plan: AzureServicePlan,
  frontend: ClusterFrontend['frontend'],
  ports: ServicePort[],
): ClusterFrontend {
  const nameOf = ({ protocol, port }: { protocol: string; port: number }) =>
    `${frontend.name}-${protocol}-${port}`;
  const probes = plan.probes.map((probe): HealthProbe => {
    const served = ports.find(({ port }) => port === probe.servicePort);
    return {
      name: nameOf({ protocol: 'TCP', port: probe.servicePort }),
      protocol: PROBE_PROTOCOLS[probe.protocol],
      port: probe.port || served?.nodePort || probe.servicePort,
      requestPath: probe.path,
      intervalInSeconds: probe.intervalSeconds,
      numberOfProbes: probe.numberOfProbes,
    };
  });
  const rules = ports.map((one): LoadBalancingRule => {
    const name = nameOf(one);
    return {
      name,
      frontendName: frontend.name,
      backendPoolName: 'kubernetes',
      probeName: probes.find(probe => probe.name === name)?.name,
      protocol: one.protocol === 'UDP' ? 'Udp' : 'Tcp',
      frontendPort: one.port,
      backendPort: plan.floatingIPDisabled ? one.nodePort : one.port,
      idleTimeoutInMinutes: plan.idleTimeoutMinutes,
      enableFloatingIP: !plan.floatingIPDisabled,
      enableTcpReset: !plan.tcpResetDisabled,
      disableOutboundSnat: !plan.internal,
    };
  });
  return { frontend, rules, probes };
}

/**
 * Says what the cloud provider makes of a Service: `getFrontendIPConfigName`, `getLoadBalancerRuleName` and
 * `getAzureLoadBalancerName` of cloud-provider-azure have the names.
 *
 * @throws ControllerRefusal in the controller's words.
 * @internal
 */
export function planClusterService(
  args: Args,
  context: ApplyContext,
): ClusterServicePlan {
  const object = objectOf(args);
  const own = azureTargetOf(context);
  const plan = planAzureService(object, planContext(context));
  const digest = digestOf(context, object);
  const base = `a${digest.slice(0, 31)}`;
  const { cluster } = context.target;
  const subnet = plan.internalSubnet;
  const name = plan.internal && subnet ? `${base}-${subnet}` : base;
  const address = plan.loadBalancerIPs.at(0);
  const frontend = plan.internal
    ? {
        name,
        subnetId: `${own.networkId}/subnets/${subnet ?? own.subnet}`,
        privateIPAddress: address,
      }
    : {
        name,
        publicIPAddressId: `/subscriptions/${own.subscriptionId}/resourceGroups/${own.nodeResourceGroup}/providers/Microsoft.Network/publicIPAddresses/${cluster}-${base}`,
      };
  return {
    plan,
    loadBalancer: plan.internal ? `${cluster}-internal` : cluster,
    share: shareOf(plan, frontend, portsOf(object, digest)),
  };
}
