import { integer, listOf, structure, text } from '../../wire/shapes';
import { ruleAction } from './webAclShapes';

/** Wire names of `DescribeManagedRuleGroupRequest`. @internal */
export const describeManagedRuleGroupRequest = structure({
  VendorName: text,
  Name: text,
  Scope: text,
  VersionName: text,
});

/** Wire names of `RuleSummary`. @internal */
export const ruleSummary = structure({ Name: text, Action: ruleAction });

/** Wire names of `DescribeManagedRuleGroupResponse`. @internal */
export const describeManagedRuleGroupResponse = structure({
  VersionName: text,
  Capacity: integer,
  Rules: listOf(ruleSummary),
});
