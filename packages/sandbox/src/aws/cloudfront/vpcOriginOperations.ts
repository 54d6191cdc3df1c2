import { requireMatch, VpcOrigin, VpcOriginInput } from '../../world';
import { fromTagList } from '../ec2/tags';
import { Operation, operation } from '../server/Operation';
import { required } from '../server/required';
import { listVisible } from '../server/visible';
import { bind } from '../wire/restRoutes';
import { ValueOf } from '../wire/shapes';
import { requireIfMatch } from './distributionOperations';
import { listed, listPage } from './listed';
import { readProtocolPolicy } from './readConfig';
import * as shapes from './shapes/vpcOriginShapes';

const PATH = '/2020-05-31/vpc-origin';

function present(one: VpcOrigin): ValueOf<typeof shapes.vpcOrigin> {
  const { config } = one;
  return {
    Id: one.id,
    Arn: one.arn,
    AccountId: one.accountId,
    Status: one.state,
    CreatedTime: new Date(one.createdAt),
    LastModifiedTime: new Date(one.lastModifiedAt),
    VpcOriginEndpointConfig: {
      Name: config.name,
      Arn: config.originArn,
      HTTPPort: config.httpPort,
      HTTPSPort: config.httpsPort,
      OriginProtocolPolicy: config.protocolPolicy,
      OriginSslProtocols: listed(config.sslProtocols),
    },
  };
}

function answer(one: VpcOrigin) {
  return { VpcOrigin: present(one), ETag: one.etag };
}

function readEndpoint(
  config: ValueOf<typeof shapes.vpcOriginEndpointConfig> | undefined,
): VpcOriginInput {
  const code = 'InvalidArgument';
  const given = required(config, 'VpcOriginEndpointConfig', code);
  return {
    name: required(given.Name, 'Name', code),
    originArn: required(given.Arn, 'Arn', code),
    httpPort: given.HTTPPort ?? 80,
    httpsPort: given.HTTPSPort ?? 443,
    protocolPolicy: readProtocolPolicy(given.OriginProtocolPolicy),
    sslProtocols: given.OriginSslProtocols?.Items ?? ['TLSv1.2'],
  };
}

const list = operation(
  'ListVpcOrigins',
  {
    http: bind(`GET ${PATH}`),
    input: shapes.listVpcOriginsRequest,
    output: shapes.listVpcOriginsResult,
  },
  (call, input) => ({
    VpcOriginList: listPage(
      listVisible(call, call.world.vpcOrigins.vpcOrigins),
      input,
      one => ({
        Id: one.id,
        Name: one.config.name,
        Status: one.state,
        CreatedTime: new Date(one.createdAt),
        LastModifiedTime: new Date(one.lastModifiedAt),
        Arn: one.arn,
        AccountId: one.accountId,
        OriginEndpointArn: one.config.originArn,
      }),
    ),
  }),
);

const get = operation(
  'GetVpcOrigin',
  {
    http: bind(`GET ${PATH}/{Id}`),
    input: shapes.getVpcOriginRequest,
    output: shapes.getVpcOriginResult,
  },
  ({ world, scope }, input) =>
    answer(world.vpcOrigins.get(scope.accountId, input.Id ?? '')),
);

const create = operation(
  'CreateVpcOrigin',
  {
    http: bind(`POST ${PATH}`, 202),
    input: shapes.createVpcOriginRequest,
    output: shapes.createVpcOriginResult,
  },
  ({ world, scope }, input) => {
    const made = world.vpcOrigins.create(scope.accountId, {
      config: readEndpoint(input.VpcOriginEndpointConfig),
      tags: fromTagList(input.Tags?.Items),
    });
    return {
      ...answer(made),
      Location: `https://cloudfront.amazonaws.com${PATH}/${made.id}`,
    };
  },
);

const update = operation(
  'UpdateVpcOrigin',
  {
    http: bind(`PUT ${PATH}/{Id}`, 202),
    input: shapes.updateVpcOriginRequest,
    output: shapes.updateVpcOriginResult,
  },
  ({ world, scope }, input) => {
    const { accountId } = scope;
    const id = input.Id ?? '';
    const { etag } = world.vpcOrigins.get(accountId, id);
    requireMatch(etag, requireIfMatch(input.IfMatch));
    const config = readEndpoint(input.VpcOriginEndpointConfig);
    return answer(world.vpcOrigins.update(accountId, id, config));
  },
);

const remove = operation(
  'DeleteVpcOrigin',
  {
    http: bind(`DELETE ${PATH}/{Id}`, 202),
    input: shapes.deleteVpcOriginRequest,
    output: shapes.deleteVpcOriginResult,
  },
  ({ world, scope }, input) => {
    const found = world.vpcOrigins.get(scope.accountId, input.Id ?? '');
    requireMatch(found.etag, requireIfMatch(input.IfMatch));
    world.vpcOrigins.remove(scope.accountId, found.id);
    return answer(found);
  },
);

/** VPC origins. @internal */
export const vpcOriginOperations: Operation[] = [
  list,
  get,
  create,
  update,
  remove,
];
