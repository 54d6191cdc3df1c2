import { ResourceHandler } from '../ResourceHandler';
import {
  Args,
  optionalString,
  requiredString,
  stringList,
  stringMap,
} from '../args';

/**
 * `aws_iam_openid_connect_provider`.
 * @internal
 */
export const identityProviderResource: ResourceHandler = {
  create(args, { world, scope }) {
    const provider = world.identityProviders.create(scope.accountId, {
      url: requiredString(args, 'url'),
      clientIds: stringList(args, 'client_id_list'),
      thumbprints: stringList(args, 'thumbprint_list'),
      tags: stringMap(args, 'tags'),
    });
    // The provider's attribute has no protocol either.
    return { ...args, id: provider.id, arn: provider.id, url: provider.url };
  },

  read({ attributes }, { world, scope }) {
    const known = world.identityProviders.list(scope.accountId);
    return known.some(({ id }) => id === attributes.id)
      ? attributes
      : undefined;
  },

  update({ args: before, attributes }, args, { world, scope }) {
    if (before.url !== args.url) return undefined;
    const id = requiredString(attributes, 'id');
    const provider = world.identityProviders.update(scope.accountId, id, {
      clientIds: stringList(args, 'client_id_list'),
      thumbprints: stringList(args, 'thumbprint_list'),
    });
    provider.tags = stringMap(args, 'tags');
    return { ...args, id, arn: id, url: provider.url };
  },

  destroy({ attributes }, { world, scope }) {
    const id = requiredString(attributes, 'id');
    const known = world.identityProviders.list(scope.accountId);
    if (known.some(provider => provider.id === id)) {
      world.identityProviders.remove(scope.accountId, id);
    }
  },
};

/**
 * `aws_iam_role`.
 * @internal
 */
export const roleResource: ResourceHandler = {
  create(args, { world, scope }) {
    const role = world.roles.create(scope.accountId, {
      name: requiredString(args, 'name'),
      path: optionalString(args, 'path'),
      description: optionalString(args, 'description'),
      trustPolicy: requiredString(args, 'assume_role_policy'),
      permissionsBoundaryArn: optionalString(args, 'permissions_boundary'),
      tags: stringMap(args, 'tags'),
    });
    return roleAttributes(args, role);
  },

  read({ args, attributes }, { world, scope }) {
    const role = world.roles.find(
      scope.accountId,
      requiredString(attributes, 'name'),
    );
    return role && roleAttributes(args, role);
  },

  update({ args: before, attributes }, args, { world, scope }) {
    const isOther = ['name', 'path', 'permissions_boundary'].some(
      name => before[name] !== args[name],
    );
    if (isOther) return undefined;
    const name = requiredString(attributes, 'name');
    const role = world.roles.update(scope.accountId, name, {
      trustPolicy: requiredString(args, 'assume_role_policy'),
      description: optionalString(args, 'description'),
    });
    role.tags = stringMap(args, 'tags');
    return roleAttributes(args, role);
  },

  destroy({ attributes }, { world, scope }) {
    const name = requiredString(attributes, 'name');
    if (world.roles.find(scope.accountId, name)) {
      world.roles.remove(scope.accountId, name);
    }
  },
};

/**
 * `aws_iam_policy`.
 * @internal
 */
export const policyResource: ResourceHandler = {
  create(args, { world, scope }) {
    const policy = world.policies.create(scope.accountId, {
      name: requiredString(args, 'name'),
      path: optionalString(args, 'path'),
      description: optionalString(args, 'description'),
      document: requiredString(args, 'policy'),
      tags: stringMap(args, 'tags'),
    });
    return { ...args, id: policy.id, arn: policy.id };
  },

  read({ attributes }, { world, scope }) {
    const known = world.policies.list(scope.accountId);
    return known.some(({ id }) => id === attributes.id)
      ? attributes
      : undefined;
  },

  update({ args: before, attributes }, args, { world, scope }) {
    const isOther = ['name', 'path', 'description'].some(
      name => before[name] !== args[name],
    );
    if (isOther) return undefined;
    const id = requiredString(attributes, 'id');
    const policy = world.policies.get(scope.accountId, id);
    if (before.policy !== args.policy) {
      const document = requiredString(args, 'policy');
      world.policies.update(scope.accountId, id, document);
    }
    policy.tags = stringMap(args, 'tags');
    return { ...args, id, arn: id };
  },

  destroy({ attributes }, { world, scope }) {
    const id = requiredString(attributes, 'id');
    const known = world.policies.list(scope.accountId);
    if (known.some(policy => policy.id === id)) {
      world.policies.remove(scope.accountId, id);
    }
  },
};

/**
 * `aws_iam_role_policy_attachment`.
 * @internal
 */
export const policyAttachmentResource: ResourceHandler = {
  create(args, { world, scope }) {
    const role = requiredString(args, 'role');
    const policyArn = requiredString(args, 'policy_arn');
    world.roles.attachPolicy(scope.accountId, role, policyArn);
    return { ...args, id: `${role}/${policyArn}` };
  },

  read({ args, attributes }, { world, scope }) {
    const role = world.roles.find(
      scope.accountId,
      requiredString(args, 'role'),
    );
    const policyArn = requiredString(args, 'policy_arn');
    return role?.attachedPolicyArns.has(policyArn) ? attributes : undefined;
  },

  destroy({ args }, { world, scope }) {
    const name = requiredString(args, 'role');
    const policyArn = requiredString(args, 'policy_arn');
    const role = world.roles.find(scope.accountId, name);
    if (role?.attachedPolicyArns.has(policyArn)) {
      world.roles.detachPolicy(scope.accountId, name, policyArn);
    }
  },
};

/**
 * `aws_iam_role_policy`.
 * @internal
 */
export const inlinePolicyResource: ResourceHandler = {
  create(args, { world, scope }) {
    const role = requiredString(args, 'role');
    const name = requiredString(args, 'name');
    const document = requiredString(args, 'policy');
    world.roles.setInlinePolicy(scope.accountId, role, { name, document });
    return { ...args, id: `${role}:${name}` };
  },

  read({ args, attributes }, { world, scope }) {
    const role = world.roles.find(
      scope.accountId,
      requiredString(args, 'role'),
    );
    const name = requiredString(args, 'name');
    return role?.inlinePolicies.has(name) ? attributes : undefined;
  },

  destroy({ args }, { world, scope }) {
    const role = requiredString(args, 'role');
    const name = requiredString(args, 'name');
    if (world.roles.find(scope.accountId, role)) {
      const policy = { name, document: undefined };
      world.roles.setInlinePolicy(scope.accountId, role, policy);
    }
  },
};

function roleAttributes(
  args: Args,
  role: { id: string; name: string; roleId: string },
): Args {
  // Terraform names a role by its name.
  return { ...args, id: role.name, arn: role.id, unique_id: role.roleId };
}
