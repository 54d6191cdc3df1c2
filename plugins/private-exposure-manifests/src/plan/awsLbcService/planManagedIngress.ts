import { ControllerRefusal } from '../ControllerRefusal';
import { LoadBalancerAddressType } from './AwsLbcServiceFacts';
import { LbcService } from './LbcService';

/** One rule of the security group that the controller makes. @public */
export interface ManagedIngressRule {
  /** `tcp`, `udp`, `icmp` or `icmpv6`. */
  protocol: string;
  /** For ICMP its type. */
  fromPort: number;
  /** For ICMP its code. */
  toPort: number;
  /** One network or prefix list. */
  sources: readonly string[];
}

// Destination unreachable, fragmentation needed; packet too big (pkg/shared_constants, version 3.5).
const ICMP = { protocol: 'icmp', fromPort: 3, toPort: 4 };
const ICMP_V6 = { protocol: 'icmpv6', fromPort: 2, toPort: 0 };

/** The networks that the Service lets in, from its spec, else from its annotation. @internal */
export function readSourceRanges({
  sourceRanges,
  annotations,
}: LbcService): readonly string[] {
  return sourceRanges.length
    ? sourceRanges
    : annotations.stringList('load-balancer-source-ranges') ?? [];
}

/**
 * The networks that the controller's security group lets in.
 *
 * @param hasPrefixLists - Whether prefix lists are let in, so that without networks nobody else is.
 *
 * @internal
 */
export function planSourceRanges(
  service: LbcService,
  addressType: LoadBalancerAddressType,
  hasPrefixLists: boolean,
): readonly string[] {
  const ranges = readSourceRanges(service);
  const ipv6 = ranges.find(range => range.includes(':'));
  if (ipv6 !== undefined && addressType !== 'dualstack') {
    throw new ControllerRefusal(
      `unsupported v6 cidr ${ipv6} when lb is not dualstack`,
      [
        service.sourceRanges.length
          ? 'spec.loadBalancerSourceRanges'
          : service.annotations.keyOf('load-balancer-source-ranges'),
      ],
    );
  }
  if (ranges.length || hasPrefixLists) return ranges;
  return addressType === 'dualstack' ? ['0.0.0.0/0', '::/0'] : ['0.0.0.0/0'];
}

/**
 * The rules of the security group that the controller makes: for each port, each network, then each prefix list.
 *
 * @remarks `pkg/service/model_build_managed_sg.go`, version 3.5.
 *
 * @internal
 */
export function planManagedIngress(
  service: LbcService,
  addressType: LoadBalancerAddressType,
): ManagedIngressRule[] {
  const { annotations, ports } = service;
  const prefixLists = annotations.stringList(
    'aws-load-balancer-security-group-prefix-lists',
  );
  const ranges = planSourceRanges(
    service,
    addressType,
    prefixLists !== undefined,
  );
  const allowsIcmp =
    annotations.string(
      'aws-load-balancer-enable-icmp-for-path-mtu-discovery',
    ) === 'on';
  return ports.flatMap(({ protocol, port }) => {
    const rule = {
      protocol: protocol.toLowerCase(),
      fromPort: port,
      toPort: port,
    };
    return [
      ...ranges.flatMap(range => [
        { ...rule, sources: [range] },
        ...(allowsIcmp
          ? [{ ...(range.includes(':') ? ICMP_V6 : ICMP), sources: [range] }]
          : []),
      ]),
      ...(prefixLists ?? []).map(list => ({ ...rule, sources: [list] })),
    ];
  });
}
