import {
  isAzureTrue,
  parseCommaListWithEmpty,
} from '../../values/azureParsers';
import { GoPrefix, parseMaskedPrefix } from '../../values/goAddress';
import { quoteGo, trimGoSpace } from '../../values/goParsers';
import { ControllerRefusal } from '../ControllerRefusal';
import { KubernetesObject } from '../KubernetesObject';
import { readServiceSpec } from '../readServiceSpec';
import { loadBalancer } from './annotations';
import { usesInternalRules } from './planScheme';

/** An event that the controller writes on the Service. @public */
export interface WarningEvent {
  reason: string;
  message: string;
}

/** Networks as they were read: those that count, as Go prints them, and those that don't, as they stand. @public */
export interface AzureRanges {
  valid: readonly GoPrefix[];
  invalid: readonly string[];
}

/** Who may reach an Azure load balancer, as its network security group will say. @public */
export interface AzureAccessControlPlan {
  /** Whether everybody may: the rule has the service tag `Internet`, or a network that holds all addresses. */
  allowFromInternet: boolean;
  /** Whether all other traffic is denied, that from within the network too. */
  denyAllExceptSourceRanges: boolean;
  allowedIPv4Ranges: string[];
  allowedIPv6Ranges: string[];
  allowedServiceTags: string[];
  /** Networks that are left out because they are none. With any, all other traffic is denied. */
  invalidRanges: string[];
  warningEvents: WarningEvent[];
}

function readRanges(texts: readonly string[]): AzureRanges {
  const read = texts
    .map(trimGoSpace)
    .map(text => ({ text, range: parseMaskedPrefix(text) }));
  return {
    valid: read.flatMap(({ range }) => ('problem' in range ? [] : [range])),
    invalid: read.flatMap(({ text, range }) =>
      'problem' in range ? [text] : [],
    ),
  };
}

/**
 * The networks of `spec.loadBalancerSourceRanges`.
 *
 * @remarks `SourceRanges` in `pkg/provider/loadbalancer/configuration.go` of cloud-provider-azure.
 *
 * @public
 */
export function readSourceRanges(service: KubernetesObject): AzureRanges {
  return readRanges(readServiceSpec(service).loadBalancerSourceRanges);
}

/**
 * The networks of `azure-allowed-ip-ranges`, and after them those of `load-balancer-source-ranges`.
 *
 * @remarks `AllowedIPRanges` in `pkg/provider/loadbalancer/configuration.go` of cloud-provider-azure.
 *
 * @public
 */
export function readAllowedIPRanges(service: KubernetesObject): AzureRanges {
  const texts = (
    ['azure-allowed-ip-ranges', 'load-balancer-source-ranges'] as const
  ).flatMap(name => {
    const value = loadBalancer.read(service, name);
    return value === undefined ? [] : parseCommaListWithEmpty(value);
  });
  return readRanges(texts);
}

/**
 * The service tags that may reach the load balancer. No tag is checked.
 *
 * @remarks `AllowedServiceTags` in `pkg/provider/loadbalancer/configuration.go` of cloud-provider-azure.
 *
 * @public
 */
export function readAllowedServiceTags(service: KubernetesObject): string[] {
  const value = loadBalancer.read(service, 'azure-allowed-service-tags');
  return value === undefined ? [] : parseCommaListWithEmpty(value);
}

const quoteAll = (texts: readonly string[]) =>
  `[${texts.map(quoteGo).join(' ')}]`;

function findWarnings(
  source: AzureRanges,
  allowed: AzureRanges,
  tags: readonly string[],
): WarningEvent[] {
  const allowedKey = loadBalancer.keyOf('azure-allowed-ip-ranges');
  const tagsKey = loadBalancer.keyOf('azure-allowed-service-tags');
  const consequence =
    'ignoring and adding a default DenyAll rule in security group.';
  return [
    source.invalid.length > 0 && {
      reason: 'InvalidSourceRanges',
      message: `Found invalid spec.LoadBalancerSourceRanges ${quoteAll(
        source.invalid,
      )}, ${consequence}`,
    },
    allowed.invalid.length > 0 && {
      reason: 'InvalidAllowedIPRanges',
      message: `Found invalid ${allowedKey} ${quoteAll(
        allowed.invalid,
      )}, ${consequence}`,
    },
    source.valid.length > 0 &&
      tags.length > 0 && {
        reason: 'ConflictConfiguration',
        message: `Please use annotation ${allowedKey} instead of spec.loadBalancerSourceRanges while using ${tagsKey} annotation at the same time.`,
      },
  ].filter((event): event is WarningEvent => event !== false);
}

const PROTOCOLS = ['TCP', 'UDP', 'SCTP'];

function refuseUnknownProtocols(service: KubernetesObject) {
  const unknown = readServiceSpec(service).ports.find(
    ({ protocol }) => !PROTOCOLS.includes(protocol),
  );
  if (unknown)
    throw new ControllerRefusal(`unsupported protocol ${unknown.protocol}`, [
      'spec.ports',
    ]);
}

/** Whether a list says nothing against everybody: it is empty, or one of its networks holds all addresses. */
const allowsAll = (ranges: readonly GoPrefix[]) =>
  ranges.length === 0 || ranges.some(({ prefixLength }) => prefixLength === 0);

/**
 * Says who may reach an Azure load balancer.
 *
 * @remarks `AccessControl` in `pkg/provider/loadbalancer/accesscontrol.go` of cloud-provider-azure. Its rules are those
 * of an internal load balancer for `azure-load-balancer-internal: TRUE` too, with which the load balancer is public.
 *
 * @throws {@link ControllerRefusal} for networks in both the spec and the annotation, and for an unknown protocol.
 *
 * @public
 */
export function planAccessControl(
  service: KubernetesObject,
): AzureAccessControlPlan {
  const source = readSourceRanges(service);
  const allowed = readAllowedIPRanges(service);
  const tags = readAllowedServiceTags(service);
  refuseUnknownProtocols(service);
  if (source.valid.length > 0 && allowed.valid.length > 0) {
    const key = loadBalancer.keyOf('azure-allowed-ip-ranges');
    throw new ControllerRefusal(
      `cannot set both spec.LoadBalancerSourceRanges and service annotation ${key}`,
      ['spec.loadBalancerSourceRanges', key],
    );
  }
  const valid = [...source.valid, ...allowed.valid];
  const invalid = [...source.invalid, ...allowed.invalid];
  const ofFamily = (family: GoPrefix['family']) =>
    valid.filter(range => range.family === family).map(({ text }) => text);
  const isDenied = isAzureTrue(
    loadBalancer.read(
      service,
      'azure-deny-all-except-load-balancer-source-ranges',
    ),
  );
  return {
    allowFromInternet:
      tags.length === 0 &&
      invalid.length === 0 &&
      allowsAll(source.valid) &&
      allowsAll(allowed.valid) &&
      (valid.length > 0 || !usesInternalRules(service)),
    denyAllExceptSourceRanges:
      (isDenied && valid.length > 0) || invalid.length > 0,
    allowedIPv4Ranges: ofFamily('ipv4'),
    allowedIPv6Ranges: ofFamily('ipv6'),
    allowedServiceTags: tags,
    invalidRanges: invalid,
    warningEvents: findWarnings(source, allowed, tags),
  };
}
