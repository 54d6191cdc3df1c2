import { RuleConditionPlan } from './planConditions';
import { AlbProtocol } from './planListenPorts';
import { AlbActionPlan } from './planRuleActions';

/** The parts of a rule that say whether it is needed. @internal */
export interface RuleParts {
  conditions: readonly RuleConditionPlan[];
  actions: readonly AlbActionPlan[];
}

function redirectOf({ actions }: RuleParts) {
  for (const action of actions)
    if (action.type === 'redirect') return action.redirectConfig;
  return undefined;
}

const valuesOf = (
  conditions: readonly RuleConditionPlan[],
  setting: 'hostHeaderConfig' | 'pathPatternConfig',
): Set<string> =>
  new Set(conditions.flatMap(condition => condition[setting]?.values ?? []));

const isHostOrPath = ({ field = '' }: RuleConditionPlan) =>
  field === 'host-header' || field === 'path-pattern';

/** Whether a rule redirects to itself. */
function isEndless(
  rule: RuleParts,
  port: number,
  protocol: AlbProtocol,
): boolean {
  const redirect = redirectOf(rule);
  if (!redirect) return false;
  const hosts = valuesOf(rule.conditions, 'hostHeaderConfig');
  const paths = valuesOf(rule.conditions, 'pathPatternConfig');
  const keeps = (
    value: string | undefined,
    placeholder: string,
    isSame: (value: string) => boolean,
  ) => value === undefined || value === placeholder || isSame(value);
  return (
    keeps(redirect.host, '#{host}', host => hosts.has(host)) &&
    keeps(redirect.path, '/#{path}', path => paths.has(path)) &&
    keeps(redirect.port, '#{port}', to => to === String(port)) &&
    keeps(redirect.protocol, '#{protocol}', to => to === protocol) &&
    keeps(redirect.query, '#{query}', () => false)
  );
}

function covers(all: ReadonlySet<string>, some: ReadonlySet<string>): boolean {
  return (
    all.size === 0 || (some.size > 0 && [...some].every(one => all.has(one)))
  );
}

/** Whether each request that meets the second conditions meets the first, too. */
function isWider(
  first: readonly RuleConditionPlan[],
  second: readonly RuleConditionPlan[],
): boolean {
  if (!first.every(isHostOrPath)) return false;
  const paths = valuesOf(first, 'pathPatternConfig');
  return (
    covers(
      valuesOf(first, 'hostHeaderConfig'),
      valuesOf(second, 'hostHeaderConfig'),
    ) &&
    (paths.has('/*') || covers(paths, valuesOf(second, 'pathPatternConfig')))
  );
}

/**
 * Leaves out rules that would redirect to themselves, and those that a redirect before them leaves nothing to do. So
 * `actions.ssl-redirect` works on HTTP and HTTPS at once.
 *
 * @remarks `pkg/ingress/rule_optimizer.go`, version 3.5.
 *
 * @internal
 */
export function dropNeedlessRules<Rule extends RuleParts>(
  rules: readonly Rule[],
  port: number,
  protocol: AlbProtocol,
): Rule[] {
  const kept: Rule[] = [];
  for (const rule of rules) {
    if (isEndless(rule, port, protocol)) continue;
    const isCovered = kept.some(
      before =>
        redirectOf(before) && isWider(before.conditions, rule.conditions),
    );
    if (!isCovered) kept.push(rule);
  }
  return kept;
}
