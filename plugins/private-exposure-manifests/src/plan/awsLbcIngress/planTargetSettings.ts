import { ControllerRefusal } from '../ControllerRefusal';
import { AwsLbcIngressFacts } from './AwsLbcIngressFacts';
import { BackendService } from './BackendServices';
import { IngressClassParams } from './IngressClassParams';
import { IngressAnnotations } from './LbcIngress';
import { AlbAddressType, hasIpv6 } from './planAddressing';
import { AlbTargetType, ProtocolVersion } from './planHealthCheck';
import { AlbProtocol } from './planListenPorts';

// All of this is from pkg/ingress/model_build_target_group.go, version 3.5.

/** Where targets are; the class wins. @internal */
export function planTargetType(
  annotations: IngressAnnotations,
  params: IngressClassParams | undefined,
  facts: Pick<AwsLbcIngressFacts, 'defaultTargetType' | 'featureGates'>,
): AlbTargetType {
  const name = 'target-type';
  const about = [annotations.keyOf(name)];
  const asked =
    params?.targetType || (annotations.string(name) ?? facts.defaultTargetType);
  if (asked !== 'instance' && asked !== 'ip')
    throw new ControllerRefusal(`unknown targetType: ${asked}`, about);
  if (asked === 'ip' && !facts.featureGates.EnableIPTargetType)
    throw new ControllerRefusal(
      `unsupported targetType: ${asked} when EnableIPTargetType is false`,
      about,
    );
  return asked;
}

/** What targets speak. @internal */
export function planBackendProtocol(
  annotations: IngressAnnotations,
): AlbProtocol {
  const name = 'backend-protocol';
  const asked = annotations.string(name) ?? 'HTTP';
  if (asked === 'HTTP' || asked === 'HTTPS') return asked;
  throw new ControllerRefusal(
    `backend protocol must be within [HTTP, HTTPS]: ${asked}`,
    [annotations.keyOf(name)],
  );
}

/** Which version of it they speak. @internal */
export function planProtocolVersion(
  annotations: IngressAnnotations,
): ProtocolVersion {
  const name = 'backend-protocol-version';
  const asked = annotations.string(name) ?? 'HTTP1';
  if (asked === 'HTTP1' || asked === 'HTTP2' || asked === 'GRPC') return asked;
  throw new ControllerRefusal(
    `backend protocol version must be within [HTTP1, HTTP2, GRPC]: ${asked}`,
    [annotations.keyOf(name)],
  );
}

/** The addresses of targets, by the families of the Service. @internal */
export function planTargetAddressType(
  service: BackendService | undefined,
  addressType: AlbAddressType,
): 'ipv4' | 'ipv6' {
  if (!service?.ipFamilies.includes('IPv6')) return 'ipv4';
  if (hasIpv6(addressType)) return 'ipv6';
  throw new ControllerRefusal(
    'unsupported IPv6 configuration, lb not dual-stack',
    ['spec.ipFamilies'],
  );
}

/** The port at which targets are told what the load balancer knows of them; `undefined` for none. @internal */
export function planTargetControlPort(
  annotations: IngressAnnotations,
  serviceName: string,
  port: number | string,
): number | undefined {
  return annotations.int32(`target-control-port.${serviceName}.${port}`);
}

/** Refuses a control port where targets are nodes. @internal */
export function checkTargetControlPort(
  controlPort: number | undefined,
  targetType: AlbTargetType,
): void {
  if (controlPort !== undefined && targetType === 'instance')
    throw new ControllerRefusal(
      'target control port is not supported for instance target target group',
      ['alb.ingress.kubernetes.io/target-control-port'],
    );
}

/** Labels of the nodes that are targets; `undefined` for all nodes, and where targets are pods. @internal */
export function planNodeSelector(
  annotations: IngressAnnotations,
  targetType: string,
): Record<string, string> | undefined {
  if (targetType !== 'instance') return undefined;
  const labels = annotations.stringMap('target-node-labels') ?? {};
  return Object.keys(labels).length ? labels : undefined;
}

/**
 * Whether other clusters have targets in the same group: where the Ingress or the Service says so, whatever the other one
 * says.
 *
 * @internal
 */
export function planMultiCluster(
  ofIngress: IngressAnnotations,
  ofService: IngressAnnotations,
): boolean {
  const name = 'multi-cluster-target-group';
  return (
    (ofIngress.boolean(name) ?? false) || (ofService.boolean(name) ?? false)
  );
}
