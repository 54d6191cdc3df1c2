import { AwsFault, RuleCondition } from '../../world';
import { ValueOf } from '../wire/shapes';
import { ruleCondition } from './shapes/ruleShapes';

type WireCondition = ValueOf<typeof ruleCondition>;

/** The member of a `RuleCondition` that holds the values of a field. */
const CONFIGS = {
  'host-header': 'HostHeaderConfig',
  'path-pattern': 'PathPatternConfig',
  'http-header': 'HttpHeaderConfig',
  'http-request-method': 'HttpRequestMethodConfig',
  'query-string': 'QueryStringConfig',
  'source-ip': 'SourceIpConfig',
} as const satisfies Record<RuleCondition['field'], keyof WireCondition>;

/** A condition as the API has it; host and path stand twice, in the old form too. @internal */
export function toWireCondition(condition: RuleCondition): WireCondition {
  const { field, values, httpHeaderName } = condition;
  if (field === 'query-string') {
    const pairs = values.map(pair => {
      const [key, value] = pair.split(/=(.*)/s);
      return value === undefined ? { Value: key } : { Key: key, Value: value };
    });
    return { Field: field, QueryStringConfig: { Values: pairs } };
  }
  const isOldForm = field === 'host-header' || field === 'path-pattern';
  return {
    Field: field,
    Values: isOldForm ? values : undefined,
    [CONFIGS[field]]: { Values: values, HttpHeaderName: httpHeaderName },
  };
}

/**
 * A condition of a request.
 *
 * @throws AwsFault `ValidationError` for an unknown field, or without values.
 * @internal
 */
export function fromWireCondition(condition: WireCondition): RuleCondition {
  const field = Object.keys(CONFIGS).find(
    (key): key is RuleCondition['field'] => key === condition.Field,
  );
  const values =
    condition.QueryStringConfig?.Values?.map(({ Key, Value }) =>
      Key === undefined ? Value ?? '' : `${Key}=${Value ?? ''}`,
    ) ??
    (field && field !== 'query-string'
      ? condition[CONFIGS[field]]?.Values
      : undefined) ??
    condition.Values;
  if (!field || !values?.length) {
    throw new AwsFault(
      'ValidationError',
      `A condition value must be specified for the field '${condition.Field}'`,
    );
  }
  const httpHeaderName = condition.HttpHeaderConfig?.HttpHeaderName;
  return { field, values, ...(httpHeaderName && { httpHeaderName }) };
}
