import { AwsFault } from './AwsFault';
import {
  defaultHealthCheck,
  defaultTargetGroupAttributes,
} from './loadBalancingDefaults';
import { Network } from './Network';
import { partitionOfRegion } from './regions';
import { ScopedCollection } from './ScopedCollection';
import { targetHealthStates, targetKey } from './targetHealth';
import {
  HealthCheck,
  Scope,
  Tags,
  Target,
  TargetGroup,
  TargetHealth,
} from './types';
import { WorldContext } from './WorldContext';

/** A target group as a caller describes it. @public */
export interface TargetGroupInput {
  name: string;
  /** Default `TCP`. */
  protocol?: string;
  /** Default `HTTP1` for HTTP and HTTPS. */
  protocolVersion?: TargetGroup['protocolVersion'];
  port: number;
  vpcId: string;
  /** Default `instance`, as the service has it. */
  targetType?: TargetGroup['targetType'];
  healthCheck?: Partial<HealthCheck>;
  attributes?: Record<string, string>;
  tags?: Tags;
}

/** A target to register; the port is the group's unless given. @public */
export interface TargetInput {
  targetId: string;
  port?: number;
  zone?: string;
}

/** Which listeners' load balancer a target group serves. @internal */
export interface TargetGroupUse {
  /** Zone names of the load balancer that forwards to the group. */
  zonesServing(targetGroupArn: string): string[] | undefined;
}

/**
 * Target groups, their targets and the targets' health.
 *
 * @public
 */
export class TargetGroups {
  readonly targetGroups = new ScopedCollection<TargetGroup>();
  readonly #context: WorldContext;
  readonly #network: Network;
  #use: TargetGroupUse = { zonesServing: () => undefined };

  constructor(context: WorldContext, network: Network) {
    this.#context = context;
    this.#network = network;
  }

  /** Tells the groups who forwards to them; called once by the world. */
  useListeners(use: TargetGroupUse): void {
    this.#use = use;
  }

  /** Creates a target group. */
  createTargetGroup(scope: Scope, input: TargetGroupInput): TargetGroup {
    this.#network.getVpc(scope, input.vpcId);
    const protocol = input.protocol ?? 'TCP';
    const targetType = input.targetType ?? 'instance';
    const twin = this.targetGroups
      .list(scope)
      .some(group => group.name === input.name);
    if (twin) {
      throw new AwsFault(
        'DuplicateTargetGroupName',
        `A target group with the same name '${input.name}' exists, but with different settings`,
      );
    }
    const partition = partitionOfRegion(scope.region);
    const id = `arn:${partition}:elasticloadbalancing:${scope.region}:${
      scope.accountId
    }:targetgroup/${input.name}/${this.#context.ids.hex(16)}`;
    return this.targetGroups.add({
      ...this.#context.newRecord(scope, id, input.tags),
      name: input.name,
      protocol,
      protocolVersion: protocol.startsWith('HTTP')
        ? input.protocolVersion ?? 'HTTP1'
        : undefined,
      port: input.port,
      vpcId: input.vpcId,
      targetType,
      ipAddressType: 'ipv4',
      healthCheck: { ...defaultHealthCheck(), ...input.healthCheck },
      attributes: {
        ...defaultTargetGroupAttributes(protocol, targetType),
        ...input.attributes,
      },
      targets: new Map(),
    });
  }

  /** The group; a foreign or unknown ARN is `TargetGroupNotFound`. */
  getTargetGroup(scope: Scope, arn: string): TargetGroup {
    const group = this.targetGroups.getIn(scope, arn);
    if (!group) {
      throw new AwsFault(
        'TargetGroupNotFound',
        `Target groups '[${arn}]' not found`,
      );
    }
    return group;
  }

  /** Registers targets; one that is there already stays as it is. */
  registerTargets(scope: Scope, arn: string, targets: TargetInput[]): void {
    const group = this.getTargetGroup(scope, arn);
    for (const input of targets) {
      const target: Target = {
        targetId: input.targetId,
        port: input.port ?? group.port,
        zoneName: input.zone ?? this.#zoneOf(group, input.targetId),
        health: targetHealthStates.notInUse,
      };
      const known = group.targets.get(targetKey(target));
      if (!known || known.health.state === 'draining') {
        group.targets.set(targetKey(target), target);
        this.#startChecks(group, target);
      }
    }
  }

