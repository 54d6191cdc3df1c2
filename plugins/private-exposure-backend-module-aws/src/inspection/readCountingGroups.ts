import {
  DescribeManagedRuleGroupCommand,
  type ManagedRuleGroupStatement,
  type RuleSummary,
  type Scope as WafScope,
  type WebACL,
} from '@aws-sdk/client-wafv2';
import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import { SELDOM_CHANGES_MS, type Looker } from '../clients/ScopeMemory';
import { type CallableScope, LOOKS_AT_ONCE } from './InspectionContext';

/**
 * The names of a web ACL's rules whose managed groups have every single rule overridden to Count, or counting by itself:
 * together that is what the override of the whole group does. Only groups with such overrides are asked for.
 *
 * @internal
 */
export async function readCountingGroups(
  acl: WebACL,
  scope: WafScope,
  context: Looker & CallableScope,
): Promise<ReadonlySet<string>> {
  const names = await mapWithLimit(
    acl.Rules ?? [],
    LOOKS_AT_ONCE,
    async ({ Name = '', OverrideAction, Statement }) => {
      const group = Statement?.ManagedRuleGroupStatement;
      if (!group || OverrideAction?.Count) return [];
      if (countingIn(group).size === 0) return [];
      const rules = await describeGroup(group, scope, context);
      return rules.length > 0 && rules.every(rule => counts(rule, group))
        ? [Name]
        : [];
    },
  );
  return new Set(names.flat());
}

/** Rules of a group that are overridden to Count; `ExcludedRules` is the older way to say so (WAFv2 API). */
function countingIn(group: ManagedRuleGroupStatement): Set<string> {
  const { RuleActionOverrides = [], ExcludedRules = [] } = group;
  const overridden = RuleActionOverrides.filter(
    ({ ActionToUse }) => ActionToUse?.Count,
  );
  return new Set(
    [...overridden, ...ExcludedRules].flatMap(({ Name }) => Name ?? []),
  );
}

function counts(
  { Name = '', Action }: RuleSummary,
  group: ManagedRuleGroupStatement,
): boolean {
  if (countingIn(group).has(Name)) return true;
  const isOverridden = group.RuleActionOverrides?.some(
    one => one.Name === Name,
  );
  return !isOverridden && Action?.Count !== undefined;
}

async function describeGroup(
  { VendorName, Name, Version }: ManagedRuleGroupStatement,
  Scope: WafScope,
  { callers, signal, since }: Looker & CallableScope,
): Promise<RuleSummary[]> {
  const keep = { keptMs: SELDOM_CHANGES_MS, signal, since };
  const key = `managed rules ${Scope} ${VendorName} ${Name} ${Version}`;
  return callers.memory.remember(key, keep, async () => {
    const { Rules = [] } = await callers.waf.send(
      new DescribeManagedRuleGroupCommand({
        VendorName,
        Name,
        VersionName: Version,
        Scope,
      }),
      { signal },
    );
    return Rules;
  });
}
