import { integer, listOf, structure, text } from '../../wire/shapes';

/** Wire names of `ListIPSetsRequest`. @internal */
export const listIPSetsRequest = structure({
  Scope: text,
  NextMarker: text,
  Limit: integer,
});

/** Wire names of `IPSetSummary`. @internal */
export const ipSetSummary = structure({
  Name: text,
  Id: text,
  Description: text,
  LockToken: text,
  ARN: text,
});

/** Wire names of `ListIPSetsResponse`. @internal */
export const listIPSetsResponse = structure({
  NextMarker: text,
  IPSets: listOf(ipSetSummary),
});

/** Wire names of `GetIPSetRequest`. @internal */
export const getIPSetRequest = structure({
  Name: text,
  Scope: text,
  Id: text,
});

/** Wire names of `IPSet`. @internal */
export const ipSet = structure({
  Name: text,
  Id: text,
  ARN: text,
  Description: text,
  IPAddressVersion: text,
  Addresses: listOf(text),
});

/** Wire names of `GetIPSetResponse`. @internal */
export const getIPSetResponse = structure({
  IPSet: ipSet,
  LockToken: text,
});
