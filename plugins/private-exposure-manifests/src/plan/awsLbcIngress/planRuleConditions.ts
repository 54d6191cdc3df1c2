import { formatGoList } from '../../values/goText';
import { ControllerRefusal } from '../ControllerRefusal';
import { IngressPath, LbcIngress } from './LbcIngress';
import { RuleConditionPlan } from './planConditions';
import { PathPatterns, planPathPatterns } from './planPathPatterns';

const NOTHING: PathPatterns = { values: [], regexValues: [] };

function gather(
  first: PathPatterns,
  configs: readonly (
    | { values?: readonly string[]; regexValues?: readonly string[] }
    | undefined
  )[],
): PathPatterns {
  return {
    values: [...first.values, ...configs.flatMap(one => one?.values ?? [])],
    regexValues: [
      ...first.regexValues,
      ...configs.flatMap(one => one?.regexValues ?? []),
    ],
  };
}

function checkPatterns(
  { values, regexValues }: PathPatterns,
  what: 'host' | 'path',
): void {
  if (values.length && regexValues.length)
    throw new ControllerRefusal(
      `${what} condition must specify exactly one of Values and RegexValues, got both Values ${formatGoList(
        values,
      )} and RegexValues ${formatGoList(regexValues)}`,
      ['spec.rules'],
    );
}

type Config = { values?: string[]; regexValues?: string[] };

function toConfig({ values, regexValues }: PathPatterns): Config | undefined {
  if (values.length) return { values: [...values] };
  return regexValues.length ? { regexValues: [...regexValues] } : undefined;
}

const pathCondition = (config: Config): RuleConditionPlan => ({
  field: 'path-pattern',
  pathPatternConfig: config,
});

/**
 * What requests have to meet for one path of a rule: what annotations say of its backend, and the rule's host and path.
 *
 * @remarks `buildRuleConditions` in `pkg/ingress/model_build_listener_rules.go`, version 3.5.
 *
 * @internal
 */
export function planRuleConditions(
  ingress: Pick<LbcIngress, 'annotations'>,
  host: string,
  { path, pathType }: Pick<IngressPath, 'path' | 'pathType'>,
  ofBackend: readonly RuleConditionPlan[],
): RuleConditionPlan[] {
  const of = (field: string) =>
    ofBackend.filter(condition => condition.field === field);
  const hosts = gather(
    host === '' ? NOTHING : { values: [host], regexValues: [] },
    of('host-header').map(({ hostHeaderConfig }) => hostHeaderConfig),
  );
  const paths = gather(
    path === '' ? NOTHING : planPathPatterns(ingress, path, pathType),
    of('path-pattern').map(({ pathPatternConfig }) => pathPatternConfig),
  );
  checkPatterns(hosts, 'host');
  checkPatterns(paths, 'path');
  const others = ofBackend.filter(({ field = '' }) =>
    [
      'http-header',
      'http-request-method',
      'query-string',
      'source-ip',
    ].includes(field),
  );
  const hostHeaderConfig = toConfig(hosts);
  const pathPatternConfig = toConfig(paths);
  const conditions: RuleConditionPlan[] = [
    ...others,
    ...(hostHeaderConfig ? [{ field: 'host-header', hostHeaderConfig }] : []),
    ...(pathPatternConfig ? [pathCondition(pathPatternConfig)] : []),
  ];
  return conditions.length ? conditions : [pathCondition({ values: ['/*'] })];
}
