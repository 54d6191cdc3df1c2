import {
  bool,
  elementsOf,
  inHeader,
  inPath,
  inQuery,
  integer,
  structure,
  text,
  timestamp,
  withPayload,
} from '../../wire/shapes';
import {
  aliases,
  cacheBehaviors,
  defaultCacheBehavior,
  distributionConfig,
  origins,
  viewerCertificate,
} from './configShapes';

/** Wire names of `ListDistributionsRequest`. @internal */
export const listDistributionsRequest = structure({
  Marker: inQuery('Marker', text),
  MaxItems: inQuery('MaxItems', text),
});

/** Wire names of `DistributionSummary`. @internal */
export const distributionSummary = structure({
  Id: text,
  ARN: text,
  ETag: text,
  Status: text,
  LastModifiedTime: timestamp,
  DomainName: text,
  Aliases: aliases,
  Origins: origins,
  DefaultCacheBehavior: defaultCacheBehavior,
  CacheBehaviors: cacheBehaviors,
  Comment: text,
  PriceClass: text,
  Enabled: bool,
  ViewerCertificate: viewerCertificate,
  WebACLId: text,
  HttpVersion: text,
  IsIPV6Enabled: bool,
  Staging: bool,
});

/** Wire names of `DistributionList`. @internal */
export const distributionList = structure({
  Marker: text,
  NextMarker: text,
  MaxItems: integer,
  IsTruncated: bool,
  Quantity: integer,
  Items: elementsOf('DistributionSummary', distributionSummary),
});

/** Wire names of `ListDistributionsResult`. @internal */
export const listDistributionsResult = withPayload('DistributionList', {
  DistributionList: distributionList,
});

/** Wire names of `GetDistributionRequest`. @internal */
export const getDistributionRequest = structure({
  Id: inPath('Id', text),
});

/** Wire names of `Distribution`. @internal */
export const distribution = structure({
  Id: text,
  ARN: text,
  Status: text,
  LastModifiedTime: timestamp,
  InProgressInvalidationBatches: integer,
  DomainName: text,
  DistributionConfig: distributionConfig,
});

/** Wire names of `GetDistributionResult`. @internal */
export const getDistributionResult = withPayload('Distribution', {
  Distribution: distribution,
  ETag: inHeader('ETag', text),
});

/** Wire names of `GetDistributionConfigRequest`. @internal */
export const getDistributionConfigRequest = structure({
  Id: inPath('Id', text),
});

/** Wire names of `GetDistributionConfigResult`. @internal */
export const getDistributionConfigResult = withPayload('DistributionConfig', {
  DistributionConfig: distributionConfig,
  ETag: inHeader('ETag', text),
});

/** Wire names of `Tag`. @internal */
export const tag = structure({
  Key: text,
  Value: text,
});

/** Wire names of `Tags`. @internal */
export const tags = structure({
  Items: elementsOf('Tag', tag),
});

/** Wire names of `DistributionConfigWithTags`. @internal */
export const distributionConfigWithTags = structure({
  DistributionConfig: distributionConfig,
  Tags: tags,
});

/** Wire names of `CreateDistributionWithTagsRequest`. @internal */
export const createDistributionWithTagsRequest = withPayload(
  'DistributionConfigWithTags',
  {
    DistributionConfigWithTags: distributionConfigWithTags,
  },
);

/** Wire names of `CreateDistributionWithTagsResult`. @internal */
export const createDistributionWithTagsResult = withPayload('Distribution', {
  Distribution: distribution,
  Location: inHeader('Location', text),
  ETag: inHeader('ETag', text),
});

/** Wire names of `CreateDistributionRequest`. @internal */
export const createDistributionRequest = withPayload('DistributionConfig', {
  DistributionConfig: distributionConfig,
});

/** Wire names of `CreateDistributionResult`. @internal */
export const createDistributionResult = withPayload('Distribution', {
  Distribution: distribution,
  Location: inHeader('Location', text),
  ETag: inHeader('ETag', text),
});

/** Wire names of `UpdateDistributionRequest`. @internal */
export const updateDistributionRequest = withPayload('DistributionConfig', {
  DistributionConfig: distributionConfig,
  Id: inPath('Id', text),
  IfMatch: inHeader('If-Match', text),
});

/** Wire names of `UpdateDistributionResult`. @internal */
export const updateDistributionResult = withPayload('Distribution', {
  Distribution: distribution,
  ETag: inHeader('ETag', text),
});

/** Wire names of `DeleteDistributionRequest`. @internal */
export const deleteDistributionRequest = structure({
  Id: inPath('Id', text),
  IfMatch: inHeader('If-Match', text),
});

/** Wire names of `ListDistributionsByWebACLIdRequest`. @internal */
export const listDistributionsByWebACLIdRequest = structure({
  Marker: inQuery('Marker', text),
  MaxItems: inQuery('MaxItems', text),
  WebACLId: inPath('WebACLId', text),
});

/** Wire names of `ListDistributionsByWebACLIdResult`. @internal */
export const listDistributionsByWebACLIdResult = withPayload(
  'DistributionList',
  {
    DistributionList: distributionList,
  },
);

/** Wire names of `ListDistributionsByVpcOriginIdRequest`. @internal */
export const listDistributionsByVpcOriginIdRequest = structure({
  Marker: inQuery('Marker', text),
  MaxItems: inQuery('MaxItems', text),
  VpcOriginId: inPath('VpcOriginId', text),
});

/** Wire names of `DistributionIdList`. @internal */
export const distributionIdList = structure({
  Marker: text,
  NextMarker: text,
  MaxItems: integer,
  IsTruncated: bool,
  Quantity: integer,
  Items: elementsOf('DistributionId', text),
});

/** Wire names of `ListDistributionsByVpcOriginIdResult`. @internal */
export const listDistributionsByVpcOriginIdResult = withPayload(
  'DistributionIdList',
  {
    DistributionIdList: distributionIdList,
  },
);
