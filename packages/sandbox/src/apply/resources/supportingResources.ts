import { Args, requiredString, stringList } from './args';
import { ResourceHandler } from './ResourceHandler';

/**
 * `aws_sns_topic`: the sandbox has no SNS, so a topic is only its ARN.
 * @internal
 */
export const topicResource: ResourceHandler = {
  create(args, { scope }) {
    const name = requiredString(args, 'name');
    const arn = `arn:aws:sns:${scope.region}:${scope.accountId}:${name}`;
    return { ...args, id: arn, arn };
  },
  read: ({ attributes }) => attributes,
  destroy() {},
};

/**
 * `aws_sns_topic_policy`: kept, without an effect here.
 * @internal
 */
export const topicPolicyResource: ResourceHandler = {
  create: args => ({ ...args, id: requiredString(args, 'arn') }),
  read: ({ attributes }) => attributes,
  destroy() {},
};

/**
 * `aws_route53_record` of type TXT, which is what a domain verification looks at. Other types are kept
 * without an effect: the sandbox resolves no names.
 * @internal
 */
export const dnsRecordResource: ResourceHandler = {
  create(args, { world }) {
    for (const value of textsOf(args)) {
      world.publishTxtRecord(requiredString(args, 'name'), value);
    }
    const name = requiredString(args, 'name');
    return {
      ...args,
      id: `${requiredString(args, 'zone_id')}_${name}`,
      fqdn: name,
    };
  },

  read({ args, attributes }, { world }) {
    const published = world.dns.lookupTxt(requiredString(args, 'name'));
    return textsOf(args).every(value => published.includes(value))
      ? attributes
      : undefined;
  },

  destroy({ args }, { world }) {
    for (const value of textsOf(args)) {
      world.removeTxtRecord(requiredString(args, 'name'), value);
    }
  },
};

function textsOf(args: Args): string[] {
  return args.type === 'TXT' ? stringList(args, 'records') : [];
}
