import { AllocatedPort, BindingIngressRule } from '../awsLbcService';
import { LbcServicePort } from '../awsLbcService/LbcService';
import { ControllerRefusal } from '../ControllerRefusal';
import { ALLOCATED, nameLbcResource } from '../nameLbcResource';
import { AwsLbcIngressFacts } from './AwsLbcIngressFacts';
import { BackendService } from './BackendServices';
import { formatGroupId, IngressGroupId } from './IngressGroup';
import {
  GroupMember,
  IngressAnnotations,
  readIngressAnnotations,
} from './LbcIngress';
import { AlbAddressType } from './planAddressing';
import {
  AlbHealthCheckPlan,
  AlbTargetType,
  findServicePort,
  planHealthCheck,
  ProtocolVersion,
} from './planHealthCheck';
import { AlbProtocol } from './planListenPorts';
import { planBackendTags, withDefaultTags } from './planTags';
import {
  checkTargetControlPort,
  planBackendProtocol,
  planMultiCluster,
  planNodeSelector,
  planProtocolVersion,
  planTargetAddressType,
  planTargetControlPort,
  planTargetType,
} from './planTargetSettings';

/** Where one port of a Service behind an Ingress is sent. @public */
export interface AlbTargetGroupPlan {
  /** `namespace/ingress-service:port`, by which rules refer to it. */
  key: string;
  name: string;
  targetType: AlbTargetType;
  /** 1 where it is a port's name, which differs from pod to pod. */
  port: AllocatedPort;
  protocol: AlbProtocol;
  protocolVersion: ProtocolVersion;
  ipAddressType: 'ipv4' | 'ipv6';
  healthCheck: AlbHealthCheckPlan;
  attributes: Record<string, string>;
  tags: Record<string, string>;
  targetControlPort: number | undefined;
}

/** Which Service's pods or nodes a target group has. @public */
export interface AlbTargetGroupBindingPlan {
  key: string;
  targetType: AlbTargetType;
  ipAddressType: 'ipv4' | 'ipv6';
  serviceRef: { name: string; port: number | string };
  /** What is opened to the load balancer; `undefined` where the controller opens nothing. */
  ingress: readonly BindingIngressRule[] | undefined;
  /** Labels of the nodes that are targets; `undefined` for all nodes, and where targets are pods. */
  nodeSelector: Record<string, string> | undefined;
  multiClusterTargetGroup: boolean;
}

/** A backend of one Ingress: a Service's port. @internal */
export interface ServiceTarget {
  member: GroupMember;
  serviceName: string;
  /** By number or name, as the Ingress has it. */
  port: number | string;
  /** `undefined` where it is not known. */
  service: BackendService | undefined;
}

/** What target groups of a group of Ingresses have in common. @internal */
export interface TargetGroupOptions {
  groupId: IngressGroupId;
  addressType: AlbAddressType;
  /** The group from which targets are reached; `undefined` where the controller opens nothing. */
  backendSecurityGroup: string | undefined;
}

function planPort(
  targetType: AlbTargetType,
  port: LbcServicePort | undefined,
): AllocatedPort {
  if (!port) return ALLOCATED;
  if (targetType === 'instance') return port.nodePort;
  return typeof port.targetPort === 'number' ? port.targetPort : 1;
}

function checkPort(port: AllocatedPort, targetType: AlbTargetType): void {
  if (port !== 0) return;
  throw new ControllerRefusal(
    targetType === 'ip'
      ? 'TargetGroup port is empty. Are you using the correct service type?'
      : "TargetGroup port is empty. When using Instance targets, your service be must of type 'NodePort' or 'LoadBalancer'",
    ['spec.ports'],
  );
}

/** The annotations that count for a backend: the Service's own win. @internal */
export function annotationsOf(
  { rawAnnotations }: Pick<GroupMember, 'rawAnnotations'>,
  service: Pick<BackendService, 'rawAnnotations'> | undefined,
): IngressAnnotations {
  return readIngressAnnotations({
    ...rawAnnotations,
    ...service?.rawAnnotations,
  });
}

