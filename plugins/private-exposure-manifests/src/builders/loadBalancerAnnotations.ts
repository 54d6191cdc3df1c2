import { AwsPrivateLinkExposureIntent } from '../intents/exposure';
import { SOURCE_RANGES } from './manifestForms';
import { ownerTagOf } from './ownerTagOf';
import {
  ResolvedLoadBalancer,
  controllerOf,
  resolveLoadBalancer,
} from './resolveLoadBalancer';

/** What all annotations of both controllers begin with. @internal */
export const SERVICE_PREFIX = 'service.beta.kubernetes.io/';
const PREFIX = `${SERVICE_PREFIX}aws-load-balancer-`;

function onlySet(
  annotations: Record<string, string | undefined>,
): Record<string, string> {
  const entries = Object.entries(annotations).flatMap(
    ([key, value]): [string, string][] =>
      value === undefined ? [] : [[`${PREFIX}${key}`, value]],
  );
  return Object.fromEntries(entries);
}

function writeMap(map: Record<string, string>): string {
  return Object.entries(map)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');
}

function writeList(list: readonly string[]): string | undefined {
  return list.length ? list.join(',') : undefined;
}

function healthCheckAnnotations({ healthCheck }: ResolvedLoadBalancer) {
  const text = (value: number | undefined) =>
    value === undefined ? undefined : String(value);
  return {
    'healthcheck-protocol': healthCheck?.protocol,
    'healthcheck-port': healthCheck && String(healthCheck.port),
    'healthcheck-path': healthCheck?.path,
    'healthcheck-success-codes': healthCheck?.successCodes,
    'healthcheck-interval': text(healthCheck?.intervalSeconds),
    'healthcheck-timeout': text(healthCheck?.timeoutSeconds),
    'healthcheck-healthy-threshold': text(healthCheck?.healthyThreshold),
    'healthcheck-unhealthy-threshold': text(healthCheck?.unhealthyThreshold),
  };
}

function securityGroupAnnotations({
  securityGroups: groups,
}: ResolvedLoadBalancer) {
  return {
    'security-groups':
      groups.type === 'explicit' ? writeList(groups.ids) : undefined,
    // With groups of somebody else the controller leaves the targets' rules alone unless told.
    'manage-backend-security-group-rules':
      groups.type === 'explicit'
        ? String(groups.manageBackendRules)
        : undefined,
    'disable-nlb-sg': groups.type === 'none' ? 'true' : undefined,
    'security-group-prefix-lists':
      groups.type === 'managed' ? writeList(groups.prefixLists) : undefined,
  };
}

function controllerAnnotations(
  loadBalancer: ResolvedLoadBalancer,
  options: { isService: boolean; tags: string },
): Record<string, string> {
  return onlySet({
    // A Service names the controller by its class; elsewhere only an annotation can.
    type: options.isService ? undefined : 'external',
    'nlb-target-type': loadBalancer.targetType,
    scheme: loadBalancer.internal ? 'internal' : 'internet-facing',
    name: loadBalancer.name,
    subnets: writeList(loadBalancer.subnets),
    ...securityGroupAnnotations(loadBalancer),
    'inbound-sg-rules-on-private-link-traffic':
      loadBalancer.inboundRulesOnPrivateLinkTraffic,
    'proxy-protocol': loadBalancer.proxyProtocol ? '*' : undefined,
    attributes: writeMap({
      'load_balancing.cross_zone.enabled': String(loadBalancer.crossZone),
      'deletion_protection.enabled': String(loadBalancer.deletionProtection),
    }),
    ...healthCheckAnnotations(loadBalancer),
    'additional-resource-tags': options.tags,
  });
}

function inTreeAnnotations(
  loadBalancer: ResolvedLoadBalancer,
  tags: string,
): Record<string, string> {
  const { securityGroups } = loadBalancer;
  return onlySet({
    type: 'nlb',
    internal: String(loadBalancer.internal),
    subnets: writeList(loadBalancer.subnets),
    'security-groups':
      securityGroups.type === 'explicit'
        ? writeList(securityGroups.ids)
        : undefined,
    // In-tree `proxy-protocol` is for Classic load balancers; an NLB takes the target group's attribute.
    'target-group-attributes': loadBalancer.proxyProtocol
      ? 'proxy_protocol_v2.enabled=true'
      : undefined,
    ...healthCheckAnnotations(loadBalancer),
    'additional-resource-tags': tags,
  });
}

/**
 * The annotations that make a controller build the load balancer of an intent, in a fixed order.
 *
 * @internal
 */
export function loadBalancerAnnotations(
  intent: AwsPrivateLinkExposureIntent,
): Record<string, string> {
  const loadBalancer = resolveLoadBalancer(intent);
  const tags = writeMap({
    ...ownerTagOf(intent),
    ...loadBalancer.tags,
  });
  if (controllerOf(intent) === 'in-tree')
    return inTreeAnnotations(loadBalancer, tags);
  const isService = intent.manifest.form === 'aws-load-balancer-controller';
  return controllerAnnotations(loadBalancer, { isService, tags });
}

/** Networks that a managed security group lets in. @internal */
export function sourceRangesOf({
  loadBalancer,
}: AwsPrivateLinkExposureIntent): string[] {
  const { securityGroups } = loadBalancer;
  return securityGroups.type === 'managed' ? securityGroups.sourceRanges : [];
}

const SUPERSEDED = [
  'type',
  'internal',
  'scheme',
  'name',
  'subnets',
  'nlb-target-type',
  'security-groups',
  'manage-backend-security-group-rules',
  'disable-nlb-sg',
  'security-group-prefix-lists',
  'inbound-sg-rules-on-private-link-traffic',
  'proxy-protocol',
  'attributes',
  'target-group-attributes',
  'cross-zone-load-balancing-enabled',
  'additional-resource-tags',
  'eip-allocations',
  'proxy-protocol-per-target-group',
];

/** Annotations that an edit removes unless the intent sets them: they would say something else. @internal */
export const supersededAnnotations: readonly string[] = [
  ...SUPERSEDED.map(name => `${SERVICE_PREFIX}aws-load-balancer-${name}`),
  SOURCE_RANGES,
];
