import { ControllerRefusal } from '../ControllerRefusal';
import { nameLbcResource } from '../nameLbcResource';
import {
  AwsLbcServiceFacts,
  LoadBalancerAddressType,
  LoadBalancerScheme,
  SubnetFact,
} from './AwsLbcServiceFacts';
import { AllocatedPort, LbcService, LbcServicePort } from './LbcService';
import {
  BindingIngressRule,
  planGroupIngress,
  planNetworkIngress,
} from './planBindingIngress';
import { HealthCheckPlan, planHealthCheck } from './planHealthCheck';
import { ListenerProtocol } from './planListenerProtocols';
import { SecurityGroupPlan } from './planSecurityGroups';
import {
  planPreserveClientIp,
  planTargetGroupAttributes,
} from './planTargetGroupAttributes';
import {
  planMultiCluster,
  planNodeSelector,
  planTargetAddressType,
  planTargetGroupPort,
  planTargetType,
  TargetType,
} from './planTargetType';

/** A target group that the controller makes for one port of a Service. @public */
export interface TargetGroupPlan {
  /** `namespace/name:port`. */
  key: string;
  name: string;
  targetType: TargetType;
  port: AllocatedPort;
  protocol: ListenerProtocol;
  ipAddressType: 'ipv4' | 'ipv6';
  healthCheck: HealthCheckPlan;
  attributes: Record<string, string>;
  /** Whether targets see the address of the client. */
  preservesClientIp: boolean;
  tags: Record<string, string>;
}

/** How targets get into a target group, and what is opened for that. @public */
export interface TargetGroupBindingPlan {
  /** The target group's. */
  key: string;
  targetType: TargetType;
  ipAddressType: 'ipv4' | 'ipv6';
  serviceRef: { name: string; port: number };
  /** Where targets are reached: a port of the nodes, or of the pods by number or name. */
  targetPort: AllocatedPort | string;
  /** `undefined` where the controller opens nothing. */
  ingress: readonly BindingIngressRule[] | undefined;
  nodeSelector: Record<string, string> | undefined;
  multiClusterTargetGroup: boolean;
}

/** What target groups have in common. @internal */
export interface TargetGroupOptions {
  scheme: LoadBalancerScheme;
  addressType: LoadBalancerAddressType;
  subnets: readonly SubnetFact[] | undefined;
  securityGroups: SecurityGroupPlan;
  tags: Record<string, string>;
}

function nameTargetGroup(
  { namespace, name, uid }: LbcService,
  clusterName: string,
  group: Omit<TargetGroupPlan, 'name'> & { servicePort: number },
): string {
  const { servicePort, port, targetType, protocol, healthCheck } = group;
  return nameLbcResource({
    namespace,
    name,
    hashed: [
      clusterName,
      uid,
      String(port),
      String(servicePort),
      targetType,
      protocol,
      healthCheck.protocol,
      String(healthCheck.intervalSeconds),
    ],
  });
}

function checkTargetGroupPort(port: AllocatedPort, targetType: TargetType) {
  if (port !== 0) return;
  throw new ControllerRefusal(
    targetType === 'ip'
      ? 'TargetGroup port is empty. Are you using the correct service type?'
      : "TargetGroup port is empty. When using Instance targets, your service be must of type 'NodePort' or 'LoadBalancer'",
    ['spec.ports'],
  );
}

function planTargetPort(
  targetType: TargetType,
  { nodePort, targetPort }: LbcServicePort,
): AllocatedPort | string {
  return targetType === 'instance' ? nodePort : targetPort;
}

function planIngress(
  service: LbcService,
  port: LbcServicePort,
  group: TargetGroupPlan,
  options: TargetGroupOptions,
  facts: AwsLbcServiceFacts,
): readonly BindingIngressRule[] | undefined {
  const { securityGroups, scheme, subnets } = options;
  const ingress = {
    port: planTargetPort(group.targetType, port),
    healthCheckPort: group.healthCheck.port,
    protocol: group.protocol,
    scheme,
    targetAddressType: group.ipAddressType,
    preservesClientIp: group.preservesClientIp,
    subnets,
  };
  if (securityGroups.groups.length === 0)
    return planNetworkIngress(service, ingress, facts);
  return securityGroups.backend === undefined
    ? undefined
    : planGroupIngress(ingress, facts, securityGroups.backend);
}

/**
 * The target group of one port, and its binding.
 *
 * @remarks `buildTargetGroup` in `pkg/service/model_build_target_group.go`, version 3.5.
 *
 * @internal
 */
export function planTargetGroup(
  service: LbcService,
  facts: AwsLbcServiceFacts,
  listened: { port: LbcServicePort; protocol: ListenerProtocol },
  options: TargetGroupOptions,
): { targetGroup: TargetGroupPlan; binding: TargetGroupBindingPlan } {
  const { port, protocol } = listened;
  const targetType = planTargetType(service, facts, port);
  const healthCheck = planHealthCheck(service, facts, targetType);
  const attributes = planTargetGroupAttributes(service, port.port);
  const unnamed = {
    key: `${service.namespace}/${service.name}:${port.port}`,
    targetType,
    port: planTargetGroupPort(targetType, port),
    protocol,
    ipAddressType: planTargetAddressType(service, options.addressType),
    healthCheck,
    attributes,
    preservesClientIp: planPreserveClientIp(targetType, attributes),
    tags: options.tags,
  };
  checkTargetGroupPort(unnamed.port, targetType);
  const targetGroup = {
    ...unnamed,
    name: nameTargetGroup(service, facts.clusterName, {
      ...unnamed,
      servicePort: port.port,
    }),
  };
  return {
    targetGroup,
    binding: {
      key: unnamed.key,
      targetType,
      ipAddressType: unnamed.ipAddressType,
      serviceRef: { name: service.name, port: port.port },
      targetPort: planTargetPort(targetType, port),
      nodeSelector: planNodeSelector(service, targetType),
      ingress: planIngress(service, port, targetGroup, options, facts),
      multiClusterTargetGroup: planMultiCluster(service),
    },
  };
}
