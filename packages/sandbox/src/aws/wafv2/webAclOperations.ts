import { noSuchWafItem } from '../../world';
import { Operation, operation } from '../server/Operation';
import { pageOf } from '../server/paging';
import { onlyVisible } from '../server/visible';
import { presentWebAcl } from './presentWebAcl';
import * as shapes from './shapes/webAclShapes';
import { readWafScope, wafPageLimits } from './wafScope';

const list = operation(
  'ListWebACLs',
  { input: shapes.listWebACLsRequest, output: shapes.listWebACLsResponse },
  (call, input) => {
    const { world, scope } = call;
    const found = world.webAcls.list(scope, readWafScope(input.Scope));
    const { records, nextToken } = pageOf(onlyVisible(call, found), {
      size: input.Limit,
      token: input.NextMarker,
      limits: wafPageLimits,
    });
    return {
      NextMarker: nextToken,
      WebACLs: records.map(one => ({
        Name: one.name,
        Id: one.webAclId,
        Description: one.description,
        LockToken: one.lockToken,
        ARN: one.id,
      })),
    };
  },
);

const get = operation(
  'GetWebACL',
  { input: shapes.getWebACLRequest, output: shapes.getWebACLResponse },
  ({ world, scope }, input) => {
    const { Name: name, Id: id, ARN: arn } = input;
    const found = arn
      ? world.webAcls.get(scope, arn)
      : world.webAcls
          .list(scope, readWafScope(input.Scope))
          .find(one => one.name === name && one.webAclId === id);
    if (!found) throw noSuchWafItem();
    return { WebACL: presentWebAcl(found), LockToken: found.lockToken };
  },
);

/** Web ACLs. @internal */
export const webAclOperations: Operation[] = [list, get];
