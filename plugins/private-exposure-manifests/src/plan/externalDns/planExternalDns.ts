import { isWithinDomain } from '../../values/domainName';
import { KubernetesObject, ManifestValue } from '../KubernetesObject';
import { ExternalDnsContext, createExternalDnsReader } from './annotations';
import {
  ProviderSpecificPlan,
  planProviderSpecific,
} from './planProviderSpecific';
import {
  isReconciledByExternalDns,
  planHostnames,
  planTargets,
  planTtl,
} from './planRecords';

/** What external-dns writes for an object. @public */
export interface ExternalDnsRecordsPlan extends ProviderSpecificPlan {
  reconciled: true;
  /** The names that the annotation asks for; `undefined` where it is missing. */
  hostnames: string[] | undefined;
  /** Names for the address inside the cluster; `undefined` where the annotation is missing. */
  internalHostnames: string[] | undefined;
  /** All names that get a record, those of the spec included. */
  dnsNames: string[];
  /** Names that are left out because they lie outside the domains that external-dns may write to. */
  filteredNames: string[];
  /** `undefined` for the load balancer's address. */
  targets: string[] | undefined;
  /** Seconds; 0 for the provider's default. */
  ttl: number;
  ttlConfigured: boolean;
}

/** What external-dns makes of an object; `reconciled: false` means that it leaves the object alone. @public */
export type ExternalDnsPlan = ExternalDnsRecordsPlan | { reconciled: false };

const isRecord = (
  value: ManifestValue | undefined,
): value is { [key: string]: ManifestValue | undefined } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const itemsOf = (value: ManifestValue | undefined): ManifestValue[] =>
  Array.isArray(value) ? value : [];

/** The hosts that a spec names: an Ingress's rules and certificates, a route's `hostnames`. */
function readSpecHosts({ kind, spec }: KubernetesObject): string[] {
  const hosts =
    kind === 'Ingress'
      ? [
          ...itemsOf(spec?.rules).map(rule =>
            isRecord(rule) ? rule.host : undefined,
          ),
          ...itemsOf(spec?.tls).flatMap(entry =>
            isRecord(entry) ? itemsOf(entry.hosts) : [],
          ),
        ]
      : itemsOf(kind.endsWith('Route') ? spec?.hostnames : undefined);
  return hosts.filter(
    (host): host is string => typeof host === 'string' && host !== '',
  );
}

/** Names of the spec and the annotation, as far as the object's own setting lets them count. */
function readNames(
  object: KubernetesObject,
  context: ExternalDnsContext,
): string[] {
  const annotated = [
    ...(planHostnames(object, context) ?? []),
    ...(planHostnames(object, context, 'internal-hostname') ?? []),
  ].filter(name => name !== '');
  const hosts = readSpecHosts(object);
  const { read } = createExternalDnsReader(context);
  const source = read(
    object,
    object.kind === 'Ingress'
      ? 'ingress-hostname-source'
      : 'gateway-hostname-source',
  )?.toLowerCase();
  if (source === 'annotation-only') return annotated;
  return source === 'defined-hosts-only' ? hosts : [...hosts, ...annotated];
}

/**
 * The names of the records, each once: one with a dot at its end is the same as without.
 *
 * @remarks `NewEndpointWithTTL` in `endpoint/endpoint.go` of external-dns drops the dot.
 */
function findNames(
  object: KubernetesObject,
  context: ExternalDnsContext,
): string[] {
  const names = readNames(object, context);
  return [...new Set(names.map(name => name.replace(/\.$/, '')))];
}

/** Whether external-dns may write a name. */
function isWithin(name: string, filters: readonly string[]): boolean {
  const given = filters.filter(filter => !/^\.?$/.test(filter));
  return (
    given.length === 0 || given.some(filter => isWithinDomain(name, filter))
  );
}

/**
 * Says which records external-dns writes for an object. It refuses nothing: what it can't read it ignores.
 *
 * @remarks From external-dns 0.22, whose annotations have another prefix than those of earlier versions.
 *
 * @public
 */
export function planExternalDns(
  object: KubernetesObject,
  context: ExternalDnsContext = {},
): ExternalDnsPlan {
  if (!isReconciledByExternalDns(object, context)) return { reconciled: false };
  const names = findNames(object, context);
  const filters = context.domainFilters ?? [];
  return {
    reconciled: true,
    hostnames: planHostnames(object, context),
    internalHostnames: planHostnames(object, context, 'internal-hostname'),
    dnsNames: names.filter(name => isWithin(name, filters)),
    filteredNames: names.filter(name => !isWithin(name, filters)),
    targets: planTargets(object, context),
    ...planTtl(object, context),
    ...planProviderSpecific(object, context),
  };
}
