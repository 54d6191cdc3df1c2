import { requiredString } from './args';
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
