import { ControllerRefusal } from '../ControllerRefusal';
import { AwsLbcServiceFacts } from './AwsLbcServiceFacts';
import { LbcService } from './LbcService';

/** What all listeners of a Service have in common. @public */
export interface ListenerConfig {
  /** ARNs, the default first. */
  certificates: readonly string[];
  /** Numbers or names of the ports with TLS; empty for all. */
  tlsPorts: readonly string[];
  /** Numbers or names of the ports with QUIC. */
  quicPorts: readonly string[];
  sslPolicy: string;
  /** As it stands in the annotation; only `ssl` means something. */
  backendProtocol: string;
}

/** What all listeners have in common. @internal */
export function planListenerConfig(
  { annotations, ports }: LbcService,
  facts: Pick<AwsLbcServiceFacts, 'defaultSslPolicy'>,
): ListenerConfig {
  const key = 'aws-load-balancer-ssl-ports';
  const tlsPorts = annotations.stringList(key) ?? [];
  const unused = tlsPorts.filter(
    wanted =>
      !ports.some(({ name, port }) => wanted === name || wanted === `${port}`),
  );
  if (unused.length) {
    throw new ControllerRefusal(
      `Unused port in ssl-ports annotation [${unused.join(' ')}]`,
      [annotations.keyOf(key)],
    );
  }
  return {
    certificates: annotations.stringList('aws-load-balancer-ssl-cert') ?? [],
    tlsPorts: [...new Set(tlsPorts)],
    quicPorts: [
      ...new Set(
        annotations.stringList('aws-load-balancer-quic-enabled-ports') ?? [],
      ),
    ],
    sslPolicy:
      annotations.string('aws-load-balancer-ssl-negotiation-policy') ??
      facts.defaultSslPolicy,
    backendProtocol:
      annotations.string('aws-load-balancer-backend-protocol') ?? '',
  };
}

const ALPN_POLICIES = [
  'None',
  'HTTP1Only',
  'HTTP2Only',
  'HTTP2Optional',
  'HTTP2Preferred',
];

/** What a TLS listener negotiates; empty for other listeners and where the Service doesn't ask. @internal */
export function planAlpnPolicy(
  { annotations }: LbcService,
  listenerProtocol: string,
): string[] {
  const key = 'aws-load-balancer-alpn-policy';
  const asked = annotations.string(key);
  if (listenerProtocol !== 'TLS' || asked === undefined) return [];
  if (ALPN_POLICIES.includes(asked)) return [asked];
  throw new ControllerRefusal(
    `invalid ALPN policy ${asked}, policy must be one of [${ALPN_POLICIES.join(
      ', ',
    )}]`,
    [annotations.keyOf(key)],
  );
}

/** Attributes of one listener. @internal */
export function planListenerAttributes(
  { annotations }: LbcService,
  protocol: string,
  port: number,
): Record<string, string> {
  return (
    annotations.stringMap(
      `aws-load-balancer-listener-attributes.${protocol}-${port}`,
    ) ?? {}
  );
}

/**
 * Whether a TCP and a UDP port of one number share a listener. A value that is no boolean counts as missing.
 *
 * @internal
 */
export function planSharesListeners(
  { annotations }: LbcService,
  { featureGates }: Pick<AwsLbcServiceFacts, 'featureGates'>,
): boolean {
  try {
    const asked = annotations.boolean(
      'aws-load-balancer-enable-tcp-udp-listener',
    );
    return asked ?? featureGates.EnableTCPUDPListener;
  } catch (error) {
    if (error instanceof ControllerRefusal)
      return featureGates.EnableTCPUDPListener;
    throw error;
  }
}
