import { parseGoInteger } from '../../values/goParsers';
import { formatGoList } from '../../values/goText';
import { ControllerRefusal } from '../ControllerRefusal';
import { GroupMember, INGRESS_ANNOTATION_PREFIX } from './LbcIngress';
import { AlbProtocol } from './planListenPorts';
import { within } from './within';

/** Where all HTTP listeners of a group redirect to. @public */
export interface SslRedirectPlan {
  sslPort: number;
  statusCode: 'HTTP_301';
}

/**
 * Where HTTP listeners redirect to; `undefined` where they don't.
 *
 * @remarks `buildSSLRedirectConfig` in `pkg/ingress/model_builder.go`, version 3.5. A class with a port that is no number
 * switches it off for the whole group.
 *
 * @param listeners - What is spoken at each port.
 *
 * @internal
 */
export function planSslRedirect(
  members: readonly GroupMember[],
  listeners: ReadonlyMap<number, { protocol: AlbProtocol }>,
): SslRedirectPlan | undefined {
  const name = 'ssl-redirect';
  const about = [`${INGRESS_ANNOTATION_PREFIX}/${name}`];
  const refuse = (message: string): never => {
    throw new ControllerRefusal(message, about);
  };
  const ports = new Set<number>();
  for (const { annotations, params, key } of members) {
    if (params?.sslRedirectPort) {
      const port = parseGoInteger(params.sslRedirectPort, 32);
      if (port === undefined) return undefined;
      ports.add(port);
    } else {
      const port = within(`ingress: ${key}`, () => annotations.int32(name));
      if (port !== undefined) ports.add(port);
    }
  }
  const [sslPort, ...others] = [...ports].sort((a, b) => a - b);
  if (sslPort === undefined) return undefined;
  if (others.length)
    return refuse(
      `conflicting sslRedirect port: ${formatGoList([sslPort, ...others])}`,
    );
  const listener = listeners.get(sslPort);
  if (!listener)
    return refuse(`listener does not exist for SSLRedirect port: ${sslPort}`);
  return listener.protocol === 'HTTPS'
    ? { sslPort, statusCode: 'HTTP_301' }
    : refuse(`listener protocol non-SSL for SSLRedirect port: ${sslPort}`);
}
