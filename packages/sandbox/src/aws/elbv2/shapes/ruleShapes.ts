import { bool, integer, listOf, queryStructure, text } from '../../wire/shapes';
import { action } from './actionShapes';
import { tag } from './sharedShapes';

const values = queryStructure({ Values: listOf(text) });

/** Wire names of `QueryStringKeyValuePair`. @internal */
export const queryStringKeyValuePair = queryStructure({
  Key: text,
  Value: text,
});

/** Wire names of `RuleCondition`. @internal */
export const ruleCondition = queryStructure({
  Field: text,
  Values: listOf(text),
  HostHeaderConfig: values,
  PathPatternConfig: values,
  HttpHeaderConfig: queryStructure({
    HttpHeaderName: text,
    Values: listOf(text),
  }),
  QueryStringConfig: queryStructure({
    Values: listOf(queryStringKeyValuePair),
  }),
  HttpRequestMethodConfig: values,
  SourceIpConfig: values,
});

/** Wire names of `Rule`. @internal */
export const rule = queryStructure({
  RuleArn: text,
  Priority: text,
  Conditions: listOf(ruleCondition),
  Actions: listOf(action),
  IsDefault: bool,
});

/** Wire names of `DescribeRulesInput`. @internal */
export const describeRulesInput = queryStructure({
  ListenerArn: text,
  RuleArns: listOf(text),
  Marker: text,
  PageSize: integer,
});

/** Wire names of `DescribeRulesOutput`. @internal */
export const describeRulesOutput = queryStructure({
  Rules: listOf(rule),
  NextMarker: text,
});

/** Wire names of `CreateRuleInput`. @internal */
export const createRuleInput = queryStructure({
  ListenerArn: text,
  Conditions: listOf(ruleCondition),
  Priority: integer,
  Actions: listOf(action),
  Tags: listOf(tag),
});

/** Wire names of `ModifyRuleInput`. @internal */
export const modifyRuleInput = queryStructure({
  RuleArn: text,
  Conditions: listOf(ruleCondition),
  Actions: listOf(action),
});

/** Wire names of `DeleteRuleInput`. @internal */
export const deleteRuleInput = queryStructure({ RuleArn: text });

/** Wire names of the output that is the rules. @internal */
export const rulesOutput = queryStructure({ Rules: listOf(rule) });

/** Wire names of `DeleteRuleOutput`. @internal */
export const deleteRuleOutput = queryStructure({});
