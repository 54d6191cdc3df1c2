import {
  parseGoBoolean,
  parseGoInteger,
  quoteGo,
} from '../../values/goParsers';
import { ControllerRefusal } from '../ControllerRefusal';
import { KubernetesObject } from '../KubernetesObject';
import { InTreeName, keyOf, read } from './annotations';

/** Reads an annotation that is ignored where it is empty, and refuses what it can't be. */
function readOptional<T>(
  service: KubernetesObject,
  name: InTreeName,
  parse: (text: string) => T | undefined,
): T | undefined {
  const text = read(service, name) ?? '';
  if (text === '') return undefined;
  const value = parse(text);
  if (value !== undefined) return value;
  throw new ControllerRefusal(
    `error parsing service annotation: ${keyOf(name)}=${text}`,
    [keyOf(name)],
  );
}

const isOn = (service: KubernetesObject, name: InTreeName): boolean =>
  readOptional(service, name, parseGoBoolean) ?? false;

const numberOf = (
  service: KubernetesObject,
  name: InTreeName,
): number | undefined =>
  readOptional(service, name, text => parseGoInteger(text));

/** Attributes by AWS's names for them, without those that are left to AWS. */
function withoutUnset(attributes: {
  [key: string]: string | number | boolean | undefined;
}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).flatMap(([key, value]) =>
      value === undefined || value === '' ? [] : [[key, String(value)]],
    ),
  );
}

/**
 * Plans the attributes of a Network Load Balancer.
 *
 * @remarks `reconcileLBAttributes` in `pkg/providers/v1/aws_loadbalancer.go` of cloud-provider-aws.
 *
 * @throws {@link ControllerRefusal} for what is neither true nor false.
 *
 * @public
 */
export function planNetworkAttributes(
  service: KubernetesObject,
): Record<string, string> {
  const hasLogs = isOn(service, 'aws-load-balancer-access-log-enabled');
  const logs = (name: InTreeName) =>
    hasLogs ? read(service, name) : undefined;
  return withoutUnset({
    'load_balancing.cross_zone.enabled': isOn(
      service,
      'aws-load-balancer-cross-zone-load-balancing-enabled',
    ),
    'access_logs.s3.enabled': hasLogs,
    'access_logs.s3.bucket': logs(
      'aws-load-balancer-access-log-s3-bucket-name',
    ),
    'access_logs.s3.prefix': logs(
      'aws-load-balancer-access-log-s3-bucket-prefix',
    ),
  });
}

/**
 * Plans the attributes of a Classic load balancer, by the names of AWS's API.
 *
 * @remarks `EnsureLoadBalancer` in `pkg/providers/v1/aws.go` of cloud-provider-aws.
 *
 * @throws {@link ControllerRefusal} for what is neither true nor false, or no number.
 *
 * @public
 */
export function planClassicAttributes(
  service: KubernetesObject,
): Record<string, string> {
  return withoutUnset({
    'AccessLog.EmitInterval': numberOf(
      service,
      'aws-load-balancer-access-log-emit-interval',
    ),
    'AccessLog.Enabled': isOn(service, 'aws-load-balancer-access-log-enabled'),
    'AccessLog.S3BucketName': read(
      service,
      'aws-load-balancer-access-log-s3-bucket-name',
    ),
    'AccessLog.S3BucketPrefix': read(
      service,
      'aws-load-balancer-access-log-s3-bucket-prefix',
    ),
    'ConnectionDraining.Enabled': isOn(
      service,
      'aws-load-balancer-connection-draining-enabled',
    ),
    'ConnectionDraining.Timeout': numberOf(
      service,
      'aws-load-balancer-connection-draining-timeout',
    ),
    'ConnectionSettings.IdleTimeout':
      numberOf(service, 'aws-load-balancer-connection-idle-timeout') ?? 60,
    'CrossZoneLoadBalancing.Enabled': isOn(
      service,
      'aws-load-balancer-cross-zone-load-balancing-enabled',
    ),
  });
}

const PROXY_PROTOCOL = 'aws-load-balancer-proxy-protocol';

/**
 * Whether a Classic load balancer speaks the proxy protocol to the nodes.
 *
 * @throws {@link ControllerRefusal} for anything but `*`.
 *
 * @public
 */
export function planClassicProxyProtocol(service: KubernetesObject): boolean {
  const text = read(service, PROXY_PROTOCOL) ?? '';
  if (text === '' || text === '*') return text === '*';
  throw new ControllerRefusal(
    `annotation ${quoteGo(keyOf(PROXY_PROTOCOL))}=${quoteGo(
      text,
    )} detected, but the only value supported currently is '*'`,
    [keyOf(PROXY_PROTOCOL)],
  );
}
