import { KubernetesObject, ManifestValue } from '../KubernetesObject';

type JsonRecord = { [key: string]: ManifestValue | undefined };

/** A label selector, as it stands in the object. @internal */
export type LabelSelector = JsonRecord;

/**
 * What the platform sets for all Ingresses of a class; most of it wins over their annotations. What is missing is
 * `undefined` or empty.
 *
 * @remarks `apis/elbv2/v1beta1/ingressclassparams_types.go` and `docs/guide/ingress/ingress_class.md`, version 3.5.
 *
 * @internal
 */
export interface IngressClassParams {
  name: string;
  /** `undefined` where it names no group. */
  groupName: string | undefined;
  namespaceSelector: LabelSelector | undefined;
  scheme: string | undefined;
  ipAddressType: string | undefined;
  loadBalancerName: string;
  /** By id or by tag. */
  subnets:
    | {
        ids: readonly string[];
        tags: Readonly<Record<string, readonly string[]>>;
      }
    | undefined;
  certificateArns: readonly string[];
  sslPolicy: string;
  sslRedirectPort: string;
  inboundCidrs: readonly string[];
  prefixLists: readonly string[];
  targetType: string;
  tags: Readonly<Record<string, string>>;
  loadBalancerAttributes: Readonly<Record<string, string>>;
  listeners: readonly {
    protocol: string;
    port: number;
    attributes: Readonly<Record<string, string>>;
  }[];
  /** Capacity units. */
  minimumCapacity: number | undefined;
  ipv4IpamPoolId: string | undefined;
  wafv2AclArn: string;
  wafv2AclName: string;
}

const asRecord = (value: ManifestValue | undefined): JsonRecord | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? value
    : undefined;

const asText = (value: ManifestValue | undefined): string =>
  typeof value === 'string' ? value : '';

const asOptionalText = (value: ManifestValue | undefined) =>
  typeof value === 'string' ? value : undefined;

const asNumber = (value: ManifestValue | undefined) =>
  typeof value === 'number' ? value : undefined;

const asTexts = (value: ManifestValue | undefined): string[] =>
  Array.isArray(value)
    ? value.filter((item): item is string => typeof item === 'string')
    : [];

const asList = (value: ManifestValue | undefined): JsonRecord[] =>
  Array.isArray(value)
    ? value.flatMap(item => {
        const record = asRecord(item);
        return record ? [record] : [];
      })
    : [];

/** Reads a list of `key` and `value`. */
const asPairs = (value: ManifestValue | undefined): Record<string, string> =>
  Object.fromEntries(
    asList(value).map(pair => [asText(pair.key), asText(pair.value)]),
  );

function readSubnets(
  value: ManifestValue | undefined,
): IngressClassParams['subnets'] {
  const subnets = asRecord(value);
  if (!subnets) return undefined;
  const tags = Object.entries(asRecord(subnets.tags) ?? {});
  return {
    ids: asTexts(subnets.ids),
    tags: Object.fromEntries(
      tags.map(([key, values]) => [key, asTexts(values)]),
    ),
  };
}

/** Reads an IngressClassParams object. A field of the wrong kind, which the API server would refuse, counts as missing. @internal */
export function readIngressClassParams({
  metadata,
  spec = {},
}: KubernetesObject): IngressClassParams {
  const group = asRecord(spec.group);
  const certificateArns = asTexts(spec.certificateArn);
  const prefixLists = asTexts(spec.prefixListsIDs);
  return {
    name: metadata.name ?? '',
    groupName: group && asText(group.name),
    namespaceSelector: asRecord(spec.namespaceSelector),
    scheme: asOptionalText(spec.scheme),
    ipAddressType: asOptionalText(spec.ipAddressType),
    loadBalancerName: asText(spec.loadBalancerName),
    subnets: readSubnets(spec.subnets),
    certificateArns,
    sslPolicy: asText(spec.sslPolicy),
    sslRedirectPort: asText(spec.sslRedirectPort),
    inboundCidrs: asTexts(spec.inboundCIDRs),
    // An older version wrote the name with a capital letter.
    prefixLists: prefixLists.length
      ? prefixLists
      : asTexts(spec.PrefixListsIDs),
    targetType: asText(spec.targetType),
    tags: asPairs(spec.tags),
    loadBalancerAttributes: asPairs(spec.loadBalancerAttributes),
    listeners: asList(spec.listeners).map(listener => ({
      protocol: asText(listener.protocol),
      port: asNumber(listener.port) ?? 0,
      attributes: asPairs(listener.listenerAttributes),
    })),
    minimumCapacity: asNumber(
      asRecord(spec.minimumLoadBalancerCapacity)?.capacityUnits,
    ),
    ipv4IpamPoolId: asOptionalText(
      asRecord(spec.ipamConfiguration)?.ipv4IPAMPoolId,
    ),
    wafv2AclArn: asText(spec.wafv2AclArn) || asText(spec.wafv2ACLArn),
    wafv2AclName: asText(spec.wafv2AclName) || asText(spec.wafv2ACLName),
  };
}
