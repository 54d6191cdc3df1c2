import { IamCondition, IamStatement } from './targets';

type Tree = Record<string, unknown>;

const isTree = (value: unknown): value is Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const asList = (value: unknown): unknown[] =>
  value === undefined || value === null ? [] : [value].flat();

const textsOf = (value: unknown): string[] =>
  asList(value).filter((item): item is string => typeof item === 'string');

/** A provider is named by its ARN, or by what refers to it: a word for it is enough. */
function namesOf(value: unknown): string[] {
  return asList(value).map(item =>
    typeof item === 'string' ? item : JSON.stringify(item),
  );
}

function conditionsOf(value: unknown): IamCondition[] {
  if (!isTree(value)) return [];
  return Object.entries(value).flatMap(([test, keys]) =>
    Object.entries(isTree(keys) ? keys : {}).map(([variable, values]) => ({
      test,
      variable,
      values: asList(values).every(item => typeof item === 'string')
        ? textsOf(values)
        : undefined,
    })),
  );
}

/**
 * Reads the statements of a policy document that allow something, as JSON has them.
 *
 * @param placeOf - where a statement stands
 * @internal
 */
export function readIamStatements(
  document: unknown,
  placeOf: (statement: object) => { line: number; column: number },
): IamStatement[] {
  if (!isTree(document)) return [];
  return asList(document.Statement).flatMap(statement => {
    if (!isTree(statement) || statement.Effect !== 'Allow') return [];
    const { Principal: principal, Condition: condition } = statement;
    return [
      {
        ...placeOf(statement),
        actions: textsOf(statement.Action),
        resources: textsOf(statement.Resource),
        federated: isTree(principal) ? namesOf(principal.Federated) : [],
        conditions: conditionsOf(condition),
        // A function of the template may stand in the place of the whole condition.
        isPartial:
          isTree(condition) &&
          Object.keys(condition).some(key => key.startsWith('Fn::')),
      },
    ];
  });
}
