import { Listener, ListenerRule } from '../../world';
import { fromTagList } from '../ec2/tags';
import { Operation, operation } from '../server/Operation';
import { elbv2PageLimits, pageOf } from '../server/paging';
import { required } from '../server/required';
import { listVisible, onlyVisible, pickByIds } from '../server/visible';
import { ValueOf } from '../wire/shapes';
import { fromActions, toActions } from './actions';
import { fromWireCondition, toWireCondition } from './ruleConditions';
import * as shapes from './shapes/ruleShapes';

type WireRule = ValueOf<typeof shapes.rule>;

function toRule(rule: ListenerRule): WireRule {
  return {
    RuleArn: rule.id,
    Priority: String(rule.priority),
    Conditions: rule.conditions.map(toWireCondition),
    Actions: toActions(rule),
    IsDefault: false,
  };
}

/** Every listener has a last rule, which is its own action. */
function toDefaultRule(listener: Listener): WireRule {
  const path = listener.id.replace(':listener/', ':listener-rule/');
  return {
    RuleArn: `${path}/${listener.id.split('/').pop()}`,
    Priority: 'default',
    Conditions: [],
    Actions: toActions(listener),
    IsDefault: true,
  };
}

const describe = operation(
  'DescribeRules',
  { input: shapes.describeRulesInput, output: shapes.describeRulesOutput },
  (call, input) => {
    const { world, scope } = call;
    const arn = input.ListenerArn;
    const page = { size: input.PageSize, token: input.Marker };
    if (!arn) {
      required(input.RuleArns, 'ListenerArn or RuleArns');
      const rules = listVisible(call, world.listenerRules.rules);
      const picked = pickByIds(rules, input.RuleArns, {
        code: 'RuleNotFound',
        message: () => 'One or more rules not found',
      });
      return { Rules: picked.map(toRule) };
    }
    const listener = world.listeners.getListener(scope, arn);
    // Tokens follow the order of records, and so do the pages; the default rule ends the last.
    const visible = onlyVisible(call, world.listenerRules.rulesOf(arn));
    const { records, nextToken } = pageOf(
      visible.sort((left, right) => left.sequence - right.sequence),
      { ...page, limits: elbv2PageLimits },
    );
    const rules = records
      .sort((left, right) => left.priority - right.priority)
      .map(toRule);
    return {
      Rules: nextToken ? rules : [...rules, toDefaultRule(listener)],
      NextMarker: nextToken,
    };
  },
);

const create = operation(
  'CreateRule',
  { input: shapes.createRuleInput, output: shapes.rulesOutput },
  ({ world, scope }, input) => {
    const arn = required(input.ListenerArn, 'ListenerArn');
    const rule = world.listenerRules.createRule(
      world.listeners.getListener(scope, arn),
      {
        priority: required(input.Priority, 'Priority'),
        conditions: required(input.Conditions, 'Conditions').map(
          fromWireCondition,
        ),
        ...fromActions(required(input.Actions, 'Actions')),
        tags: fromTagList(input.Tags),
      },
    );
    return { Rules: [toRule(rule)] };
  },
);

const modify = operation(
  'ModifyRule',
  { input: shapes.modifyRuleInput, output: shapes.rulesOutput },
  ({ world, scope }, input) => {
    const arn = required(input.RuleArn, 'RuleArn');
    const before = world.listenerRules.getRule(scope, arn);
    const { targetGroupArn, answer } = input.Actions
      ? fromActions(input.Actions)
      : before;
    const rule = world.listenerRules.modifyRule(scope, arn, {
      conditions: input.Conditions?.map(fromWireCondition) ?? before.conditions,
      targetGroupArn,
      answer,
    });
    return { Rules: [toRule(rule)] };
  },
);

const remove = operation(
  'DeleteRule',
  { input: shapes.deleteRuleInput, output: shapes.deleteRuleOutput },
  ({ world, scope }, input) => {
    world.listenerRules.deleteRule(scope, required(input.RuleArn, 'RuleArn'));
    return {};
  },
);

/** Rules of listeners. @internal */
export const ruleOperations: Operation[] = [describe, create, modify, remove];
