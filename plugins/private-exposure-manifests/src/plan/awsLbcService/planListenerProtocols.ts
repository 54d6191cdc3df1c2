import { ControllerRefusal } from '../ControllerRefusal';
import { LbcService, LbcServicePort } from './LbcService';
import { ListenerConfig } from './planListenerConfig';

/** What a listener or a target group speaks. A Service's port may say more than AWS knows, such as `SCTP`. @public */
export type ListenerProtocol =
  | 'TCP'
  | 'UDP'
  | 'TCP_UDP'
  | 'TLS'
  | 'QUIC'
  | 'TCP_QUIC'
  | (string & {});

function names(ports: readonly string[], port: LbcServicePort): boolean {
  return ports.includes(port.name) || ports.includes(String(port.port));
}

/**
 * What a port's listener and its target group speak.
 *
 * @remarks `buildListenerSpec` in `pkg/service/model_build_listener.go`, version 3.5.
 *
 * @param isShared - Whether the listener serves a TCP and a UDP port of one number.
 *
 * @internal
 */
export function planListenerProtocols(
  { annotations }: LbcService,
  port: LbcServicePort,
  config: ListenerConfig,
  isShared: boolean,
): { listener: ListenerProtocol; targetGroup: ListenerProtocol } {
  const plain = isShared ? 'TCP_UDP' : port.protocol;
  const isQuic = names(config.quicPorts, port);
  if (plain === 'UDP' || plain === 'TCP_UDP') {
    const quic = plain === 'UDP' ? 'QUIC' : 'TCP_QUIC';
    const spoken = isQuic ? quic : plain;
    return { listener: spoken, targetGroup: spoken };
  }
  const isTls =
    config.certificates.length > 0 &&
    (config.tlsPorts.length === 0 || names(config.tlsPorts, port));
  const listener = isTls ? 'TLS' : plain;
  if (isQuic) {
    throw new ControllerRefusal(
      `Unsupported QUIC upgrade for protocol ${listener}`,
      [annotations.keyOf('aws-load-balancer-quic-enabled-ports')],
    );
  }
  return {
    listener,
    targetGroup: isTls && config.backendProtocol === 'ssl' ? 'TLS' : plain,
  };
}

const plain = ({ name, protocol, port }: LbcServicePort) =>
  `${name || port} ${protocol}`;

/** Refuses ports of one number that can't share a listener. @internal */
export function checkSharedPort(ports: readonly LbcServicePort[]): void {
  const about = ['spec.ports'];
  if (ports.length !== 2) {
    throw new ControllerRefusal(
      `can only merge two ports, not ${ports.length} (${ports
        .map(plain)
        .join(', ')})`,
      about,
    );
  }
  const other = ports.find(
    ({ protocol }) => !['TCP', 'UDP'].includes(protocol),
  );
  if (other)
    throw new ControllerRefusal(
      `unsupported protocol for merging: ${other.protocol}`,
      about,
    );
  if (ports[0].protocol === ports[1].protocol)
    throw new ControllerRefusal(
      `protocols can't match for merging: ${ports[0].protocol}`,
      about,
    );
}