function resolvePort({
  service,
  port,
}: ServiceTarget): LbcServicePort | undefined {
  if (!service) return undefined;
  const found = findServicePort(service, port);
  if ('problem' in found)
    throw new ControllerRefusal(found.problem, ['spec.rules']);
  return found;
}

/**
 * The target group of one port of a Service behind an Ingress.
 *
 * @remarks `buildTargetGroupSpec` in `pkg/ingress/model_build_target_group.go`, version 3.5.
 *
 * @internal
 */
export function planTargetGroup(
  target: ServiceTarget,
  facts: AwsLbcIngressFacts,
  options: Pick<TargetGroupOptions, 'groupId' | 'addressType'>,
): AlbTargetGroupPlan {
  const { member, serviceName, service } = target;
  const servicePort = resolvePort(target);
  const annotations = annotationsOf(member, service);
  const targetType = planTargetType(annotations, member.params, facts);
  const protocol = planBackendProtocol(annotations);
  const version = planProtocolVersion(annotations);
  const healthCheck = planHealthCheck(annotations, service, {
    targetType,
    protocol,
    version,
  });
  const attributes = annotations.stringMap('target-group-attributes') ?? {};
  const targetControlPort = planTargetControlPort(
    annotations,
    serviceName,
    target.port,
  );
  checkTargetControlPort(targetControlPort, targetType);
  const tags = planBackendTags(member, service, facts);
  const ipAddressType = planTargetAddressType(service, options.addressType);
  const port = planPort(targetType, servicePort);
  checkPort(port, targetType);
  return {
    key: `${member.key}-${serviceName}:${target.port}`,
    name: nameLbcResource({
      namespace: member.namespace,
      name: serviceName,
      hashed: [
        facts.clusterName,
        formatGroupId(options.groupId),
        member.namespace,
        member.name,
        service?.uid ?? ALLOCATED,
        String(target.port),
        String(port),
        targetType,
        protocol,
        version,
      ],
    }),
    targetType,
    port,
    protocol,
    protocolVersion: version,
    ipAddressType,
    healthCheck,
    attributes,
    tags: withDefaultTags(tags, facts),
    targetControlPort,
  };
}

function planIngressRules(
  port: number | string,
  { healthCheck, targetControlPort }: AlbTargetGroupPlan,
  { hasUnrestrictedSecurityGroupRules }: AwsLbcIngressFacts,
  backendSecurityGroup: string | undefined,
): BindingIngressRule[] | undefined {
  if (backendSecurityGroup === undefined) return undefined;
  const from = [backendSecurityGroup];
  const protocol = 'TCP';
  if (hasUnrestrictedSecurityGroupRules)
    return [{ from, ports: [{ protocol }] }];
  const ports = [
    port,
    ...(healthCheck.port === 'traffic-port' ? [] : [healthCheck.port]),
    ...(targetControlPort === undefined ? [] : [targetControlPort]),
  ];
  return ports.map(opened => ({
    from,
    ports: [{ protocol, port: opened }],
  }));
}

/**
 * The binding of a target group to its Service.
 *
 * @remarks `buildTargetGroupBindingSpec` in `pkg/ingress/model_build_target_group.go`, version 3.5.
 *
 * @internal
 */
export function planTargetGroupBinding(
  target: ServiceTarget,
  group: AlbTargetGroupPlan,
  facts: AwsLbcIngressFacts,
  { backendSecurityGroup }: TargetGroupOptions,
): AlbTargetGroupBindingPlan {
  const { member, service, serviceName } = target;
  const annotations = annotationsOf(member, service);
  const { key, targetType, ipAddressType } = group;
  const servicePort = resolvePort(target);
  const port =
    targetType === 'instance'
      ? group.port
      : servicePort?.targetPort ?? ALLOCATED;
  return {
    key,
    targetType,
    ipAddressType,
    serviceRef: { name: serviceName, port: target.port },
    ingress: planIngressRules(port, group, facts, backendSecurityGroup),
    nodeSelector: planNodeSelector(annotations, targetType),
    multiClusterTargetGroup: planMultiCluster(
      member.annotations,
      readIngressAnnotations(service?.rawAnnotations),
    ),
  };
}
