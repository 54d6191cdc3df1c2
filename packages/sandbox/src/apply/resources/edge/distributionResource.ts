import { CLOUDFRONT_ZONE_ID, Distribution } from '../../../world';
import { WaitingError } from '../../WaitingError';
import { Args, requiredString, stringMap } from '../args';
import { ResourceHandler } from '../ResourceHandler';
import { toDistributionConfig } from './toDistributionConfig';

/**
 * `aws_cloudfront_distribution`. Others may refer to it once it is deployed; it is disabled before it is deleted.
 * @internal
 */
export const distributionResource: ResourceHandler = {
  create(args, { world, scope }) {
    const distribution = world.distributions.create(scope.accountId, {
      config: toDistributionConfig(args),
      tags: stringMap(args, 'tags'),
    });
    return attributesOf(distribution, args);
  },

  read({ args, attributes }, { world, scope }) {
    const found = world.distributions
      .list(scope.accountId)
      .find(({ id }) => id === attributes.id);
    return found && attributesOf(found, args);
  },

  update({ attributes }, args, { world, scope }) {
    const distribution = world.distributions.update(
      scope.accountId,
      requiredString(attributes, 'id'),
      { config: toDistributionConfig(args) },
    );
    distribution.tags = stringMap(args, 'tags');
    return attributesOf(distribution, args);
  },

  destroy({ attributes }, { world, scope }) {
    const found = world.distributions
      .list(scope.accountId)
      .find(({ id }) => id === attributes.id);
    if (!found) return;
    if (found.config.isEnabled) {
      const config = { ...found.config, isEnabled: false };
      world.distributions.update(scope.accountId, found.id, { config });
    }
    if (found.state !== 'Deployed') {
      throw new WaitingError(`Waits until ${found.id} is disabled everywhere`);
    }
    world.distributions.remove(scope.accountId, found.id);
  },

  pending: ({ attributes }) =>
    attributes.status === 'Deployed'
      ? undefined
      : `Waits until ${attributes.id} is deployed`,
};

function attributesOf(distribution: Distribution, args: Args): Args {
  const { id, arn, domainName, etag, state, tags } = distribution;
  return {
    ...args,
    id,
    arn,
    etag,
    domain_name: domainName,
    address: domainName,
    hosted_zone_id: CLOUDFRONT_ZONE_ID,
    status: state,
    tags_all: tags,
  };
}
