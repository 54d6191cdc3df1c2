import { KubernetesObject } from '../KubernetesObject';
import {
  ExternalDnsContext,
  createExternalDnsReader,
  prefixOf,
} from './annotations';

/** What external-dns hands its DNS provider besides names and targets. @public */
export interface ProviderSpecificPlan {
  /** By property, such as `aws/weight`. */
  providerSpecific: { [property: string]: string };
  /** Tells records of one name apart that a routing policy chooses from; empty for none. */
  setIdentifier: string;
  /** Whether names become alias records. */
  alias: boolean;
}

/** Families of keys whose rest names the property. */
const FAMILIES = ['aws', 'scw', 'webhook', 'coredns'];
/** Cloudflare's properties are named by the whole key, so the prefix is part of them. */
const CLOUDFLARE = [
  'cloudflare-custom-hostname',
  'cloudflare-proxied',
  'cloudflare-region-key',
  'cloudflare-record-comment',
  'cloudflare-tags',
];

/** The property that a key, without the prefix, sets; `undefined` for none. */
function propertyOf(name: string, prefix: string): string | undefined {
  const family = FAMILIES.find(start => name.startsWith(`${start}-`));
  if (family) return `${family}/${name.slice(family.length + 1)}`;
  if (name === 'azure-tags') return 'azure/tags';
  const property = CLOUDFLARE.find(start => name.startsWith(start));
  return property && `${prefix}${property}`;
}

/**
 * Whether names become alias records: only where the annotation is exactly `true`.
 *
 * @remarks `hasAliasFromAnnotations` in `source/annotations/processors.go` of external-dns.
 *
 * @public
 */
export function hasAlias(
  object: KubernetesObject,
  context: ExternalDnsContext = {},
): boolean {
  return createExternalDnsReader(context).read(object, 'alias') === 'true';
}

/**
 * Says what external-dns hands its DNS provider besides names and targets.
 *
 * @remarks `ProviderSpecificAnnotations` in `source/annotations/provider_specific.go` of external-dns, version 0.22.
 *
 * @public
 */
export function planProviderSpecific(
  object: KubernetesObject,
  context: ExternalDnsContext = {},
): ProviderSpecificPlan {
  const { read } = createExternalDnsReader(context);
  const prefix = prefixOf(context);
  const alias = hasAlias(object, context);
  const recordType = read(object, 'record-type');
  const annotated = Object.entries(object.metadata.annotations ?? {}).flatMap(
    ([key, value]): [string, string][] => {
      const property = key.startsWith(prefix)
        ? propertyOf(key.slice(prefix.length), prefix)
        : undefined;
      return property !== undefined && typeof value === 'string'
        ? [[property, value]]
        : [];
    },
  );
  return {
    providerSpecific: Object.fromEntries([
      ...(alias ? [['alias', 'true']] : []),
      ...(recordType === undefined ? [] : [['record-type', recordType]]),
      ...annotated,
    ]),
    setIdentifier: read(object, 'set-identifier') ?? '',
    alias,
  };
}
