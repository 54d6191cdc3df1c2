import {
  bool,
  integer,
  listOf,
  structure,
  text,
  timestamp,
} from '../../wire/shapes';

/** Wire names of `TagFilter`. @internal */
export const tagFilter = structure({
  tagKey: text,
  tagValues: listOf(text),
});

/** Wire names of `GetResourceSharesRequest`. @internal */
export const getResourceSharesRequest = structure({
  resourceShareArns: listOf(text),
  resourceShareStatus: text,
  resourceOwner: text,
  name: text,
  tagFilters: listOf(tagFilter),
  nextToken: text,
  maxResults: integer,
  permissionArn: text,
  permissionVersion: integer,
});

/** Wire names of `Tag`. @internal */
export const tag = structure({
  key: text,
  value: text,
});

/** Wire names of `ResourceShareConfiguration`. @internal */
export const resourceShareConfiguration = structure({
  retainSharingOnAccountLeaveOrganization: bool,
});

/** Wire names of `ResourceShare`. @internal */
export const resourceShare = structure({
  resourceShareArn: text,
  name: text,
  owningAccountId: text,
  allowExternalPrincipals: bool,
  status: text,
  statusMessage: text,
  tags: listOf(tag),
  creationTime: timestamp,
  lastUpdatedTime: timestamp,
  featureSet: text,
  resourceShareConfiguration: resourceShareConfiguration,
});

/** Wire names of `GetResourceSharesResponse`. @internal */
export const getResourceSharesResponse = structure({
  resourceShares: listOf(resourceShare),
  nextToken: text,
});

/** Wire names of `GetResourceShareAssociationsRequest`. @internal */
export const getResourceShareAssociationsRequest = structure({
  associationType: text,
  resourceShareArns: listOf(text),
  resourceArn: text,
  principal: text,
  associationStatus: text,
  nextToken: text,
  maxResults: integer,
});

/** Wire names of `ResourceShareAssociation`. @internal */
export const resourceShareAssociation = structure({
  resourceShareArn: text,
  resourceShareName: text,
  associatedEntity: text,
  associationType: text,
  status: text,
  statusMessage: text,
  creationTime: timestamp,
  lastUpdatedTime: timestamp,
  external: bool,
});

/** Wire names of `GetResourceShareAssociationsResponse`. @internal */
export const getResourceShareAssociationsResponse = structure({
  resourceShareAssociations: listOf(resourceShareAssociation),
  nextToken: text,
});

/** Wire names of `ListResourcesRequest`. @internal */
export const listResourcesRequest = structure({
  resourceOwner: text,
  principal: text,
  resourceType: text,
  resourceArns: listOf(text),
  resourceShareArns: listOf(text),
  nextToken: text,
  maxResults: integer,
  resourceRegionScope: text,
});

/** Wire names of `Resource`. @internal */
export const resource = structure({
  arn: text,
  type: text,
  resourceShareArn: text,
  resourceGroupArn: text,
  status: text,
  statusMessage: text,
  creationTime: timestamp,
  lastUpdatedTime: timestamp,
  resourceRegionScope: text,
});

/** Wire names of `ListResourcesResponse`. @internal */
export const listResourcesResponse = structure({
  resources: listOf(resource),
  nextToken: text,
});
