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
import { originSslProtocols } from './configShapes';
import { tags } from './distributionShapes';

/** Wire names of `ListVpcOriginsRequest`. @internal */
export const listVpcOriginsRequest = structure({
  Marker: inQuery('Marker', text),
  MaxItems: inQuery('MaxItems', text),
});

/** Wire names of `VpcOriginSummary`. @internal */
export const vpcOriginSummary = structure({
  Id: text,
  Name: text,
  Status: text,
  CreatedTime: timestamp,
  LastModifiedTime: timestamp,
  Arn: text,
  AccountId: text,
  OriginEndpointArn: text,
});

/** Wire names of `VpcOriginList`. @internal */
export const vpcOriginList = structure({
  Marker: text,
  NextMarker: text,
  MaxItems: integer,
  IsTruncated: bool,
  Quantity: integer,
  Items: elementsOf('VpcOriginSummary', vpcOriginSummary),
});

/** Wire names of `ListVpcOriginsResult`. @internal */
export const listVpcOriginsResult = withPayload('VpcOriginList', {
  VpcOriginList: vpcOriginList,
});

/** Wire names of `GetVpcOriginRequest`. @internal */
export const getVpcOriginRequest = structure({
  Id: inPath('Id', text),
});

/** Wire names of `VpcOriginEndpointConfig`. @internal */
export const vpcOriginEndpointConfig = structure({
  Name: text,
  Arn: text,
  HTTPPort: integer,
  HTTPSPort: integer,
  OriginProtocolPolicy: text,
  OriginSslProtocols: originSslProtocols,
});

/** Wire names of `VpcOrigin`. @internal */
export const vpcOrigin = structure({
  Id: text,
  Arn: text,
  AccountId: text,
  Status: text,
  CreatedTime: timestamp,
  LastModifiedTime: timestamp,
  VpcOriginEndpointConfig: vpcOriginEndpointConfig,
});

/** Wire names of `GetVpcOriginResult`. @internal */
export const getVpcOriginResult = withPayload('VpcOrigin', {
  VpcOrigin: vpcOrigin,
  ETag: inHeader('ETag', text),
});

/** Wire names of `CreateVpcOriginRequest`. @internal */
export const createVpcOriginRequest = structure({
  VpcOriginEndpointConfig: vpcOriginEndpointConfig,
  Tags: tags,
});

/** Wire names of `CreateVpcOriginResult`. @internal */
export const createVpcOriginResult = withPayload('VpcOrigin', {
  VpcOrigin: vpcOrigin,
  Location: inHeader('Location', text),
  ETag: inHeader('ETag', text),
});

/** Wire names of `UpdateVpcOriginRequest`. @internal */
export const updateVpcOriginRequest = withPayload('VpcOriginEndpointConfig', {
  VpcOriginEndpointConfig: vpcOriginEndpointConfig,
  Id: inPath('Id', text),
  IfMatch: inHeader('If-Match', text),
});

/** Wire names of `UpdateVpcOriginResult`. @internal */
export const updateVpcOriginResult = withPayload('VpcOrigin', {
  VpcOrigin: vpcOrigin,
  ETag: inHeader('ETag', text),
});

/** Wire names of `DeleteVpcOriginRequest`. @internal */
export const deleteVpcOriginRequest = structure({
  Id: inPath('Id', text),
  IfMatch: inHeader('If-Match', text),
});

/** Wire names of `DeleteVpcOriginResult`. @internal */
export const deleteVpcOriginResult = withPayload('VpcOrigin', {
  VpcOrigin: vpcOrigin,
  ETag: inHeader('ETag', text),
});
