import { WafAction, WebAcl, WebAclRule } from '../../world';
import { ValueOf } from '../wire/shapes';
import * as shapes from './shapes/webAclShapes';

/** A web ACL as the wire has it. @internal */
export function presentWebAcl(one: WebAcl): ValueOf<typeof shapes.webACL> {
  return {
    Name: one.name,
    Id: one.webAclId,
    ARN: one.id,
    DefaultAction:
      one.defaultAction === 'block' ? { Block: {} } : { Allow: {} },
    Description: one.description,
    Rules: one.rules.map(presentRule),
    VisibilityConfig: {
      SampledRequestsEnabled: true,
      CloudWatchMetricsEnabled: true,
      MetricName: one.metricName,
    },
    Capacity: capacityOf(one.rules),
    ManagedByFirewallManager: false,
    LabelNamespace: `awswaf:${one.accountId}:webacl:${one.name}:`,
  };
}

/** How the API names what a rule does. @internal */
export const WAF_ACTIONS: Readonly<
  Record<WafAction, keyof ValueOf<typeof shapes.ruleAction>>
> = {
  allow: 'Allow',
  block: 'Block',
  count: 'Count',
  captcha: 'Captcha',
  challenge: 'Challenge',
};

function presentRule(rule: WebAclRule): ValueOf<typeof shapes.rule> {
  const { action, overrideAction } = rule;
  return {
    Name: rule.name,
    Priority: rule.priority,
    Statement: rule.statement,
    Action: action && { [WAF_ACTIONS[action]]: {} },
    OverrideAction:
      overrideAction &&
      (overrideAction === 'count' ? { Count: {} } : { None: {} }),
    VisibilityConfig: {
      SampledRequestsEnabled: true,
      CloudWatchMetricsEnabled: true,
      MetricName: rule.metricName,
    },
  };
}

/** Web ACL capacity units: what AWS's common rule group costs, or a plain rule. */
function capacityOf(rules: WebAclRule[]): number {
  return rules.reduce(
    (sum, { overrideAction }) => sum + (overrideAction ? 700 : 1),
    0,
  );
}
