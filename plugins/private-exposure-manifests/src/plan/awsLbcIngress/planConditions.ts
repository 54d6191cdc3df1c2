import { goList, GoStruct, goStruct, goText } from '../../values/goJson';
import { AwsLbcIngressAnnotation } from '../../catalogues/awsLbcIngress';
import { ControllerRefusal } from '../ControllerRefusal';
import { readJson } from '../readJson';
import { IngressAnnotations } from './LbcIngress';

const texts = goList(goText, '');

const patternFields = { regexValues: texts, values: texts };

const queryPair = goStruct('QueryStringKeyValuePair', {
  key: goText,
  value: goText,
});

const conditionFields = {
  field: goText,
  hostHeaderConfig: goStruct('HostHeaderConditionConfig', patternFields),
  httpHeaderConfig: goStruct('HTTPHeaderConditionConfig', {
    httpHeaderName: goText,
    ...patternFields,
  }),
  httpRequestMethodConfig: goStruct('HTTPRequestMethodConditionConfig', {
    values: texts,
  }),
  pathPatternConfig: goStruct('PathPatternConditionConfig', patternFields),
  queryStringConfig: goStruct('QueryStringConditionConfig', {
    values: goList(queryPair, {}),
  }),
  sourceIPConfig: goStruct('SourceIPConditionConfig', { values: texts }),
};

const conditionsForm = goList(goStruct('RuleCondition', conditionFields), {});

/**
 * A condition that a request has to meet, in the fields of the `conditions` annotation. Which of the settings counts is
 * for `field` to say.
 *
 * @public
 */
export type RuleConditionPlan = GoStruct<typeof conditionFields>;

/** What conditions may be about, each with the setting that belongs to it, by the names of the annotation. @internal */
export const CONDITION_SETTINGS = {
  'host-header': 'hostHeaderConfig',
  'http-header': 'httpHeaderConfig',
  'http-request-method': 'httpRequestMethodConfig',
  'path-pattern': 'pathPatternConfig',
  'query-string': 'queryStringConfig',
  'source-ip': 'sourceIPConfig',
} as const satisfies Record<string, keyof RuleConditionPlan>;

/** A setting with patterns: literal ones or regular expressions. */
interface Patterns {
  values?: readonly string[];
  regexValues?: readonly string[];
}

function findPatternsProblem({ values, regexValues }: Patterns) {
  if (!values?.length && !regexValues?.length)
    return 'values or regexValues must be specified';
  return values?.length && regexValues?.length
    ? 'precisely one of values and regexValues can be specified'
    : undefined;
}

const findValuesProblem = ({ values }: { values?: readonly unknown[] }) =>
  values?.length ? undefined : 'values cannot be empty';

function findQueryProblem(config: {
  values?: readonly { value?: string }[];
}): string | undefined {
  if (!config.values?.length) return 'Values cannot be empty';
  return config.values.every(({ value = '' }) => value !== '')
    ? undefined
    : 'value cannot be empty';
}

function inSetting<Config>(
  name: string,
  config: Config | undefined,
  find: (config: Config) => string | undefined,
): string | undefined {
  if (config === undefined) return `missing ${name}`;
  const problem = find(config);
  return problem === undefined ? undefined : `invalid ${name}: ${problem}`;
}

/** Why the controller doesn't take a condition; `undefined` where it does. A `field` that it doesn't know is passed over. @internal */
export function findConditionProblem(
  condition: RuleConditionPlan,
): string | undefined {
  const { hostHeaderConfig, pathPatternConfig, httpHeaderConfig } = condition;
  switch (condition.field) {
    case 'host-header':
      return inSetting(
        'hostHeaderConfig',
        hostHeaderConfig,
        findPatternsProblem,
      );
    case 'path-pattern':
      return inSetting(
        'pathPatternConfig',
        pathPatternConfig,
        findPatternsProblem,
      );
    case 'http-header':
      return inSetting(
        'httpHeaderConfig',
        httpHeaderConfig,
        findPatternsProblem,
      );
    case 'http-request-method':
      return inSetting(
        'httpRequestMethodConfig',
        condition.httpRequestMethodConfig,
        findValuesProblem,
      );
    case 'query-string':
      return inSetting(
        'queryStringConfig',
        condition.queryStringConfig,
        findQueryProblem,
      );
    case 'source-ip':
      return inSetting(
        'sourceIPConfig',
        condition.sourceIPConfig,
        findValuesProblem,
      );
    default:
      return undefined;
  }
}

/** The conditions of an annotation as they stand there, not checked. @internal */
export function readConditions(
  annotations: IngressAnnotations,
  name: AwsLbcIngressAnnotation,
): RuleConditionPlan[] {
  return readJson(annotations, name, conditionsForm) ?? [];
}

/**
 * What requests to a backend have to meet besides its host and path.
 *
 * @remarks `buildConditions` in `pkg/ingress/enhanced_backend_builder.go`, version 3.5.
 *
 * @param backend - The name of the backend's Service.
 *
 * @internal
 */
export function planConditions(
  annotations: IngressAnnotations,
  backend: string,
): RuleConditionPlan[] {
  const name = `conditions.${backend}` as const;
  const conditions = readConditions(annotations, name);
  for (const condition of conditions) {
    const problem = findConditionProblem(condition);
    if (problem !== undefined)
      throw new ControllerRefusal(problem, [annotations.keyOf(name)]);
  }
  return conditions;
}
