import { AwsFault, Distribution } from '../../world';
import { fromTagList } from '../ec2/tags';
import { emptyShape, Operation, operation } from '../server/Operation';
import { required } from '../server/required';
import { listVisible, onlyVisible } from '../server/visible';
import { bind } from '../wire/restRoutes';
import { listPage } from './listed';
import {
  presentConfig,
  presentDistribution,
  presentSummary,
} from './presentDistribution';
import { readConfig } from './readConfig';
import * as shapes from './shapes/distributionShapes';

const ROOT = '/2020-05-31';

const list = operation(
  'ListDistributions',
  {
    http: bind(`GET ${ROOT}/distribution`),
    input: shapes.listDistributionsRequest,
    output: shapes.listDistributionsResult,
  },
  (call, input) => ({
    DistributionList: listPage(
      listVisible(call, call.world.distributions.distributions),
      input,
      presentSummary,
    ),
  }),
);

const get = operation(
  'GetDistribution',
  {
    http: bind(`GET ${ROOT}/distribution/{Id}`),
    input: shapes.getDistributionRequest,
    output: shapes.getDistributionResult,
  },
  ({ world, scope }, input) =>
    answer(world.distributions.get(scope.accountId, input.Id ?? '')),
);

const getConfig = operation(
  'GetDistributionConfig',
  {
    http: bind(`GET ${ROOT}/distribution/{Id}/config`),
    input: shapes.getDistributionConfigRequest,
    output: shapes.getDistributionConfigResult,
  },
  ({ world, scope }, input) => {
    const found = world.distributions.get(scope.accountId, input.Id ?? '');
    return {
      DistributionConfig: presentConfig(found.config),
      ETag: found.etag,
    };
  },
);

const create = operation(
  'CreateDistribution',
  {
    http: bind(`POST ${ROOT}/distribution`, 201),
    input: shapes.createDistributionRequest,
    output: shapes.createDistributionResult,
  },
  ({ world, scope }, input) => {
    const config = required(
      input.DistributionConfig,
      'DistributionConfig',
      'InvalidArgument',
    );
    const made = world.distributions.create(scope.accountId, {
      config: readConfig(config),
    });
    return { ...answer(made), Location: locationOf(made) };
  },
);

const createWithTags = operation(
  'CreateDistributionWithTags',
  {
    http: bind(`POST ${ROOT}/distribution?WithTags`, 201),
    input: shapes.createDistributionWithTagsRequest,
    output: shapes.createDistributionWithTagsResult,
  },
  ({ world, scope }, input) => {
    const given = input.DistributionConfigWithTags;
    const config = required(
      given?.DistributionConfig,
      'DistributionConfig',
      'InvalidArgument',
    );
    const made = world.distributions.create(scope.accountId, {
      config: readConfig(config),
      tags: fromTagList(given?.Tags?.Items),
    });
    return { ...answer(made), Location: locationOf(made) };
  },
);

const update = operation(
  'UpdateDistribution',
  {
    http: bind(`PUT ${ROOT}/distribution/{Id}/config`),
    input: shapes.updateDistributionRequest,
    output: shapes.updateDistributionResult,
  },
  ({ world, scope }, input) => {
    const config = required(
      input.DistributionConfig,
      'DistributionConfig',
      'InvalidArgument',
    );
    return answer(
      world.distributions.update(scope.accountId, input.Id ?? '', {
        config: readConfig(config),
        ifMatch: requireIfMatch(input.IfMatch),
      }),
    );
  },
);

const remove = operation(
  'DeleteDistribution',
  {
    http: bind(`DELETE ${ROOT}/distribution/{Id}`, 204),
    input: shapes.deleteDistributionRequest,
    output: emptyShape,
  },
  ({ world, scope }, input) => {
    world.distributions.remove(scope.accountId, input.Id ?? '', {
      ifMatch: requireIfMatch(input.IfMatch),
    });
    return {};
  },
);

const listByWebAcl = operation(
  'ListDistributionsByWebACLId',
  {
    http: bind(`GET ${ROOT}/distributionsByWebACLId/{WebACLId}`),
    input: shapes.listDistributionsByWebACLIdRequest,
    output: shapes.listDistributionsByWebACLIdResult,
  },
  (call, input) => {
    // The API reference gives the word `null` for those without a web ACL.
    const wanted = input.WebACLId === 'null' ? '' : input.WebACLId;
    const found = listVisible(
      call,
      call.world.distributions.distributions,
    ).filter(({ config }) => config.webAclId === wanted);
    return { DistributionList: listPage(found, input, presentSummary) };
  },
);

const listByVpcOrigin = operation(
  'ListDistributionsByVpcOriginId',
  {
    http: bind(`GET ${ROOT}/distributionsByVpcOriginId/{VpcOriginId}`),
    input: shapes.listDistributionsByVpcOriginIdRequest,
    output: shapes.listDistributionsByVpcOriginIdResult,
  },
  (call, input) => {
    const users = call.world.distributions
      .usersOfVpcOrigin(input.VpcOriginId ?? '')
      .filter(({ accountId }) => accountId === call.scope.accountId);
    return {
      DistributionIdList: listPage(
        onlyVisible(call, users),
        input,
        ({ id }) => id,
      ),
    };
  },
);

/** The etag that a change must name. @internal */
export function requireIfMatch(ifMatch: string | undefined): string {
  if (ifMatch) return ifMatch;
  throw new AwsFault(
    'InvalidIfMatchVersion',
    'The If-Match version is missing or not valid for the resource.',
  );
}

function answer(distribution: Distribution) {
  return {
    Distribution: presentDistribution(distribution),
    ETag: distribution.etag,
  };
}

function locationOf({ id }: Distribution): string {
  return `https://cloudfront.amazonaws.com${ROOT}/distribution/${id}`;
}

/** Distributions. @internal */
export const distributionOperations: Operation[] = [
  list,
  get,
  getConfig,
  create,
  createWithTags,
  update,
  remove,
  listByWebAcl,
  listByVpcOrigin,
];
