import { AwsFault } from './AwsFault';
import { LoadBalancerUse } from './LoadBalancerUse';
import { defaultLoadBalancerAttributes } from './loadBalancingDefaults';
import { Network } from './Network';
import { dnsSuffixOfRegion, partitionOfRegion } from './regions';
import { ScopedCollection } from './ScopedCollection';
import { SecurityGroups } from './SecurityGroups';
import { LoadBalancer, Scope, Subnet, Tags } from './types';
import { WorldContext } from './WorldContext';

/** A load balancer as a caller describes it. @public */
export interface LoadBalancerInput {
  name: string;
  subnetIds: string[];
  /** Default `network`. */
  type?: LoadBalancer['type'];
  /** Default `internal`. */
  scheme?: LoadBalancer['scheme'];
  /** Default none: and for a network load balancer then never. */
  securityGroupIds?: string[];
  /** Default `ipv4`. */
  ipAddressType?: LoadBalancer['ipAddressType'];
  /** Written over the defaults. */
  attributes?: Record<string, string>;
  /** Default `on` where there are security groups. */
  enforceInboundRulesOnPrivateLink?: 'on' | 'off';
  tags?: Tags;
  /** `active` skips the provisioning. */
  state?: 'provisioning' | 'active';
}

/**
 * Load balancers. Their listeners and target groups are in `TargetGroups`.
 *
 * @public
 */
export class LoadBalancing {
  readonly loadBalancers = new ScopedCollection<LoadBalancer>();
  readonly #byName = new Map<string, LoadBalancer>();
  readonly #context: WorldContext;
  readonly #network: Network;
  readonly #securityGroups: SecurityGroups;
  readonly #use: LoadBalancerUse;

  constructor(
    context: WorldContext,
    parts: {
      network: Network;
      securityGroups: SecurityGroups;
      use: LoadBalancerUse;
    },
  ) {
    this.#context = context;
    this.#network = parts.network;
    this.#securityGroups = parts.securityGroups;
    this.#use = parts.use;
  }

