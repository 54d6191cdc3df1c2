import {
  bool,
  elementsOf,
  inPath,
  inQuery,
  integer,
  structure,
  text,
  timestamp,
} from '../../wire/shapes';

/** Wire names of `ListResourceRecordSetsRequest`. @internal */
export const listResourceRecordSetsRequest = structure({
  HostedZoneId: inPath('Id', text),
  StartRecordName: inQuery('name', text),
  StartRecordType: inQuery('type', text),
  StartRecordIdentifier: inQuery('identifier', text),
  MaxItems: inQuery('maxitems', text),
});

/** Wire names of `ResourceRecord`. @internal */
export const resourceRecord = structure({
  Value: text,
});

/** Wire names of `AliasTarget`. @internal */
export const aliasTarget = structure({
  HostedZoneId: text,
  DNSName: text,
  EvaluateTargetHealth: bool,
});

/** Wire names of `ResourceRecordSet`. @internal */
export const resourceRecordSet = structure({
  Name: text,
  Type: text,
  SetIdentifier: text,
  Weight: integer,
  TTL: integer,
  ResourceRecords: elementsOf('ResourceRecord', resourceRecord),
  AliasTarget: aliasTarget,
});

/** Wire names of `ListResourceRecordSetsResponse`. @internal */
export const listResourceRecordSetsResponse = structure({
  ResourceRecordSets: elementsOf('ResourceRecordSet', resourceRecordSet),
  IsTruncated: bool,
  NextRecordName: text,
  NextRecordType: text,
  NextRecordIdentifier: text,
  MaxItems: text,
});

/** Wire names of `Change`. @internal */
export const change = structure({
  Action: text,
  ResourceRecordSet: resourceRecordSet,
});

/** Wire names of `ChangeBatch`. @internal */
export const changeBatch = structure({
  Comment: text,
  Changes: elementsOf('Change', change),
});

/** Wire names of `ChangeResourceRecordSetsRequest`. @internal */
export const changeResourceRecordSetsRequest = structure({
  HostedZoneId: inPath('Id', text),
  ChangeBatch: changeBatch,
});

/** Wire names of `ChangeInfo`. @internal */
export const changeInfo = structure({
  Id: text,
  Status: text,
  SubmittedAt: timestamp,
  Comment: text,
});

/** Wire names of `ChangeResourceRecordSetsResponse`. @internal */
export const changeResourceRecordSetsResponse = structure({
  ChangeInfo: changeInfo,
});

/** Wire names of `GetChangeRequest`. @internal */
export const getChangeRequest = structure({
  Id: inPath('Id', text),
});

/** Wire names of `GetChangeResponse`. @internal */
export const getChangeResponse = structure({
  ChangeInfo: changeInfo,
});
