import { AwsFault } from './AwsFault';
import { Network } from './Network';
import { ScopedCollection } from './ScopedCollection';
import { Scope, SecurityGroup, SecurityGroupRule, Tags } from './types';
import { WorldContext } from './WorldContext';

/** A rule before it has an id. @public */
export type SecurityGroupRuleInput = Omit<
  SecurityGroupRule,
  'ruleId' | 'isEgress'
>;

const SAME_RULE_KEYS = [
  'ipProtocol',
  'fromPort',
  'toPort',
  'cidrIpv4',
  'cidrIpv6',
  'prefixListId',
  'referencedGroupId',
] as const;

function isSameRule(
  left: SecurityGroupRuleInput,
  right: SecurityGroupRuleInput,
): boolean {
  return SAME_RULE_KEYS.every(key => left[key] === right[key]);
}

/**
 * Security groups and their rules.
 *
 * @public
 */
export class SecurityGroups {
  readonly groups = new ScopedCollection<SecurityGroup>();
  readonly #context: WorldContext;
  readonly #network: Network;

  constructor(context: WorldContext, network: Network) {
    this.#context = context;
    this.#network = network;
  }

  /** Creates a group that lets everything out and nothing in. */
  createSecurityGroup(
    scope: Scope,
    input: {
      name: string;
      description: string;
      vpcId: string;
      tags?: Tags;
      id?: string;
    },
  ): SecurityGroup {
    this.#network.getVpc(scope, input.vpcId);
    const twin = this.groups
      .list(scope)
      .some(group => group.vpcId === input.vpcId && group.name === input.name);
    if (twin) {
      throw new AwsFault(
        'InvalidGroup.Duplicate',
        `The security group '${input.name}' already exists for VPC '${input.vpcId}'`,
      );
    }
    const { ids } = this.#context;
    const group = this.groups.add({
      ...this.#context.newRecord(
        scope,
        input.id ?? ids.resourceId('sg'),
        input.tags,
      ),
      name: input.name,
      description: input.description,
      vpcId: input.vpcId,
      rules: [],
    });
    this.authorize(scope, group.id, 'egress', [
      { ipProtocol: '-1', fromPort: -1, toPort: -1, cidrIpv4: '0.0.0.0/0' },
    ]);
    return group;
  }

  /** The default group of a VPC, made when it is missing. */
  ensureDefaultGroup(scope: Scope, vpcId: string): SecurityGroup {
    const existing = this.groups
      .list(scope)
      .find(group => group.vpcId === vpcId && group.name === 'default');
    return (
      existing ??
      this.createSecurityGroup(scope, {
        name: 'default',
        description: 'default VPC security group',
        vpcId,
      })
    );
  }

  /** The group; a foreign or unknown id is `InvalidGroup.NotFound`. */
  getSecurityGroup(scope: Scope, groupId: string): SecurityGroup {
    const group = this.groups.getIn(scope, groupId);
    if (!group) {
      throw new AwsFault(
        'InvalidGroup.NotFound',
        `The security group '${groupId}' does not exist`,
      );
    }
    return group;
  }

  /** Adds rules; one that exists is `InvalidPermission.Duplicate`. */
  authorize(
    scope: Scope,
    groupId: string,
    direction: 'ingress' | 'egress',
    rules: SecurityGroupRuleInput[],
  ): SecurityGroupRule[] {
    const group = this.getSecurityGroup(scope, groupId);
    const isEgress = direction === 'egress';
    const known = group.rules.filter(rule => rule.isEgress === isEgress);
    if (rules.some(rule => known.some(other => isSameRule(rule, other)))) {
      throw new AwsFault(
        'InvalidPermission.Duplicate',
        `the specified rule already exists in security group '${groupId}'`,
      );
    }
    const added = rules.map(rule => ({
      ...rule,
      isEgress,
      ruleId: this.#context.ids.resourceId('sgr'),
    }));
    group.rules.push(...added);
    return added;
  }

  /** Takes rules away; one that does not exist is `InvalidPermission.NotFound`. */
  revoke(
    scope: Scope,
    groupId: string,
    direction: 'ingress' | 'egress',
    selection: { rules?: SecurityGroupRuleInput[]; ruleIds?: string[] },
  ): void {
    const group = this.getSecurityGroup(scope, groupId);
    const isEgress = direction === 'egress';
    const known = group.rules.filter(rule => rule.isEgress === isEgress);
    const found = [
      ...(selection.ruleIds ?? []).map(id =>
        known.find(rule => rule.ruleId === id),
      ),
      ...(selection.rules ?? []).map(rule =>
        known.find(other => isSameRule(rule, other)),
      ),
    ];
    if (found.includes(undefined)) {
      throw new AwsFault(
        'InvalidPermission.NotFound',
        `The specified rule does not exist in security group '${groupId}'.`,
      );
    }
    group.rules = group.rules.filter(rule => !found.includes(rule));
  }

  /** Deletes a group that no interface uses. */
  deleteSecurityGroup(scope: Scope, groupId: string): void {
    this.getSecurityGroup(scope, groupId);
    const inUse = this.#network.networkInterfaces
      .list(scope)
      .some(({ securityGroupIds }) => securityGroupIds.includes(groupId));
    if (inUse) {
      throw new AwsFault(
        'DependencyViolation',
        `resource ${groupId} has a dependent object`,
      );
    }
    this.groups.remove(groupId);
  }
}
