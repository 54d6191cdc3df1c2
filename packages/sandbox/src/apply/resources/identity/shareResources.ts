import { AwsFault } from '../../../world';
import { ApplyContext } from '../../types';
import {
  Args,
  optionalBoolean,
  requiredString,
  stringList,
  stringMap,
} from '../args';
import { ResourceHandler } from '../ResourceHandler';

/**
 * `aws_ram_resource_share`; CloudFormation says here too what is shared, and with whom.
 * @internal
 */
export const resourceShareResource: ResourceHandler = {
  create(args, context) {
    const { world, scope } = context;
    const resourceArns = stringList(args, 'resource_arns');
    resourceArns.forEach(arn => checkResource(arn, context));
    const share = world.shares.create(scope, {
      name: requiredString(args, 'name'),
      resourceArns,
      principals: stringList(args, 'principals'),
      allowsExternalPrincipals:
        optionalBoolean(args, 'allow_external_principals') ?? false,
      tags: stringMap(args, 'tags'),
    });
    return { ...args, id: share.id, arn: share.id };
  },

  read({ attributes }, context) {
    return findShare(requiredString(attributes, 'id'), context) && attributes;
  },

  update({ args: before, attributes }, args, { world, scope }) {
    const isOther = ['resource_arns', 'principals'].some(
      name => JSON.stringify(before[name]) !== JSON.stringify(args[name]),
    );
    if (isOther) return undefined;
    const id = requiredString(attributes, 'id');
    const share = world.shares.update(scope, id, {
      name: requiredString(args, 'name'),
      allowsExternalPrincipals:
        optionalBoolean(args, 'allow_external_principals') ?? false,
    });
    share.tags = stringMap(args, 'tags');
    return { ...args, id, arn: id };
  },

  destroy({ attributes }, context) {
    const share = findShare(requiredString(attributes, 'id'), context);
    if (share) context.world.shares.remove(context.scope, share.id);
  },
};

/**
 * `aws_ram_resource_association`. Only what the account owns can be shared.
 * @internal
 */
export const shareResourceAssociation = createAssociation({
  argument: 'resource_arn',
  list: 'resourceArns',
  held: 'resources',
  check: checkResource,
});

/**
 * `aws_ram_principal_association`.
 * @internal
 */
export const sharePrincipalAssociation = createAssociation({
  argument: 'principal',
  list: 'principals',
  held: 'principals',
  check: (principal, { scope }) => {
    if (principal === scope.accountId) {
      throw new AwsFault(
        'OperationNotPermittedException',
        `A resource share cannot be shared with its own account ${principal}`,
      );
    }
  },
});

function createAssociation(kind: {
  argument: string;
  list: 'resourceArns' | 'principals';
  held: 'resources' | 'principals';
  check: (value: string, context: ApplyContext) => void;
}): ResourceHandler {
  const { argument, list, held, check } = kind;
  const shareOf = (args: Args, context: ApplyContext) =>
    findShare(requiredString(args, 'resource_share_arn'), context);
  return {
    create(args, context) {
      const arn = requiredString(args, 'resource_share_arn');
      const value = requiredString(args, argument);
      check(value, context);
      const { world, scope } = context;
      world.shares.associate(scope, arn, { [list]: [value] });
      return { ...args, id: `${arn},${value}` };
    },

    read({ args, attributes }, context) {
      const value = requiredString(args, argument);
      return shareOf(args, context)?.[held].has(value) ? attributes : undefined;
    },

    destroy({ args }, context) {
      const share = shareOf(args, context);
      const value = requiredString(args, argument);
      if (share?.[held].has(value)) {
        const { world, scope } = context;
        world.shares.disassociate(scope, share.id, { [list]: [value] });
      }
    },
  };
}

function checkResource(arn: string, { world, scope }: ApplyContext) {
  const [, subnetId] = arn.split(':subnet/');
  if (subnetId && !world.network.subnets.getIn(scope, subnetId)) {
    throw new AwsFault(
      'MalformedArnException',
      `The specified resource ARN ${arn} is not valid, or not of account ${scope.accountId}`,
    );
  }
}

function findShare(id: string, { world, scope }: ApplyContext) {
  const share = world.shares.list(scope).find(one => one.id === id);
  return share?.state === 'ACTIVE' ? share : undefined;
}
