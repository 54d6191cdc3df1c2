import { ControllerRefusal } from '../../plan/ControllerRefusal';
import { OracleCase } from './oracleCases';

// Members of these are the user's, not fields of a model: nothing may stand there besides what is asserted.
const MAPS =
  /(tags|attributes|attributeChanges|attributesParsed|labels|nodeSelector|providerSpecific|additionalRequestParams|extraParams)$/i;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What differs. A field that is not asserted is not compared; `null` asserts that it is unset. */
function compare(actual: unknown, expected: unknown, path: string): string[] {
  const differs = [
    `${path}: ${JSON.stringify(
      actual,
    )} where the controller has ${JSON.stringify(expected)}`,
  ];
  if (expected === null)
    return actual === undefined || actual === null ? [] : differs;
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length)
      return differs;
    return expected.flatMap((item, index) =>
      compare(actual[index], item, `${path}[${index}]`),
    );
  }
  if (isRecord(expected)) {
    if (!isRecord(actual)) return differs;
    const isWhole = MAPS.test(path) || Object.keys(expected).length === 0;
    const surplus = isWhole
      ? Object.keys(actual).filter(
          key => actual[key] !== undefined && !(key in expected),
        )
      : [];
    return [
      ...surplus.map(key => `${path}.${key}: the controller has none`),
      ...Object.entries(expected).flatMap(([key, value]) =>
        compare(actual[key], value, `${path}.${key}`),
      ),
    ];
  }
  return Object.is(actual, expected) ? [] : differs;
}

function findErrorDisagreement(
  refusal: ControllerRefusal,
  { error, errorMatch }: OracleCase['expect'],
): string[] {
  const agrees =
    errorMatch === 'any' ||
    error === null ||
    (errorMatch === 'contains'
      ? refusal.message.includes(error)
      : refusal.message === error);
  return agrees
    ? []
    : [
        `refused with '${refusal.message}' where the controller says '${error}'`,
      ];
}

/**
 * Compares what a plan says of a case with what the controller's own test asserts: whether it is accepted, the error's
 * text, and each field of the model that the case asserts.
 *
 * @param plan - Makes the model; refuses with a {@link ControllerRefusal}, and any other error is a bug.
 */
export function findDisagreements(
  { expect }: OracleCase,
  plan: () => object,
): string[] {
  try {
    const model = plan();
    // A model without fields asserts nothing but that the controller accepts.
    return expect.valid
      ? Object.entries(expect.model).flatMap(([field, value]) =>
          compare(Reflect.get(model, field), value, `model.${field}`),
        )
      : [
          `accepted where the controller refuses: ${
            expect.error ?? 'any error'
          }`,
        ];
  } catch (error) {
    if (!(error instanceof ControllerRefusal)) throw error;
    return expect.valid
      ? [`refused where the controller accepts: ${error.message}`]
      : findErrorDisagreement(error, expect);
  }
}
