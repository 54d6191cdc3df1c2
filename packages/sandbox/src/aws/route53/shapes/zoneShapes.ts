import {
  bool,
  elementsOf,
  inPath,
  inQuery,
  integer,
  structure,
  text,
} from '../../wire/shapes';

/** Wire names of `ListHostedZonesRequest`. @internal */
export const listHostedZonesRequest = structure({
  Marker: inQuery('marker', text),
  MaxItems: inQuery('maxitems', text),
  DelegationSetId: inQuery('delegationsetid', text),
  HostedZoneType: inQuery('hostedzonetype', text),
});

/** Wire names of `HostedZoneConfig`. @internal */
export const hostedZoneConfig = structure({
  Comment: text,
  PrivateZone: bool,
});

/** Wire names of `HostedZone`. @internal */
export const hostedZone = structure({
  Id: text,
  Name: text,
  CallerReference: text,
  Config: hostedZoneConfig,
  ResourceRecordSetCount: integer,
});

/** Wire names of `ListHostedZonesResponse`. @internal */
export const listHostedZonesResponse = structure({
  HostedZones: elementsOf('HostedZone', hostedZone),
  Marker: text,
  IsTruncated: bool,
  NextMarker: text,
  MaxItems: text,
});

/** Wire names of `ListHostedZonesByNameRequest`. @internal */
export const listHostedZonesByNameRequest = structure({
  DNSName: inQuery('dnsname', text),
  HostedZoneId: inQuery('hostedzoneid', text),
  MaxItems: inQuery('maxitems', text),
});

/** Wire names of `ListHostedZonesByNameResponse`. @internal */
export const listHostedZonesByNameResponse = structure({
  HostedZones: elementsOf('HostedZone', hostedZone),
  DNSName: text,
  HostedZoneId: text,
  IsTruncated: bool,
  NextDNSName: text,
  NextHostedZoneId: text,
  MaxItems: text,
});

/** Wire names of `GetHostedZoneRequest`. @internal */
export const getHostedZoneRequest = structure({
  Id: inPath('Id', text),
});

/** Wire names of `DelegationSet`. @internal */
export const delegationSet = structure({
  Id: text,
  CallerReference: text,
  NameServers: elementsOf('NameServer', text),
});

/** Wire names of `VPC`. @internal */
export const vpc = structure({
  VPCRegion: text,
  VPCId: text,
});

/** Wire names of `GetHostedZoneResponse`. @internal */
export const getHostedZoneResponse = structure({
  HostedZone: hostedZone,
  DelegationSet: delegationSet,
  VPCs: elementsOf('VPC', vpc),
});

/** Wire names of `ListTagsForResourceRequest`. @internal */
export const listTagsForResourceRequest = structure({
  ResourceType: inPath('ResourceType', text),
  ResourceId: inPath('ResourceId', text),
});

/** Wire names of `Tag`. @internal */
export const tag = structure({
  Key: text,
  Value: text,
});

/** Wire names of `ResourceTagSet`. @internal */
export const resourceTagSet = structure({
  ResourceType: text,
  ResourceId: text,
  Tags: elementsOf('Tag', tag),
});

/** Wire names of `ListTagsForResourceResponse`. @internal */
export const listTagsForResourceResponse = structure({
  ResourceTagSet: resourceTagSet,
});
