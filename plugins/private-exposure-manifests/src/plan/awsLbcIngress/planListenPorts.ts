import { goInt32, goList, goMap } from '../../values/goJson';
import { ControllerRefusal } from '../ControllerRefusal';
import { readJsonText } from '../readJson';
import { LbcIngress } from './LbcIngress';

/** What a listener speaks. @public */
export type AlbProtocol = 'HTTP' | 'HTTPS';

const portsForm = goList(goMap(goInt32, 0), {});

/** Refuses a port that no load balancer can listen on. @internal */
export function checkListenPort(port: number, about: readonly string[]): void {
  if (port < 1 || port > 65535)
    throw new ControllerRefusal(
      `listen port must be within [1, 65535]: ${port}`,
      about,
    );
}

/**
 * The ports of one Ingress with what is spoken there, in their order.
 *
 * @remarks `computeIngressListenPorts` in `pkg/ingress/model_build_listener.go`, version 3.5.
 *
 * @param prefersTls - Whether HTTPS is meant where nothing is said of ports, as certificates are there.
 *
 * @internal
 */
export function planListenPorts(
  { annotations }: Pick<LbcIngress, 'annotations'>,
  prefersTls: boolean,
): [number, AlbProtocol][] {
  const name = 'listen-ports';
  const about = [annotations.keyOf(name)];
  const refuse = (message: string): never => {
    throw new ControllerRefusal(message, about);
  };
  const text = annotations.string(name);
  if (text === undefined) return prefersTls ? [[443, 'HTTPS']] : [[80, 'HTTP']];
  const entries = readJsonText(text, portsForm, why =>
    refuse(`failed to parse listen-ports configuration: \`${text}\`: ${why}`),
  );
  if (!entries?.length)
    return refuse(`empty listen-ports configuration: \`${text}\``);
  const ports = new Map<number, AlbProtocol>();
  for (const [protocol, port] of entries.flatMap(entry =>
    Object.entries(entry),
  )) {
    checkListenPort(port, about);
    if (protocol !== 'HTTP' && protocol !== 'HTTPS')
      return refuse(
        `listen protocol must be within [HTTP, HTTPS]: ${protocol}`,
      );
    ports.set(port, protocol);
  }
  return [...ports].sort(([a], [b]) => a - b);
}
