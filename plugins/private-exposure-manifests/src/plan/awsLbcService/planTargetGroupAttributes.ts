import { ControllerRefusal } from '../ControllerRefusal';
import {
  parseGoBoolean,
  parseGoInteger,
  parseStringList,
  quoteGo,
} from '../../values/goParsers';
import { LbcService } from './LbcService';
import { TargetType } from './planTargetType';

/** Target group attribute that sends the client's address in front of the traffic. @internal */
export const PROXY_PROTOCOL = 'proxy_protocol_v2.enabled';
/** Target group attribute that lets targets see the client's address. @internal */
export const PRESERVE_CLIENT_IP = 'preserve_client_ip.enabled';

type AttributesKey =
  | 'aws-load-balancer-target-group-attributes'
  | `aws-load-balancer-target-group-attributes.${string}`;

function readAttributes(
  { annotations }: LbcService,
  key: AttributesKey,
): Record<string, string> {
  const attributes = annotations.stringMap(key) ?? {};
  const preserve = attributes[PRESERVE_CLIENT_IP];
  if (preserve !== undefined && parseGoBoolean(preserve) === undefined) {
    throw new ControllerRefusal(
      `failed to parse attribute ${PRESERVE_CLIENT_IP}=${preserve}: strconv.ParseBool: parsing ${quoteGo(
        preserve,
      )}: invalid syntax`,
      [annotations.keyOf(key)],
    );
  }
  return attributes;
}

/** Whether a port's targets get the PROXY protocol; `undefined` where no annotation of its own says so. */
function planProxyProtocol(
  { annotations }: LbcService,
  port: number,
): boolean | undefined {
  const perPort = 'aws-load-balancer-proxy-protocol-per-target-group';
  const ports = parseStringList(annotations.string(perPort) ?? '');
  const wrong = ports.find(text => parseGoInteger(text) === undefined);
  if (wrong !== undefined) {
    throw new ControllerRefusal(
      `invalid port number in proxy-protocol-per-target-group: ${wrong}`,
      [annotations.keyOf(perPort)],
    );
  }
  const forAll = 'aws-load-balancer-proxy-protocol';
  const asked = annotations.string(forAll);
  if (asked === '*') return true;
  if (asked !== undefined) {
    throw new ControllerRefusal(
      `invalid value ${asked} for Load Balancer proxy protocol v2 annotation, only value currently supported is *`,
      [annotations.keyOf(forAll)],
    );
  }
  return annotations.has(perPort) ? ports.includes(String(port)) : undefined;
}

/**
 * Attributes of a port's target group: those for all ports, over them those for the port where they have a value, over
 * them what the PROXY protocol's own annotations say.
 *
 * @remarks `buildTargetGroupAttributes` in `pkg/service/model_build_target_group.go`, version 3.5.
 *
 * @internal
 */
export function planTargetGroupAttributes(
  service: LbcService,
  port: number,
): Record<string, string> {
  const key = 'aws-load-balancer-target-group-attributes';
  const forAll = readAttributes(service, key);
  const forPort = Object.entries(
    readAttributes(service, `${key}.${port}`),
  ).filter(([, value]) => value !== '');
  const proxyProtocol = planProxyProtocol(service, port);
  const attributes = new Map([
    [PROXY_PROTOCOL, 'false'],
    ...Object.entries(forAll),
    ...forPort,
  ]);
  if (proxyProtocol !== undefined)
    attributes.set(PROXY_PROTOCOL, String(proxyProtocol));
  if (attributes.get(PROXY_PROTOCOL) === '') attributes.delete(PROXY_PROTOCOL);
  return Object.fromEntries(
    [...attributes].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

/** Whether targets see the client's address: by attribute, else where they are nodes. @internal */
export function planPreserveClientIp(
  targetType: TargetType,
  attributes: Readonly<Record<string, string>>,
): boolean {
  const asked = attributes[PRESERVE_CLIENT_IP];
  return asked === undefined
    ? targetType === 'instance'
    : parseGoBoolean(asked) === true;
}
