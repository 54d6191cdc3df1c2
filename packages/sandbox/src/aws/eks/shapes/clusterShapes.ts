import {
  bool,
  inPath,
  inQuery,
  integer,
  listOf,
  structure,
  text,
  textMap,
  timestamp,
} from '../../wire/shapes';

/** Wire names of `ListClustersRequest`. @internal */
export const listClustersRequest = structure({
  maxResults: inQuery('maxResults', integer),
  nextToken: inQuery('nextToken', text),
  include: inQuery('include', listOf(text)),
});

/** Wire names of `ListClustersResponse`. @internal */
export const listClustersResponse = structure({
  clusters: listOf(text),
  nextToken: text,
});

/** Wire names of `DescribeClusterRequest`. @internal */
export const describeClusterRequest = structure({
  name: inPath('name', text),
});

/** Wire names of `VpcConfigResponse`. @internal */
export const vpcConfigResponse = structure({
  subnetIds: listOf(text),
  securityGroupIds: listOf(text),
  clusterSecurityGroupId: text,
  vpcId: text,
  endpointPublicAccess: bool,
  endpointPrivateAccess: bool,
  publicAccessCidrs: listOf(text),
});

/** Wire names of `KubernetesNetworkConfigResponse`. @internal */
export const kubernetesNetworkConfigResponse = structure({
  serviceIpv4Cidr: text,
  ipFamily: text,
});

/** Wire names of `OIDC`. @internal */
export const oidc = structure({
  issuer: text,
});

/** Wire names of `Identity`. @internal */
export const identity = structure({
  oidc: oidc,
});

/** Wire names of `Cluster`. @internal */
export const cluster = structure({
  name: text,
  arn: text,
  createdAt: timestamp,
  version: text,
  endpoint: text,
  roleArn: text,
  resourcesVpcConfig: vpcConfigResponse,
  kubernetesNetworkConfig: kubernetesNetworkConfigResponse,
  identity: identity,
  status: text,
  platformVersion: text,
  tags: textMap,
});

/** Wire names of `DescribeClusterResponse`. @internal */
export const describeClusterResponse = structure({
  cluster: cluster,
});
