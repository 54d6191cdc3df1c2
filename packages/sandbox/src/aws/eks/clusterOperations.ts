import { KubernetesCluster } from '../../world';
import { Operation, operation } from '../server/Operation';
import { PageLimits, pageOf } from '../server/paging';
import { listVisible } from '../server/visible';
import { bind } from '../wire/restRoutes';
import { ValueOf } from '../wire/shapes';
import * as shapes from './shapes/clusterShapes';

const pageLimits: PageLimits = {
  parameter: 'maxResults',
  minimum: 1,
  maximum: 100,
  isCapped: false,
  badTokenCode: 'InvalidParameterException',
  badSizeCode: 'InvalidParameterException',
};

function present(one: KubernetesCluster): ValueOf<typeof shapes.cluster> {
  return {
    name: one.name,
    arn: one.id,
    createdAt: new Date(one.createdAt),
    version: one.version,
    endpoint: one.endpoint,
    roleArn: one.roleArn,
    resourcesVpcConfig: {
      subnetIds: one.subnetIds,
      securityGroupIds: one.securityGroupIds,
      clusterSecurityGroupId: one.clusterSecurityGroupId,
      vpcId: one.vpcId,
      endpointPublicAccess: one.isEndpointPublic,
      endpointPrivateAccess: !one.isEndpointPublic,
      publicAccessCidrs: one.isEndpointPublic ? ['0.0.0.0/0'] : [],
    },
    kubernetesNetworkConfig: {
      serviceIpv4Cidr: '10.100.0.0/16',
      ipFamily: 'ipv4',
    },
    identity: { oidc: { issuer: one.oidcIssuer } },
    status: one.state,
    platformVersion: 'eks.1',
    tags: one.tags,
  };
}

const list = operation(
  'ListClusters',
  {
    http: bind('GET /clusters'),
    input: shapes.listClustersRequest,
    output: shapes.listClustersResponse,
  },
  (call, input) => {
    const { records, nextToken } = pageOf(
      listVisible(call, call.world.clusters.clusters),
      {
        size: input.maxResults,
        token: input.nextToken,
        limits: pageLimits,
      },
    );
    return { clusters: records.map(({ name }) => name), nextToken };
  },
);

const describe = operation(
  'DescribeCluster',
  {
    http: bind('GET /clusters/{name}'),
    input: shapes.describeClusterRequest,
    output: shapes.describeClusterResponse,
  },
  ({ world, scope }, input) => ({
    cluster: present(world.clusters.get(scope, input.name ?? '')),
  }),
);

/** Clusters. @internal */
export const clusterOperations: Operation[] = [list, describe];
