import { InputError } from '@backstage/errors';
import { Args } from '../resources/args';
import { DeploymentTarget } from '../types';
import { ControllerAnnotations } from './annotations';
import { hashOf } from './hashOf';
import { KubernetesService } from './KubernetesService';
import { uidOf } from './uidOf';

const CONTROLLER_CLASS = 'service.k8s.aws/nlb';

/**
 * The arguments of the load balancer that the AWS Load Balancer Controller, or the in-tree cloud
 * provider for `aws-load-balancer-type: nlb`, makes for a Service; undefined if neither takes it.
 *
 * @throws InputError in the controller's words if an annotation cannot be read.
 * @internal
 */
export function describeLoadBalancer(
  service: KubernetesService,
  target: DeploymentTarget,
): Args | undefined {
  const annotations = new ControllerAnnotations(service.annotations);
  const type = annotations.text('aws-load-balancer-type');
  if (
    service.loadBalancerClass &&
    service.loadBalancerClass !== CONTROLLER_CLASS
  ) {
    return undefined;
  }
  const isInTree = !service.loadBalancerClass && type === 'nlb';
  return isInTree
    ? describeInTree(service, annotations, target)
    : describeForController(service, annotations, target);
}

function describeForController(
  service: KubernetesService,
  annotations: ControllerAnnotations,
  target: DeploymentTarget,
): Args {
  const stack = `${service.namespace}/${service.name}`;
  const tags = {
    ...annotations.map('aws-load-balancer-additional-resource-tags'),
    'elbv2.k8s.aws/cluster': target.cluster,
    'service.k8s.aws/stack': stack,
  };
  const common = commonArgs(service, annotations, target);
  const groups = annotations.list('aws-load-balancer-security-groups');
  const isWithoutGroups =
    annotations.boolean('aws-load-balancer-disable-nlb-sg') ?? false;
  if (isWithoutGroups && groups.length > 0) {
    throw new InputError('conflicting security groups configuration');
  }
  return {
    ...common,
    ports: common.ports.map(port => ({
      ...port,
      attributes: annotations.map(
        `aws-load-balancer-listener-attributes.${port.protocol}-${port.port}`,
      ),
    })),
    name:
      annotations.text('aws-load-balancer-name') ??
      defaultName(service, target),
    scheme: schemeOf(annotations),
    target_type: targetTypeOf(annotations),
    security_groups: groups,
    manages_security_group: !isWithoutGroups && groups.length === 0,
    source_ranges: rangesOf(service, annotations),
    enforce_on_private_link:
      annotations.text(
        'aws-load-balancer-inbound-sg-rules-on-private-link-traffic',
      ) ?? null,
    attributes: attributesOf(annotations),
    target_group_attributes: targetGroupAttributesOf(annotations),
    tags,
    tags_load_balancer: { 'service.k8s.aws/resource': 'LoadBalancer' },
  };
}

// The in-tree provider gives NLBs no security groups, and only knows instance targets.
function describeInTree(
  service: KubernetesService,
  annotations: ControllerAnnotations,
  target: DeploymentTarget,
): Args {
  const internal = annotations.text('aws-load-balancer-internal');
  const crossZone = annotations.boolean(
    'aws-load-balancer-cross-zone-load-balancing-enabled',
  );
  return {
    ...commonArgs(service, annotations, target),
    name: `a${hashOf(uidOf(service, target), 31)}`,
    scheme:
      internal === undefined || internal === '' || internal === 'false'
        ? 'internet-facing'
        : 'internal',
    target_type: 'instance',
    security_groups: [],
    manages_security_group: false,
    source_ranges: [],
    enforce_on_private_link: null,
    attributes:
      crossZone === undefined
        ? {}
        : { 'load_balancing.cross_zone.enabled': String(crossZone) },
    target_group_attributes: proxyProtocolOf(annotations),
    tags: {
      ...annotations.map('aws-load-balancer-additional-resource-tags'),
      'kubernetes.io/service-name': `${service.namespace}/${service.name}`,
      [`kubernetes.io/cluster/${target.cluster}`]: 'owned',
    },
    tags_load_balancer: {},
  };
}

