import { AwsFault } from './AwsFault';
import { Network } from './Network';
import { dnsSuffixOfRegion, partitionOfRegion } from './regions';
import { ScopedCollection } from './ScopedCollection';
import { SecurityGroups } from './SecurityGroups';
import { Scope, ScopedRecord, Tags } from './types';
import { WorldContext } from './WorldContext';

/** A listener of a Classic Load Balancer. @public */
export interface ClassicListener {
  protocol: 'HTTP' | 'HTTPS' | 'TCP' | 'SSL';
  port: number;
  instanceProtocol: 'HTTP' | 'HTTPS' | 'TCP' | 'SSL';
  instancePort: number;
  certificateArn?: string;
}

/** A registered instance and its health, in the service's words. @public */
export interface ClassicInstance {
  instanceId: string;
  state: 'InService' | 'OutOfService' | 'Unknown';
  /** `ELB`, `Instance` or `N/A`. */
  reasonCode: string;
  description: string;
}

/** A Classic Load Balancer; `id` is its ARN. @public */
export interface ClassicLoadBalancer extends ScopedRecord {
  name: string;
  dnsName: string;
  canonicalHostedZoneId: string;
  scheme: 'internal' | 'internet-facing';
  vpcId: string;
  subnetIds: string[];
  securityGroupIds: string[];
  listeners: ClassicListener[];
  instances: ClassicInstance[];
  /** Such as `TCP:30080` or `HTTP:10256/healthz`. */
  healthCheckTarget: string;
}

/** A Classic Load Balancer as a caller describes it. @public */
export interface ClassicLoadBalancerInput {
  name: string;
  subnetIds: string[];
  listeners: ClassicListener[];
  /** Default `internet-facing`, as the service has it. */
  scheme?: ClassicLoadBalancer['scheme'];
  securityGroupIds?: string[];
  /** Ids of instances, which are in service at once. */
  instanceIds?: string[];
  healthCheckTarget?: string;
  tags?: Tags;
}

/**
 * Classic Load Balancers, the API of 2012.
 *
 * @public
 */
export class ClassicLoadBalancers {
  readonly loadBalancers = new ScopedCollection<ClassicLoadBalancer>();
  readonly #context: WorldContext;
  readonly #network: Network;
  readonly #securityGroups: SecurityGroups;

  constructor(
    context: WorldContext,
    parts: { network: Network; securityGroups: SecurityGroups },
  ) {
    this.#context = context;
    this.#network = parts.network;
    this.#securityGroups = parts.securityGroups;
  }

  /** Creates a load balancer. */
  create(scope: Scope, input: ClassicLoadBalancerInput): ClassicLoadBalancer {
    const id = classicLoadBalancerArn(scope, input.name);
    if (this.loadBalancers.get(id)) {
      throw new AwsFault(
        'DuplicateLoadBalancerName',
        `Load balancer name ${input.name} already exists and it is configured with different parameters.`,
      );
    }
    const subnets = input.subnetIds.map(subnetId =>
      this.#network.getSubnet(scope, subnetId),
    );
    const [first] = subnets;
    if (!first) {
      throw new AwsFault('ValidationError', 'Give at least one of Subnets');
    }
    for (const groupId of input.securityGroupIds ?? []) {
      this.#securityGroups.getSecurityGroup(scope, groupId);
    }
    const scheme = input.scheme ?? 'internet-facing';
    const prefix = scheme === 'internal' ? 'internal-' : '';
    const number = parseInt(this.#context.ids.hex(7), 16);
    const suffix = dnsSuffixOfRegion(scope.region);
    return this.loadBalancers.add({
      ...this.#context.newRecord(scope, id, input.tags),
      name: input.name,
      dnsName: `${prefix}${input.name}-${number}.${scope.region}.elb.${suffix}`,
      canonicalHostedZoneId: 'Z32O12XQLNTSW2',
      scheme,
      vpcId: first.vpcId,
      subnetIds: subnets.map(subnet => subnet.id),
      securityGroupIds: input.securityGroupIds ?? [],
      listeners: input.listeners,
      instances: (input.instanceIds ?? []).map(newInstance),
      healthCheckTarget:
        input.healthCheckTarget ??
        `TCP:${input.listeners[0]?.instancePort ?? 80}`,
    });
  }

  /** The load balancer of this name; an unknown one is `LoadBalancerNotFound`. */
  get(scope: Scope, name: string): ClassicLoadBalancer {
    const found = this.find(scope, name);
    if (!found) {
      throw new AwsFault(
        'LoadBalancerNotFound',
        `There is no ACTIVE Load Balancer named '${name}'`,
      );
    }
    return found;
  }

  /** The load balancer of this name. */
  find(scope: Scope, name: string): ClassicLoadBalancer | undefined {
    return this.loadBalancers.getIn(scope, classicLoadBalancerArn(scope, name));
  }

  /** The load balancers of an account and region, oldest first. */
  list(scope: Scope): ClassicLoadBalancer[] {
    return this.loadBalancers.list(scope);
  }

  /** Replaces listeners, security groups, instances or the health check. */
  update(
    scope: Scope,
    name: string,
    change: Partial<
      Pick<
        ClassicLoadBalancerInput,
        'listeners' | 'securityGroupIds' | 'instanceIds' | 'healthCheckTarget'
      >
    >,
  ): ClassicLoadBalancer {
    const loadBalancer = this.get(scope, name);
    const { instanceIds, ...rest } = change;
    const given = Object.entries(rest).filter(([, value]) => value);
    Object.assign(loadBalancer, Object.fromEntries(given));
    if (instanceIds) loadBalancer.instances = instanceIds.map(newInstance);
    return loadBalancer;
  }

  /** Plays the health of one instance, or of all. */
  setInstanceHealth(
    scope: Scope,
    name: string,
    health: Omit<ClassicInstance, 'instanceId'>,
    instanceId?: string,
  ): void {
    for (const instance of this.get(scope, name).instances) {
      if ((instanceId ?? instance.instanceId) === instance.instanceId) {
        Object.assign(instance, health);
      }
    }
  }

  /** Deletes a load balancer; an unknown name is no error, as in the service. */
  remove(scope: Scope, name: string): void {
    const found = this.find(scope, name);
    if (!found) return;
    this.loadBalancers.remove(found.id);
    this.#context.announce('load-balancer', found.id, 'gone');
  }
}

/** The ARN of a Classic Load Balancer. @public */
export function classicLoadBalancerArn(scope: Scope, name: string): string {
  const partition = partitionOfRegion(scope.region);
  return `arn:${partition}:elasticloadbalancing:${scope.region}:${scope.accountId}:loadbalancer/${name}`;
}

function newInstance(instanceId: string): ClassicInstance {
  return {
    instanceId,
    state: 'InService',
    reasonCode: 'N/A',
    description: 'N/A',
  };
}