  /** Drains targets and then forgets them. */
  deregisterTargets(scope: Scope, arn: string, targets: TargetInput[]): void {
    const group = this.getTargetGroup(scope, arn);
    for (const input of targets) {
      const key = targetKey({ ...input, port: input.port ?? group.port });
      const target = group.targets.get(key);
      if (target) this.#drain(group, target);
    }
  }

  /**
   * Pins the health of one target, or of all of a group, until `healTargets`.
   *
   * @throws AwsFault `InvalidTarget` if no such target is registered.
   */
  setTargetHealth(
    arn: string,
    health: TargetHealth,
    targetId?: string,
  ): Target[] {
    const targets = this.#targetsOf(arn, targetId);
    for (const target of targets) target.pinnedHealth = health;
    this.#context.announce('target-group', arn, health.state);
    return targets;
  }

  /** Ends what `setTargetHealth` pinned. */
  healTargets(arn: string, targetId?: string): void {
    for (const target of this.#targetsOf(arn, targetId)) {
      target.pinnedHealth = undefined;
    }
    this.#context.announce('target-group', arn, 'healed');
  }

  /** Starts the checks anew after the listeners of a group changed. */
  refresh(arn: string): void {
    const group = this.targetGroups.get(arn);
    if (!group) return;
    for (const target of group.targets.values()) {
      if (target.health.state !== 'draining') this.#startChecks(group, target);
    }
  }

  /** Deletes a group that no listener uses. */
  deleteTargetGroup(scope: Scope, arn: string): void {
    if (this.#use.zonesServing(arn)) {
      throw new AwsFault(
        'ResourceInUse',
        `Target group '${arn}' is currently in use by a listener or a rule`,
      );
    }
    if (this.targetGroups.getIn(scope, arn)) this.targetGroups.remove(arn);
  }

  #startChecks(group: TargetGroup, target: Target): void {
    const zones = this.#use.zonesServing(group.id);
    if (!zones) {
      target.health = targetHealthStates.notInUse;
      return;
    }
    // Application load balancers cross zones unless a group says otherwise.
    const crossZone = group.attributes['load_balancing.cross_zone.enabled'];
    const isCrossing = group.protocolVersion
      ? crossZone !== 'false'
      : crossZone === 'true';
    const isElsewhere = target.zoneName && !zones.includes(target.zoneName);
    if (isElsewhere && !isCrossing) {
      target.health = targetHealthStates.zoneNotEnabled;
      return;
    }
    const started: TargetHealth = { ...targetHealthStates.registering };
    target.health = started;
    this.#context.clock.schedule(this.#context.timings.targetHealthy, () => {
      // A later registration, drain or listener change has its own health.
      if (target.health !== started) return;
      target.health = targetHealthStates.healthy;
      this.#context.announce('target-group', group.id, 'healthy');
    });
  }

  #drain(group: TargetGroup, target: Target): void {
    target.health = targetHealthStates.draining;
    this.#context.clock.schedule(this.#context.timings.targetDraining, () => {
      const key = targetKey(target);
      if (group.targets.get(key) === target) group.targets.delete(key);
    });
  }

  #targetsOf(arn: string, targetId?: string): Target[] {
    const group = this.targetGroups.get(arn);
    const targets = [...(group?.targets.values() ?? [])].filter(
      target => targetId === undefined || target.targetId === targetId,
    );
    if (targets.length === 0) {
      throw new AwsFault(
        'InvalidTarget',
        `Target group '${arn}' has no registered target '${targetId ?? '*'}'`,
      );
    }
    return targets;
  }

  #zoneOf(group: TargetGroup, targetId: string): string | undefined {
    if (group.targetType !== 'ip') return undefined;
    const vpc = this.#network.getVpc(group, group.vpcId);
    return this.#network.findSubnetOfAddress(vpc, targetId)?.zoneName;
  }
}
