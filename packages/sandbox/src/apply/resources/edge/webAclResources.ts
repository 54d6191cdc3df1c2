import { InputError } from '@backstage/errors';
import { IpSet, WafScope, WebAcl, WebAclRule } from '../../../world';
import { ApplyContext } from '../../types';
import {
  Args,
  blocks,
  optionalString,
  requiredString,
  stringList,
  stringMap,
} from '../args';
import { ResourceHandler } from '../ResourceHandler';
import { toStatement } from './toStatement';

const ACTIONS = ['allow', 'block', 'count', 'captcha', 'challenge'] as const;

/**
 * `aws_wafv2_web_acl`.
 * @internal
 */
export const webAclResource: ResourceHandler = {
  create(args, { world, scope }) {
    const webAcl = world.webAcls.create(scope, {
      name: requiredString(args, 'name'),
      wafScope: wafScopeOf(args),
      ...contentOf(args),
      tags: stringMap(args, 'tags'),
    });
    return attributesOf(webAcl, args);
  },

  read({ args, attributes }, { world, scope }) {
    const arn = requiredString(attributes, 'arn');
    const found = world.webAcls.webAcls.getIn(scope, arn);
    return found && attributesOf(found, args);
  },

  update({ args: before, attributes }, args, { world, scope }) {
    if (before.name !== args.name || before.scope !== args.scope) {
      return undefined;
    }
    const arn = requiredString(attributes, 'arn');
    const webAcl = world.webAcls.update(scope, arn, contentOf(args));
    webAcl.tags = stringMap(args, 'tags');
    return attributesOf(webAcl, args);
  },

  destroy({ attributes }, { world, scope }) {
    const arn = requiredString(attributes, 'arn');
    if (world.webAcls.webAcls.getIn(scope, arn)) {
      world.webAcls.remove(scope, arn);
    }
  },
};

/**
 * `aws_wafv2_ip_set`.
 * @internal
 */
export const ipSetResource: ResourceHandler = {
  create(args, { world, scope }) {
    const ipSet = world.ipSets.create(scope, {
      name: requiredString(args, 'name'),
      wafScope: wafScopeOf(args),
      addressVersion: args.ip_address_version === 'IPV6' ? 'IPV6' : 'IPV4',
      addresses: stringList(args, 'addresses'),
      description: optionalString(args, 'description'),
      tags: stringMap(args, 'tags'),
    });
    return attributesOf(ipSet, args);
  },

  read({ args, attributes }, { world, scope }) {
    const arn = requiredString(attributes, 'arn');
    const found = world.ipSets.ipSets.getIn(scope, arn);
    return found && attributesOf(found, args);
  },

  update({ args: before, attributes }, args, { world, scope }) {
    const isOther = ['name', 'scope', 'ip_address_version'].some(
      name => before[name] !== args[name],
    );
    if (isOther) return undefined;
    const arn = requiredString(attributes, 'arn');
    const ipSet = world.ipSets.update(scope, arn, {
      addresses: stringList(args, 'addresses'),
      description: optionalString(args, 'description'),
    });
    ipSet.tags = stringMap(args, 'tags');
    return attributesOf(ipSet, args);
  },

  destroy({ attributes }, { world, scope }) {
    const arn = requiredString(attributes, 'arn');
    if (world.ipSets.ipSets.getIn(scope, arn)) world.ipSets.remove(scope, arn);
  },
};

/**
 * `aws_wafv2_web_acl_logging_configuration`.
 * @internal
 */
export const webAclLoggingResource: ResourceHandler = {
  create: (args, context) => writeLogging(args, context),
  read({ args, attributes }, { world, scope }) {
    const arn = requiredString(args, 'resource_arn');
    return world.webAcls.webAcls.getIn(scope, arn)?.logging && attributes;
  },
  update: ({ args: before }, args, context) =>
    before.resource_arn === args.resource_arn
      ? writeLogging(args, context)
      : undefined,
  destroy({ args }, { world, scope }) {
    const arn = requiredString(args, 'resource_arn');
    if (world.webAcls.webAcls.getIn(scope, arn)) {
      world.webAcls.setLogging(scope, arn, undefined);
    }
  },
};

function writeLogging(args: Args, { world, scope }: ApplyContext): Args {
  const arn = requiredString(args, 'resource_arn');
  const destinationArns = stringList(args, 'log_destination_configs');
  const wrong = destinationArns.find(
    destination => !/[:/]aws-waf-logs-[^:/]+$/.test(destination),
  );
  if (wrong) {
    throw new InputError(
      `WAFInvalidParameterException: The ARN isn't valid: ${wrong} must name a log group, bucket or stream whose name begins with aws-waf-logs-`,
    );
  }
  world.webAcls.setLogging(scope, arn, {
    destinationArns,
    redactedFields: blocks(args, 'redacted_fields').map(toStatement),
  });
  return { ...args, id: arn };
}

function attributesOf(found: WebAcl | IpSet, args: Args): Args {
  const id = 'webAclId' in found ? found.webAclId : found.ipSetId;
  return { ...args, id, arn: found.id, tags_all: found.tags };
}

function wafScopeOf(args: Args): WafScope {
  const scope = requiredString(args, 'scope');
  if (scope === 'CLOUDFRONT' || scope === 'REGIONAL') return scope;
  throw new InputError(
    `'scope' must be CLOUDFRONT or REGIONAL, not '${scope}'`,
  );
}

function contentOf(args: Args) {
  const [defaults] = blocks(args, 'default_action');
  if (!defaults) throw new InputError("A web ACL needs 'default_action'");
  return {
    description: optionalString(args, 'description') ?? '',
    defaultAction:
      'block' in defaults ? ('block' as const) : ('allow' as const),
    rules: blocks(args, 'rule').map(toRule),
    metricName: metricOf(args),
  };
}

function toRule(rule: Args): WebAclRule {
  const [statement] = blocks(rule, 'statement');
  const [action] = blocks(rule, 'action');
  const [override] = blocks(rule, 'override_action');
  const name = requiredString(rule, 'name');
  if (!statement || !action === !override) {
    throw new InputError(
      `The rule '${name}' needs 'statement', and either 'action' or 'override_action'`,
    );
  }
  return {
    name,
    priority: Number(requiredString(rule, 'priority')),
    ...(action && { action: ACTIONS.find(one => one in action) }),
    ...(override && { overrideAction: 'count' in override ? 'count' : 'none' }),
    statement: toStatement(statement),
    metricName: metricOf(rule),
  };
}

function metricOf(args: Args): string {
  const [visibility] = blocks(args, 'visibility_config');
  if (!visibility) throw new InputError("'visibility_config' is required");
  return requiredString(visibility, 'metric_name');
}
