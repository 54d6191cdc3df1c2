import { noSuchWafItem } from '../../world';
import { Operation, operation } from '../server/Operation';
import { pageOf } from '../server/paging';
import { onlyVisible } from '../server/visible';
import * as shapes from './shapes/ipSetShapes';
import { readWafScope, wafPageLimits } from './wafScope';

const list = operation(
  'ListIPSets',
  { input: shapes.listIPSetsRequest, output: shapes.listIPSetsResponse },
  (call, input) => {
    const { world, scope } = call;
    const found = world.ipSets.list(scope, readWafScope(input.Scope));
    const { records, nextToken } = pageOf(onlyVisible(call, found), {
      size: input.Limit,
      token: input.NextMarker,
      limits: wafPageLimits,
    });
    return {
      NextMarker: nextToken,
      IPSets: records.map(one => ({
        Name: one.name,
        Id: one.ipSetId,
        Description: one.description,
        LockToken: one.lockToken,
        ARN: one.id,
      })),
    };
  },
);

const get = operation(
  'GetIPSet',
  { input: shapes.getIPSetRequest, output: shapes.getIPSetResponse },
  ({ world, scope }, input) => {
    const found = world.ipSets
      .list(scope, readWafScope(input.Scope))
      .find(one => one.name === input.Name && one.ipSetId === input.Id);
    if (!found) throw noSuchWafItem();
    return {
      IPSet: {
        Name: found.name,
        Id: found.ipSetId,
        ARN: found.id,
        Description: found.description,
        IPAddressVersion: found.addressVersion,
        Addresses: found.addresses,
      },
      LockToken: found.lockToken,
    };
  },
);

/** IP sets. @internal */
export const ipSetOperations: Operation[] = [list, get];
