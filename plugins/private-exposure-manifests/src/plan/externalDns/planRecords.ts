import { parseHostnameList, parseTtl } from '../../values/externalDnsParsers';
import { KubernetesObject } from '../KubernetesObject';
import { ExternalDnsContext, createExternalDnsReader } from './annotations';

const OUR_CONTROLLER = 'dns-controller';

/**
 * Whether external-dns takes an object: its controller annotation is missing, or says `dns-controller`.
 *
 * @remarks `IsControllerMismatch` in `source/annotations` of external-dns.
 *
 * @public
 */
export function isReconciledByExternalDns(
  object: KubernetesObject,
  context: ExternalDnsContext = {},
): boolean {
  const { read } = createExternalDnsReader(context);
  return (read(object, 'controller') ?? OUR_CONTROLLER) === OUR_CONTROLLER;
}

/** The names that an annotation asks for; `undefined` where it is missing. @public */
export function planHostnames(
  object: KubernetesObject,
  context: ExternalDnsContext = {},
  name: 'hostname' | 'internal-hostname' = 'hostname',
): string[] | undefined {
  const value = createExternalDnsReader(context).read(object, name);
  return value === undefined ? undefined : parseHostnameList(value);
}

/**
 * What the records will point at instead of the load balancer, without a dot at the end; `undefined` for nothing else.
 *
 * @remarks `TargetsFromTargetAnnotation` in `source/annotations/processors.go` of external-dns.
 *
 * @public
 */
export function planTargets(
  object: KubernetesObject,
  context: ExternalDnsContext = {},
): string[] | undefined {
  const value = createExternalDnsReader(context).read(object, 'target') ?? '';
  return value === ''
    ? undefined
    : parseHostnameList(value).map(target => target.replace(/\.$/, ''));
}

/**
 * The records' time to live in seconds. Nothing, and what can't be read, is 0: the provider's default.
 *
 * @public
 */
export function planTtl(
  object: KubernetesObject,
  context: ExternalDnsContext = {},
): { ttl: number; ttlConfigured: boolean } {
  const value = createExternalDnsReader(context).read(object, 'ttl');
  const ttl = (value === undefined ? undefined : parseTtl(value)) ?? 0;
  return { ttl, ttlConfigured: ttl > 0 };
}
