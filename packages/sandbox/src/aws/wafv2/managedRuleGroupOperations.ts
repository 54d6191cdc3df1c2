import { managedRuleGroups, noSuchWafItem } from '../../world';
import { Operation, operation } from '../server/Operation';
import { WAF_ACTIONS } from './presentWebAcl';
import * as shapes from './shapes/managedRuleGroupShapes';
import { readWafScope } from './wafScope';

const describe = operation(
  'DescribeManagedRuleGroup',
  {
    input: shapes.describeManagedRuleGroupRequest,
    output: shapes.describeManagedRuleGroupResponse,
  },
  (_, input) => {
    readWafScope(input.Scope);
    const { VendorName: vendor, Name: name = '' } = input;
    const isKnown = vendor === 'AWS' && Object.hasOwn(managedRuleGroups, name);
    if (!isKnown) throw noSuchWafItem();
    return {
      VersionName: input.VersionName,
      Rules: managedRuleGroups[name].map(rule => ({
        Name: rule.name,
        Action: { [WAF_ACTIONS[rule.action]]: {} },
      })),
    };
  },
);

/** Rule groups that AWS looks after. @internal */
export const managedRuleGroupOperations: Operation[] = [describe];