  /**
   * Creates a load balancer, `provisioning` at first. As in the real service a
   * second one of the same name is `DuplicateLoadBalancerName`.
   */
  createLoadBalancer(scope: Scope, input: LoadBalancerInput): LoadBalancer {
    const type = input.type ?? 'network';
    this.#checkName(scope, input.name);
    const subnets = input.subnetIds.map(id =>
      this.#network.getSubnet(scope, id),
    );
    const securityGroupIds = input.securityGroupIds ?? [];
    for (const id of securityGroupIds) {
      this.#securityGroups.getSecurityGroup(scope, id);
    }
    if (subnets.length === 0) {
      throw new AwsFault(
        'ValidationError',
        'At least one subnet must be specified',
      );
    }
    const hash = this.#context.ids.hex(16);
    const path = `${type === 'network' ? 'net' : 'app'}/${input.name}/${hash}`;
    const partition = partitionOfRegion(scope.region);
    const id = `arn:${partition}:elasticloadbalancing:${scope.region}:${scope.accountId}:loadbalancer/${path}`;
    const loadBalancer = this.loadBalancers.add({
      ...this.#context.newRecord(scope, id, input.tags),
      name: input.name,
      type,
      scheme: input.scheme ?? 'internal',
      vpcId: subnets[0].vpcId,
      subnetIds: subnets.map(subnet => subnet.id),
      securityGroupIds,
      enforceInboundRulesOnPrivateLink:
        type === 'network' && securityGroupIds.length > 0
          ? input.enforceInboundRulesOnPrivateLink ?? 'on'
          : undefined,
      ipAddressType: input.ipAddressType ?? 'ipv4',
      dnsName: `${input.name}-${hash}.elb.${scope.region}.${dnsSuffixOfRegion(
        scope.region,
      )}`,
      canonicalHostedZoneId: 'Z2IFOLAFXWLO4F',
      state: 'provisioning',
      attributes: {
        ...defaultLoadBalancerAttributes(type),
        ...input.attributes,
      },
      networkInterfaceIds: [],
    });
    loadBalancer.networkInterfaceIds = this.#addInterfaces(
      loadBalancer,
      subnets,
    );
    this.#byName.set(nameKey(scope, input.name), loadBalancer);
    const delay =
      input.state === 'active' ? 0 : this.#context.timings.loadBalancerActive;
    this.#context.announce('load-balancer', id, 'provisioning');
    this.#context.clock.schedule(delay, () => this.#activate(loadBalancer));
    return loadBalancer;
  }

  /** The load balancer; a foreign or unknown ARN is `LoadBalancerNotFound`. */
  getLoadBalancer(scope: Scope, arn: string): LoadBalancer {
    const loadBalancer = this.loadBalancers.getIn(scope, arn);
    if (!loadBalancer) {
      throw new AwsFault(
        'LoadBalancerNotFound',
        `Load balancers '[${arn}]' not found`,
      );
    }
    return loadBalancer;
  }

  /** The load balancer of this name. */
  findByName(scope: Scope, name: string): LoadBalancer | undefined {
    return this.#byName.get(nameKey(scope, name));
  }

  /** Writes attributes; a key that the type does not have is refused. */
  modifyAttributes(
    scope: Scope,
    arn: string,
    changes: Record<string, string>,
  ): LoadBalancer {
    const loadBalancer = this.getLoadBalancer(scope, arn);
    for (const key of Object.keys(changes)) {
      if (!(key in defaultLoadBalancerAttributes(loadBalancer.type))) {
        throw new AwsFault(
          'ValidationError',
          `Load balancer attribute key '${key}' is not supported on load balancers with type '${loadBalancer.type}'`,
        );
      }
    }
    Object.assign(loadBalancer.attributes, changes);
    return loadBalancer;
  }

  /** Replaces the security groups of a load balancer that was made with some. */
  setSecurityGroups(
    scope: Scope,
    arn: string,
    input: { securityGroupIds: string[]; enforce?: 'on' | 'off' },
  ): LoadBalancer {
    const loadBalancer = this.getLoadBalancer(scope, arn);
    if (
      loadBalancer.type === 'network' &&
      loadBalancer.securityGroupIds.length === 0
    ) {
      throw new AwsFault(
        'InvalidConfigurationRequest',
        `You cannot set security groups on '${arn}': it was created without a security group`,
      );
    }
    for (const id of input.securityGroupIds) {
      this.#securityGroups.getSecurityGroup(scope, id);
    }
    loadBalancer.securityGroupIds = [...input.securityGroupIds];
    loadBalancer.enforceInboundRulesOnPrivateLink =
      input.enforce ?? loadBalancer.enforceInboundRulesOnPrivateLink;
    return loadBalancer;
  }

  /** Puts an application load balancer into other subnets. */
  setSubnets(scope: Scope, arn: string, subnetIds: string[]): LoadBalancer {
    const loadBalancer = this.getLoadBalancer(scope, arn);
    const subnets = subnetIds.map(id => this.#network.getSubnet(scope, id));
    for (const id of loadBalancer.networkInterfaceIds) {
      this.#network.networkInterfaces.remove(id);
    }
    loadBalancer.subnetIds = subnets.map(subnet => subnet.id);
    loadBalancer.networkInterfaceIds = this.#addInterfaces(
      loadBalancer,
      subnets,
    );
    return loadBalancer;
  }

  /**
   * Deletes a load balancer. Deletion protection and a place in an endpoint
   * service stand against it, unless `force` plays an accident.
   */
  deleteLoadBalancer(
    scope: Scope,
    arn: string,
    options: { force?: boolean } = {},
  ): void {
    const loadBalancer = this.loadBalancers.getIn(scope, arn);
    if (!loadBalancer) return;
    if (!options.force) {
      if (loadBalancer.attributes['deletion_protection.enabled'] === 'true') {
        throw new AwsFault(
          'OperationNotPermitted',
          `Load balancer '${arn}' cannot be deleted because deletion protection is enabled`,
        );
      }
      if (this.#use.endpointServiceOf(arn)) {
        throw new AwsFault(
          'ResourceInUse',
          `Load balancer '${arn}' cannot be deleted because it is currently associated with another service`,
        );
      }
    }
    for (const id of loadBalancer.networkInterfaceIds) {
      this.#network.networkInterfaces.remove(id);
    }
    this.loadBalancers.remove(arn);
    this.#byName.delete(nameKey(scope, loadBalancer.name));
    this.#use.loadBalancerDeleted(arn);
    this.#context.announce('load-balancer', arn, 'gone');
  }

  // They belong to the account of the load balancer, whoever has the subnets.
  #addInterfaces(loadBalancer: LoadBalancer, subnets: Subnet[]): string[] {
    const { id, type, securityGroupIds } = loadBalancer;
    const interfaceType =
      type === 'network' ? 'network_load_balancer' : 'interface';
    const description = `ELB ${id.split(':loadbalancer/')[1]}`;
    return subnets.map(
      subnet =>
        this.#network.createNetworkInterface(
          subnet,
          { description, interfaceType, securityGroupIds },
          loadBalancer,
        ).id,
    );
  }

  #activate(loadBalancer: LoadBalancer): void {
    if (!this.loadBalancers.get(loadBalancer.id)) return;
    loadBalancer.state = 'active';
    this.#context.announce('load-balancer', loadBalancer.id, 'active');
  }

  #checkName(scope: Scope, name: string): void {
    if (
      !/^(?!internal-)[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/.test(name)
    ) {
      throw new AwsFault(
        'ValidationError',
        `The load balancer name '${name}' must have at most 32 letters, digits and hyphens, and not begin or end with a hyphen`,
      );
    }
    if (this.findByName(scope, name)) {
      throw new AwsFault(
        'DuplicateLoadBalancerName',
        `A load balancer with the same name '${name}' exists, but with different settings`,
      );
    }
  }
}

function nameKey({ accountId, region }: Scope, name: string): string {
  return `${accountId}/${region}/${name}`;
}