function commonArgs(
  service: KubernetesService,
  annotations: ControllerAnnotations,
  target: DeploymentTarget,
) {
  const subnets = annotations.list('aws-load-balancer-subnets');
  const certificates = annotations.list('aws-load-balancer-ssl-cert');
  const tlsPorts = annotations.list('aws-load-balancer-ssl-ports');
  return {
    stack: `${service.namespace}/${service.name}`,
    subnets: subnets.length > 0 ? subnets : target.subnetIds,
    vpc_id: target.vpcId,
    replicas: service.replicas,
    ports: service.ports.map(({ name, port, protocol }) => {
      const isTls =
        certificates.length > 0 &&
        (tlsPorts.length === 0 ||
          tlsPorts.includes(String(port)) ||
          (name !== undefined && tlsPorts.includes(name)));
      return { port, protocol: isTls ? 'TLS' : protocol };
    }),
    certificate: certificates[0] ?? null,
    health_check: {
      protocol: (
        annotations.text('aws-load-balancer-healthcheck-protocol') ?? 'TCP'
      ).toUpperCase(),
      port:
        annotations.text('aws-load-balancer-healthcheck-port') ??
        'traffic-port',
      path: annotations.text('aws-load-balancer-healthcheck-path') ?? null,
      interval:
        annotations.integer('aws-load-balancer-healthcheck-interval') ?? 10,
      timeout:
        annotations.integer('aws-load-balancer-healthcheck-timeout') ?? 10,
      healthy:
        annotations.integer(
          'aws-load-balancer-healthcheck-healthy-threshold',
        ) ?? 3,
      unhealthy:
        annotations.integer(
          'aws-load-balancer-healthcheck-unhealthy-threshold',
        ) ?? 3,
    },
  };
}

function schemeOf(annotations: ControllerAnnotations): string {
  const scheme = annotations.text('aws-load-balancer-scheme');
  if (
    scheme !== undefined &&
    !['internal', 'internet-facing'].includes(scheme)
  ) {
    throw new InputError(`unknown scheme: ${scheme}`);
  }
  const isInternal = annotations.boolean('aws-load-balancer-internal');
  return scheme ?? (isInternal === false ? 'internet-facing' : 'internal');
}

function targetTypeOf(annotations: ControllerAnnotations): string {
  const type = annotations.text('aws-load-balancer-nlb-target-type');
  if (type !== undefined && !['ip', 'instance'].includes(type)) {
    throw new InputError(
      `unsupported target type "${type}" for load balancer type "external"`,
    );
  }
  const isOldIpForm = annotations.text('aws-load-balancer-type') === 'nlb-ip';
  return type ?? (isOldIpForm ? 'ip' : 'instance');
}

function attributesOf(
  annotations: ControllerAnnotations,
): Record<string, string> {
  const crossZone = annotations.boolean(
    'aws-load-balancer-cross-zone-load-balancing-enabled',
  );
  return {
    ...annotations.map('aws-load-balancer-attributes'),
    ...(crossZone !== undefined && {
      'load_balancing.cross_zone.enabled': String(crossZone),
    }),
  };
}

function targetGroupAttributesOf(annotations: ControllerAnnotations) {
  return {
    ...annotations.map('aws-load-balancer-target-group-attributes'),
    ...proxyProtocolOf(annotations),
  };
}

function proxyProtocolOf(
  annotations: ControllerAnnotations,
): Record<string, string> {
  const value = annotations.text('aws-load-balancer-proxy-protocol');
  if (value === undefined) {
    return {};
  }
  if (value !== '*') {
    throw new InputError(
      `invalid value ${value} for Load Balancer proxy protocol v2 annotation, only value currently supported is *`,
    );
  }
  return { 'proxy_protocol_v2.enabled': 'true' };
}

function rangesOf(
  service: KubernetesService,
  annotations: ControllerAnnotations,
) {
  const ranges =
    service.sourceRanges.length > 0
      ? service.sourceRanges
      : annotations.list('load-balancer-source-ranges');
  return ranges.length > 0 ? ranges : ['0.0.0.0/0'];
}

function defaultName(
  service: KubernetesService,
  target: DeploymentTarget,
): string {
  const short = (text: string) => text.replace(/[^a-z0-9]/g, '').slice(0, 8);
  const hash = hashOf(uidOf(service, target), 10);
  return `k8s-${short(service.namespace)}-${short(service.name)}-${hash}`;
}
