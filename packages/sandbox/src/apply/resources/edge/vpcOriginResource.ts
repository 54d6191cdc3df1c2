import { InputError } from '@backstage/errors';
import { VpcOrigin, VpcOriginInput } from '../../../world';
import { ApplyContext } from '../../types';
import { WaitingError } from '../../WaitingError';
import { Args, blocks, requiredString, stringList, stringMap } from '../args';
import { ResourceHandler } from '../ResourceHandler';
import { protocolPolicyOf } from './toDistributionConfig';

/**
 * `aws_cloudfront_vpc_origin`. Others may refer to it once it is deployed; while a distribution uses it, it can be neither
 * changed nor deleted.
 * @internal
 */
export const vpcOriginResource: ResourceHandler = {
  create(args, context) {
    const config = configOf(args);
    requireActive(config.originArn, context);
    const { world, scope } = context;
    const vpcOrigin = world.vpcOrigins.create(scope.accountId, {
      config,
      tags: stringMap(args, 'tags'),
    });
    return attributesOf(vpcOrigin, args);
  },

  read({ args, attributes }, context) {
    const found = find(attributes, context);
    return found && attributesOf(found, args);
  },

  update({ attributes }, args, { world, scope }) {
    const vpcOrigin = world.vpcOrigins.update(
      scope.accountId,
      requiredString(attributes, 'id'),
      configOf(args),
    );
    vpcOrigin.tags = stringMap(args, 'tags');
    return attributesOf(vpcOrigin, args);
  },

  destroy({ attributes }, context) {
    const found = find(attributes, context);
    if (!found) return;
    context.world.vpcOrigins.remove(context.scope.accountId, found.id);
  },

  pending: ({ attributes }) =>
    attributes.status === 'Deployed'
      ? undefined
      : `Waits until the VPC origin ${attributes.id} is deployed`,
};

function find(attributes: Args, { world, scope }: ApplyContext) {
  return world.vpcOrigins
    .list(scope.accountId)
    .find(({ id }) => id === attributes.id);
}

// CloudFront's developer guide asks for an active load balancer.
function requireActive(arn: string, { world }: ApplyContext) {
  const loadBalancer = world.loadBalancing.loadBalancers.get(arn);
  if (loadBalancer && loadBalancer.state !== 'active') {
    throw new WaitingError(`Waits until ${arn} is active`);
  }
}

function configOf(args: Args): VpcOriginInput {
  const [config] = blocks(args, 'vpc_origin_endpoint_config');
  if (!config) {
    throw new InputError("A VPC origin needs 'vpc_origin_endpoint_config'");
  }
  const [protocols] = blocks(config, 'origin_ssl_protocols');
  return {
    name: requiredString(config, 'name'),
    originArn: requiredString(config, 'arn'),
    httpPort: Number(requiredString(config, 'http_port')),
    httpsPort: Number(requiredString(config, 'https_port')),
    protocolPolicy: protocolPolicyOf(config),
    // CloudFormation has the list without a block around it.
    sslProtocols: protocols
      ? stringList(protocols, 'items')
      : stringList(config, 'origin_ssl_protocols'),
  };
}

function attributesOf(vpcOrigin: VpcOrigin, args: Args): Args {
  const { id, arn, etag, state, tags } = vpcOrigin;
  return { ...args, id, arn, etag, status: state, tags_all: tags };
}
