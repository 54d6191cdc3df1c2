import { ALLOCATED } from '../nameLbcResource';
import {
  AwsLbcServiceFacts,
  LoadBalancerScheme,
  SubnetFact,
} from './AwsLbcServiceFacts';
import { LbcService } from './LbcService';
import { HealthCheckPlan } from './planHealthCheck';
import { readSourceRanges } from './planManagedIngress';
import { ListenerProtocol } from './planListenerProtocols';

/** What the controller opens in the security groups of targets. @public */
export interface BindingIngressRule {
  /** Networks or security groups. */
  from: readonly string[];
  ports: readonly {
    protocol: 'TCP' | 'UDP';
    /** Number or name; without it, all ports. */
    port?: number | string;
  }[];
}

/** What stands for networks that the facts don't tell. @public */
export const UNKNOWN_SUBNETS = '<subnets>';
/** What stands for the VPC's networks where the facts don't tell them. @public */
export const UNKNOWN_VPC = '<vpc>';

/** What the rules of one target group depend on. @internal */
export interface BindingIngressOptions {
  /** The port at which targets are reached. */
  port: number | string;
  healthCheckPort: HealthCheckPlan['port'];
  protocol: ListenerProtocol;
  scheme: LoadBalancerScheme;
  targetAddressType: 'ipv4' | 'ipv6';
  preservesClientIp: boolean;
  subnets: readonly SubnetFact[] | undefined;
}

const isUdp = (protocol: ListenerProtocol) =>
  protocol === 'UDP' || protocol === 'QUIC';
const isTcpAndUdp = (protocol: ListenerProtocol) =>
  protocol === 'TCP_UDP' || protocol === 'TCP_QUIC';

/** The number that Go's `IntOrString.IntValue` gives: names count as 0. */
function toNumber(port: number | string): number {
  if (typeof port === 'number') return port;
  return /^[+-]?\d+$/.test(port) ? Number(port) : 0;
}

function isOtherPort(
  healthCheckPort: HealthCheckPlan['port'],
  port: number | string,
): healthCheckPort is number | typeof ALLOCATED {
  if (healthCheckPort === 'traffic-port') return false;
  if (healthCheckPort === ALLOCATED) return true;
  return healthCheckPort !== toNumber(port);
}

function planPorts(
  { port, healthCheckPort, protocol }: BindingIngressOptions,
  isUnrestricted: boolean,
): BindingIngressRule['ports'] {
  const hasUdp = isUdp(protocol) || isTcpAndUdp(protocol);
  if (isUnrestricted)
    return [
      { protocol: 'TCP' },
      ...(hasUdp ? [{ protocol: 'UDP' as const }] : []),
    ];
  const isOther = isOtherPort(healthCheckPort, port);
  const isTcp = protocol === 'TCP' || protocol === 'TLS';
  const needsTcp = isTcpAndUdp(protocol) || !isOther;
  return [
    ...(hasUdp ? [{ protocol: 'UDP' as const, port }] : []),
    ...(isTcp || (hasUdp && needsTcp)
      ? [{ protocol: 'TCP' as const, port }]
      : []),
    ...(isOther ? [{ protocol: 'TCP' as const, port: healthCheckPort }] : []),
  ];
}

/**
 * What is opened to a load balancer with security groups.
 *
 * @remarks `buildTargetGroupBindingNetworking` in `pkg/service/model_build_target_group.go`, version 3.5.
 *
 * @param backend - The group that the traffic comes from.
 *
 * @internal
 */
export function planGroupIngress(
  options: BindingIngressOptions,
  facts: Pick<AwsLbcServiceFacts, 'hasUnrestrictedSecurityGroupRules'>,
  backend: string,
): BindingIngressRule[] {
  return [
    {
      from: [backend],
      ports: planPorts(options, facts.hasUnrestrictedSecurityGroupRules),
    },
  ];
}

function subnetNetworks({
  subnets,
  targetAddressType,
}: BindingIngressOptions): string[] {
  if (!subnets) return [UNKNOWN_SUBNETS];
  return subnets.flatMap(({ ipv4Cidrs, ipv6Cidrs }) => [
    ...((targetAddressType === 'ipv4' ? ipv4Cidrs : ipv6Cidrs) ?? [
      UNKNOWN_SUBNETS,
    ]),
  ]);
}

function defaultSources(
  { targetAddressType, scheme }: BindingIngressOptions,
  facts: Pick<AwsLbcServiceFacts, 'vpcIpv4Cidrs' | 'vpcIpv6Cidrs'>,
): readonly string[] {
  const isIpv4 = targetAddressType === 'ipv4';
  if (scheme === 'internet-facing') return [isIpv4 ? '0.0.0.0/0' : '::/0'];
  return (isIpv4 ? facts.vpcIpv4Cidrs : facts.vpcIpv6Cidrs) ?? [UNKNOWN_VPC];
}

/** Whether health checks reach targets by the rule for traffic. */
function areChecksLetIn(
  { protocol, port, healthCheckPort, preservesClientIp }: BindingIngressOptions,
  sources: readonly string[],
  areDefault: boolean,
): boolean {
  if (protocol === 'UDP' || isOtherPort(healthCheckPort, port)) return false;
  return (
    !preservesClientIp ||
    areDefault ||
    sources.some(source => source === '0.0.0.0/0' || source === '::/0')
  );
}

/**
 * What is opened to a load balancer without security groups: its subnets, or those who may call where targets see their
 * addresses.
 *
 * @remarks `buildTargetGroupBindingNetworkingLegacy` in `pkg/service/model_build_target_group.go`, version 3.5.
 *
 * @internal
 */
export function planNetworkIngress(
  service: LbcService,
  options: BindingIngressOptions,
  facts: Pick<AwsLbcServiceFacts, 'vpcIpv4Cidrs' | 'vpcIpv6Cidrs'>,
): BindingIngressRule[] | undefined {
  const manage = 'aws-load-balancer-manage-backend-security-group-rules';
  if (service.annotations.boolean(manage) === false) return undefined;
  const { protocol, port, healthCheckPort } = options;
  const networks = subnetNetworks(options);
  const seesClients =
    isUdp(protocol) || isTcpAndUdp(protocol) || options.preservesClientIp;
  const ranges = seesClients ? readSourceRanges(service) : [];
  const areDefault = seesClients && ranges.length === 0;
  const clients = areDefault ? defaultSources(options, facts) : ranges;
  const sources = seesClients ? clients : networks;
  const protocols = isTcpAndUdp(protocol)
    ? (['TCP', 'UDP'] as const)
    : ([isUdp(protocol) ? 'UDP' : 'TCP'] as const);
  const traffic = {
    from: sources,
    ports: protocols.map(spoken => ({ protocol: spoken, port })),
  };
  if (areChecksLetIn(options, sources, areDefault) || !networks.length)
    return [traffic];
  const checked = healthCheckPort === 'traffic-port' ? port : healthCheckPort;
  return [
    traffic,
    { from: networks, ports: [{ protocol: 'TCP', port: checked }] },
  ];
}
