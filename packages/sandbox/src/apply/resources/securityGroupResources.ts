import { AwsFault, SecurityGroupRuleInput } from '../../world';
import { WaitingError } from '../WaitingError';
import {
  Args,
  blocks,
  optionalString,
  requiredString,
  stringList,
  stringMap,
} from './args';
import { ResourceHandler } from './ResourceHandler';

/**
 * `aws_security_group`, with the rules that stand in its own blocks.
 * @internal
 */
export const securityGroupResource: ResourceHandler = {
  create(args, { world, scope, target }) {
    const group = world.securityGroups.createSecurityGroup(scope, {
      name:
        optionalString(args, 'name') ??
        optionalString(args, 'name_prefix') ??
        'terraform',
      description:
        optionalString(args, 'description') ?? 'Managed by Terraform',
      vpcId: optionalString(args, 'vpc_id') ?? target.vpcId,
      tags: stringMap(args, 'tags'),
    });
    const rules = blocks(args, 'ingress').flatMap(rulesOfBlock);
    try {
      world.securityGroups.authorize(scope, group.id, 'ingress', rules);
    } catch (error) {
      // Else the next attempt would find a group of the same name.
      world.securityGroups.deleteSecurityGroup(scope, group.id);
      throw error;
    }
    const owner = `${group.region}:${group.accountId}`;
    const arn = `arn:aws:ec2:${owner}:security-group/${group.id}`;
    return {
      ...args,
      id: group.id,
      arn,
      vpc_id: group.vpcId,
      tags_all: group.tags,
    };
  },

  read({ attributes }, { world, scope }) {
    const id = requiredString(attributes, 'id');
    return world.securityGroups.groups.getIn(scope, id) && attributes;
  },

  destroy({ attributes }, { world, scope }) {
    const id = requiredString(attributes, 'id');
    if (!world.securityGroups.groups.getIn(scope, id)) {
      return;
    }
    try {
      world.securityGroups.deleteSecurityGroup(scope, id);
    } catch (error) {
      // Interfaces of a deleted endpoint or load balancer hold the group for a while.
      if (error instanceof AwsFault && error.code === 'DependencyViolation') {
        throw new WaitingError(error.message);
      }
      throw error;
    }
  },
};

/**
 * `aws_vpc_security_group_ingress_rule` and `aws_vpc_security_group_egress_rule`.
 * @internal
 */
export function createRuleResource(
  direction: 'ingress' | 'egress',
): ResourceHandler {
  return {
    create(args, { world, scope }) {
      const groupId = requiredString(args, 'security_group_id');
      const [rule] = world.securityGroups.authorize(scope, groupId, direction, [
        ruleOf(args),
      ]);
      return { ...args, id: rule.ruleId, security_group_rule_id: rule.ruleId };
    },

    read({ args, attributes }, { world, scope }) {
      const groupId = requiredString(args, 'security_group_id');
      const group = world.securityGroups.groups.getIn(scope, groupId);
      const isThere = group?.rules.some(rule => rule.ruleId === attributes.id);
      return isThere ? attributes : undefined;
    },

    destroy({ args, attributes }, { world, scope }) {
      const groupId = requiredString(args, 'security_group_id');
      const group = world.securityGroups.groups.getIn(scope, groupId);
      if (group?.rules.some(rule => rule.ruleId === attributes.id)) {
        const ruleIds = [requiredString(attributes, 'id')];
        world.securityGroups.revoke(scope, groupId, direction, { ruleIds });
      }
    },
  };
}

function ruleOf(args: Args): SecurityGroupRuleInput {
  const ipProtocol = requiredString(args, 'ip_protocol');
  const isAll = ipProtocol === '-1';
  return {
    ipProtocol,
    fromPort: isAll ? -1 : Number(requiredString(args, 'from_port')),
    toPort: isAll ? -1 : Number(requiredString(args, 'to_port')),
    cidrIpv4: optionalString(args, 'cidr_ipv4'),
    cidrIpv6: optionalString(args, 'cidr_ipv6'),
    prefixListId: optionalString(args, 'prefix_list_id'),
    // A group of another account stands behind that account's id.
    referencedGroupId: optionalString(args, 'referenced_security_group_id')
      ?.split('/')
      .pop(),
    description: optionalString(args, 'description'),
  };
}

function rulesOfBlock(block: Args): SecurityGroupRuleInput[] {
  const ipProtocol = requiredString(block, 'protocol');
  const isAll = ipProtocol === '-1';
  const base = {
    ipProtocol,
    fromPort: isAll ? -1 : Number(requiredString(block, 'from_port')),
    toPort: isAll ? -1 : Number(requiredString(block, 'to_port')),
    description: optionalString(block, 'description'),
  };
  return [
    ...stringList(block, 'cidr_blocks').map(cidrIpv4 => ({
      ...base,
      cidrIpv4,
    })),
    ...stringList(block, 'ipv6_cidr_blocks').map(cidrIpv6 => ({
      ...base,
      cidrIpv6,
    })),
    ...stringList(block, 'prefix_list_ids').map(prefixListId => ({
      ...base,
      prefixListId,
    })),
    ...stringList(block, 'security_groups').map(referencedGroupId => ({
      ...base,
      referencedGroupId,
    })),
  ];
}
