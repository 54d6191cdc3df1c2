import {
  AwsLoadBalancerIntent,
  isAcrossAccounts,
} from '../intents/awsLoadBalancer';
import { ALB_PREFIX, GROUP_NAME } from './routeObjects';
import { ownerTagOf } from './ownerTagOf';

const writeMap = (map: Record<string, string>) =>
  Object.entries(map)
    .map(([key, value]) => `${key}=${value}`)
    .join(',');

const writeList = (list: readonly string[]) => list.join(',') || undefined;

const writeNumber = (value: number | undefined) =>
  value === undefined ? undefined : String(value);

function healthCheckAnnotations({ loadBalancer }: AwsLoadBalancerIntent) {
  const { healthCheck: check } = loadBalancer;
  return {
    'healthcheck-protocol': check?.protocol.toUpperCase(),
    'healthcheck-port': check && String(check.port),
    'healthcheck-path': check?.path,
    'success-codes': check?.successCodes,
    'healthcheck-interval-seconds': writeNumber(check?.intervalSeconds),
    'healthcheck-timeout-seconds': writeNumber(check?.timeoutSeconds),
    'healthy-threshold-count': writeNumber(check?.healthyThreshold),
    'unhealthy-threshold-count': writeNumber(check?.unhealthyThreshold),
  };
}

function listenerAnnotations({ loadBalancer }: AwsLoadBalancerIntent) {
  const { certificates, tlsPolicy } = loadBalancer;
  const isHttps = certificates.length > 0;
  return {
    // Said, so that no plain listener comes back where the certificates go.
    'listen-ports': JSON.stringify([isHttps ? { HTTPS: 443 } : { HTTP: 80 }]),
    'certificate-arn': writeList(certificates),
    'ssl-policy': isHttps ? tlsPolicy : undefined,
  };
}

function securityGroupAnnotations(intent: AwsLoadBalancerIntent) {
  const { securityGroups, manageBackendRules } = intent.loadBalancer;
  if (securityGroups.length === 0) return {};
  return {
    'security-groups': writeList(securityGroups),
    // With groups of somebody else the controller leaves those of the pods alone unless told.
    'manage-backend-security-group-rules': String(
      manageBackendRules ?? !isAcrossAccounts(intent),
    ),
  };
}

/**
 * The annotations that make the AWS Load Balancer Controller build the load balancer of an intent, in a fixed order.
 *
 * @internal
 */
export function albAnnotations(
  intent: AwsLoadBalancerIntent,
): Record<string, string> {
  const { loadBalancer } = intent;
  const { group, name, scheme, targetType, subnets, webAclArn } = loadBalancer;
  const annotations = {
    'group.name': group?.name,
    'group.order': writeNumber(group?.order),
    'load-balancer-name': name,
    scheme,
    'target-type': targetType,
    subnets: writeList(subnets),
    ...securityGroupAnnotations(intent),
    ...listenerAnnotations(intent),
    'wafv2-acl-arn': webAclArn,
    'backend-protocol': loadBalancer.backendProtocol.toUpperCase(),
    'load-balancer-attributes': writeMap({
      'deletion_protection.enabled': String(loadBalancer.deletionProtection),
      'routing.http.drop_invalid_header_fields.enabled': 'true',
    }),
    ...healthCheckAnnotations(intent),
    // What an Ingress of a group tags is all members' load balancer: one owner tag would take it from the others, and two
    // that differ stop the controller (its guide on `tags`, which are merged over the group).
    tags:
      writeMap({
        ...(group ? {} : ownerTagOf(intent)),
        ...loadBalancer.tags,
      }) || undefined,
  };
  return Object.fromEntries(
    Object.entries(annotations).flatMap(([key, value]): [string, string][] =>
      value === undefined ? [] : [[`${ALB_PREFIX}${key}`, value]],
    ),
  );
}

/** Annotations that an edit removes unless the intent sets them: they would say something else. @internal */
export const supersededAlbAnnotations: readonly string[] = [
  'load-balancer-name',
  'subnets',
  'security-groups',
  'manage-backend-security-group-rules',
  'inbound-cidrs',
  'security-group-prefix-lists',
  'certificate-arn',
  'ssl-policy',
  'ssl-redirect',
  'wafv2-acl-arn',
  'wafv2-acl-name',
  'waf-acl-id',
  'web-acl-id',
  'group.order',
]
  .map(name => `${ALB_PREFIX}${name}`)
  .concat(GROUP_NAME, 'kubernetes.io/ingress.class');
