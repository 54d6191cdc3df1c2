import { InputError } from '@backstage/errors';
import { Args } from '../resources/args';
import { DeploymentTarget } from '../types';
import { ControllerAnnotations } from './annotations';
import { ClusterBackend } from './ClusterBackend';
import { hashOf } from './hashOf';
import { ALB_PREFIX, GroupMember, IngressGroup } from './IngressGroup';
import { IngressBackend } from './KubernetesIngress';

/**
 * The target groups that a group's Ingresses need: one for each Ingress and port of a Service that it names.
 * @internal
 */
export class IngressTargetGroups {
  readonly #groups = new Map<string, Args>();
  readonly #groupId: string;
  readonly #backends: ClusterBackend[];
  readonly #target: DeploymentTarget;
  readonly #tags: Record<string, string>;

  constructor(options: {
    group: IngressGroup;
    /** All Services of the cluster. */
    backends: ClusterBackend[];
    target: DeploymentTarget;
    /** Tags of everything that the controller makes for the group. */
    tags: Record<string, string>;
  }) {
    this.#groupId = options.group.id;
    this.#backends = options.backends;
    this.#target = options.target;
    this.#tags = options.tags;
  }

  /** All of them, as arguments of the load balancer. */
  described(): Args[] {
    return [...this.#groups.values()];
  }

  /**
   * Makes the target group of a backend, once.
   *
   * @returns its key; undefined if there is no such Service
   * @throws InputError in the controller's words for a port or an annotation that it does not take.
   */
  add(member: GroupMember, wanted: IngressBackend): string | undefined {
    const { namespace } = member.ingress;
    const backend = this.#backends.find(
      one => one.namespace === namespace && one.name === wanted.service,
    );
    if (!backend) return undefined;
    const key = `${member.key}-${wanted.service}:${wanted.port}`;
    if (!this.#groups.has(key)) {
      this.#groups.set(key, this.#describe(key, member, wanted, backend));
    }
    return key;
  }

  #describe(
    key: string,
    { ingress }: GroupMember,
    wanted: IngressBackend,
    backend: ClusterBackend,
  ): Args {
    // The Service's own annotations win.
    const annotations = new ControllerAnnotations(
      { ...ingress.annotations, ...backend.annotations },
      ALB_PREFIX,
    );
    const targetType = oneOf(
      annotations.text('target-type') ?? 'instance',
      ['instance', 'ip'],
      'unknown targetType',
    );
    const protocol = oneOf(
      annotations.text('backend-protocol') ?? 'HTTP',
      ['HTTP', 'HTTPS'],
      'backend protocol must be within [HTTP, HTTPS]',
    );
    const version = annotations.text('backend-protocol-version') ?? 'HTTP1';
    const port = portOf(backend, wanted.port, targetType);
    const identity = [this.#target.cluster, this.#groupId, key, port];
    const short = (text: string) =>
      text.replace(/[^0-9A-Za-z]/g, '').slice(0, 8);
    const hash = hashOf(
      [...identity, targetType, protocol, version].join('|'),
      10,
    );
    return {
      key,
      name: `k8s-${short(backend.namespace)}-${short(backend.name)}-${hash}`,
      stack: `${backend.namespace}/${backend.name}`,
      port,
      protocol,
      version,
      target_type: targetType,
      replicas: backend.replicas,
      pod_subnets: this.#target.subnetIds,
      attributes: annotations.map('target-group-attributes'),
      health_check: healthCheckOf(annotations, protocol, version),
      tags: {
        ...annotations.map('tags'),
        ...this.#tags,
        'ingress.k8s.aws/resource': key,
      },
    };
  }
}

function portOf(
  backend: ClusterBackend,
  wanted: number | string,
  targetType: string,
): number {
  const port = backend.ports.find(
    one => one.port === wanted || one.name === wanted,
  );
  if (!port) {
    throw new InputError(
      `unable to find port ${wanted} on service ${backend.namespace}/${backend.name}`,
    );
  }
  if (targetType === 'ip') {
    // A port's name differs from pod to pod, for which the group says 1.
    return typeof port.targetPort === 'number' ? port.targetPort : 1;
  }
  if (backend.type === 'ClusterIP') {
    throw new InputError(
      "TargetGroup port is empty. When using Instance targets, your service be must of type 'NodePort' or 'LoadBalancer'",
    );
  }
  return port.nodePort ?? 30000 + (port.port % 2767);
}

function healthCheckOf(
  annotations: ControllerAnnotations,
  protocol: string,
  version: string,
): Args {
  const isGrpc = version === 'GRPC';
  return {
    protocol: oneOf(
      annotations.text('healthcheck-protocol') ?? protocol,
      ['HTTP', 'HTTPS'],
      'healthCheckProtocol must be within [HTTP, HTTPS]',
    ),
    port: annotations.text('healthcheck-port') ?? 'traffic-port',
    path:
      annotations.text('healthcheck-path') ??
      (isGrpc ? '/AWS.ALB/healthcheck' : '/'),
    matcher: annotations.text('success-codes') ?? (isGrpc ? '12' : '200'),
    interval: annotations.integer('healthcheck-interval-seconds') ?? 15,
    timeout: annotations.integer('healthcheck-timeout-seconds') ?? 5,
    healthy: annotations.integer('healthy-threshold-count') ?? 2,
    unhealthy: annotations.integer('unhealthy-threshold-count') ?? 2,
  };
}

function oneOf(value: string, allowed: string[], refusal: string): string {
  if (allowed.includes(value)) return value;
  throw new InputError(`${refusal}: ${value}`);
}
