import { InputError } from '@backstage/errors';
import { Args } from '../resources/args';
import { DeploymentTarget } from '../types';
import { ControllerAnnotations } from './annotations';
import { hashOf } from './hashOf';
import { KubernetesService, ServicePort } from './KubernetesService';
import { uidOf } from './uidOf';

/** What a Classic Load Balancer speaks to its clients, by what it speaks to the nodes. */
const CLIENT_PROTOCOLS: Record<string, string> = {
  http: 'HTTPS',
  https: 'HTTPS',
  ssl: 'SSL',
  tcp: 'SSL',
};

/**
 * Whether the in-tree cloud provider makes a Classic Load Balancer of a Service: it has neither a class nor a type.
 * @internal
 */
export function isClassic(service: KubernetesService): boolean {
  const annotations = new ControllerAnnotations(service.annotations);
  const type = annotations.text('aws-load-balancer-type');
  return !service.loadBalancerClass && !type;
}

/**
 * The arguments of the Classic Load Balancer that the in-tree cloud provider makes for a Service.
 *
 * @remarks `EnsureLoadBalancer` and `buildListener` in `pkg/providers/v1/aws.go` of cloud-provider-aws.
 *
 * @throws InputError in the provider's words for what it does not accept.
 * @internal
 */
export function describeClassicLoadBalancer(
  service: KubernetesService,
  target: DeploymentTarget,
): Args {
  const annotations = new ControllerAnnotations(service.annotations);
  const stack = `${service.namespace}/${service.name}`;
  const internal = annotations.text('aws-load-balancer-internal');
  const subnets = annotations.list('aws-load-balancer-subnets');
  const listeners = service.ports.map(port => toListener(port, annotations));
  return {
    stack,
    // The provider makes it of the Service's uid.
    name: `a${hashOf(uidOf(service, target), 31)}`,
    scheme:
      internal === undefined || internal === '' || internal === 'false'
        ? 'internet-facing'
        : 'internal',
    subnets: subnets.length > 0 ? subnets : target.subnetIds,
    security_groups: annotations.list('aws-load-balancer-security-groups'),
    extra_security_groups: annotations.list(
      'aws-load-balancer-extra-security-groups',
    ),
    source_ranges:
      service.sourceRanges.length > 0 ? service.sourceRanges : ['0.0.0.0/0'],
    listeners,
    health_check: `TCP:${listeners[0]?.instance_port ?? 0}`,
    replicas: service.replicas,
    tags: {
      ...annotations.map('aws-load-balancer-additional-resource-tags'),
      'kubernetes.io/service-name': stack,
      [`kubernetes.io/cluster/${target.cluster}`]: 'owned',
    },
  };
}

function toListener(port: ServicePort, annotations: ControllerAnnotations) {
  if (port.protocol !== 'TCP') {
    throw new InputError('Only TCP LoadBalancer is supported for AWS ELB');
  }
  const certificate = annotations.text('aws-load-balancer-ssl-cert');
  const ports = annotations.list('aws-load-balancer-ssl-ports');
  const isListed =
    ports.length === 0 ||
    ports.includes('*') ||
    ports.includes(String(port.port)) ||
    (port.name !== undefined && ports.includes(port.name));
  const common = {
    port: port.port,
    instance_port: 30000 + (port.port % 2767),
  };
  const backend = annotations.text('aws-load-balancer-backend-protocol');
  if (!certificate || !isListed) {
    // Without a certificate no other backend protocol than http has an effect.
    const protocol = backend === 'http' ? 'HTTP' : 'TCP';
    return { ...common, protocol, instance_protocol: protocol };
  }
  const instance = backend || 'tcp';
  if (!Object.hasOwn(CLIENT_PROTOCOLS, instance)) {
    throw new InputError(
      `Invalid backend protocol ${instance} for ${certificate}`,
    );
  }
  return {
    ...common,
    protocol: CLIENT_PROTOCOLS[instance],
    instance_protocol: instance.toUpperCase(),
    certificate,
  };
}
