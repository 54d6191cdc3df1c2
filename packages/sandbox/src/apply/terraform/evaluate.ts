import { InputError } from '@backstage/errors';
import { Accessor, Expression, isMap, Value } from './expression';
import { functions, isSame, toText } from './functions';

/**
 * What the names in an expression stand for.
 * @internal
 */
export interface Scope {
  /**
   * The value of a name and how many further attributes of `path` it has used up.
   * @throws InputError for a name that nothing stands behind.
   */
  lookup(path: string[]): { value: Value; used: number };
}

type Of<T extends Expression['type']> = Extract<Expression, { type: T }>;

/**
 * The value of an expression.
 * @throws InputError naming what is wrong, and whatever the scope throws.
 * @internal
 */
export function evaluate(expression: Expression, scope: Scope): Value {
  switch (expression.type) {
    case 'literal':
      return expression.value;
    case 'template':
      return expression.parts
        .map(part => toText(evaluate(part, scope)))
        .join('');
    case 'reference': {
      const { value, used } = scope.lookup(expression.path);
      return expression.path.slice(used).reduce(attributeOf, value);
    }
    case 'access':
      return access(
        evaluate(expression.target, scope),
        expression.accessor,
        scope,
      );
    case 'splat':
      return evaluateSplat(expression, scope);
    case 'call':
      return evaluateCall(expression, scope);
    case 'tuple':
      return expression.items.map(item => evaluate(item, scope));
    case 'object':
      return Object.fromEntries(
        expression.entries.map(([key, value]) => [
          toText(evaluate(key, scope)),
          evaluate(value, scope),
        ]),
      );
    case 'for':
      return evaluateFor(expression, scope);
    case 'conditional':
      return evaluate(
        toBoolean(evaluate(expression.condition, scope))
          ? expression.whenTrue
          : expression.whenFalse,
        scope,
      );
    case 'unary': {
      const operand = evaluate(expression.operand, scope);
      return expression.operator === '!'
        ? !toBoolean(operand)
        : -toNumber(operand);
    }
    case 'binary':
      return evaluateBinary(expression, scope);
    default:
      return expression satisfies never;
  }
}

function access(target: Value, accessor: Accessor, scope: Scope): Value {
  if ('name' in accessor) {
    return attributeOf(target, accessor.name);
  }
  const index = evaluate(accessor.index, scope);
  if (Array.isArray(target)) {
    const item = target[toNumber(index)];
    if (item === undefined) {
      throw new InputError(`Terraform: there is no element ${toText(index)}`);
    }
    return item;
  }
  return attributeOf(target, toText(index));
}

function attributeOf(target: Value, name: string): Value {
  if (isMap(target) && Object.hasOwn(target, name)) {
    return target[name];
  }
  throw new InputError(`Terraform: there is no attribute '${name}'`);
}

function evaluateSplat(expression: Of<'splat'>, scope: Scope): Value {
  const target = evaluate(expression.target, scope);
  if (target === null) {
    return [];
  }
  const items = Array.isArray(target) ? target : [target];
  return items.map(item =>
    expression.accessors.reduce(
      (value, accessor) => access(value, accessor, scope),
      item,
    ),
  );
}

function evaluateCall(expression: Of<'call'>, scope: Scope): Value {
  const { name, args, expandsLast } = expression;
  if (!Object.hasOwn(functions, name)) {
    throw new InputError(`Terraform: the function '${name}' is not supported`);
  }
  if (name === 'try') {
    return evaluateTry(args, scope);
  }
  const values = args.map(arg => evaluate(arg, scope));
  const last = values[values.length - 1];
  return expandsLast && Array.isArray(last)
    ? functions[name](...values.slice(0, -1), ...last)
    : functions[name](...values);
}

function evaluateTry(args: Expression[], scope: Scope): Value {
  let lastError: unknown = new InputError(`Terraform: 'try' needs a value`);
  for (const arg of args) {
    try {
      return evaluate(arg, scope);
    } catch (error) {
      if (!(error instanceof InputError)) {
        throw error;
      }
      lastError = error;
    }
  }
  throw lastError;
}

function evaluateFor(expression: Of<'for'>, scope: Scope): Value {
  const collection = evaluate(expression.collection, scope);
  const pairs: [Value, Value][] = Array.isArray(collection)
    ? collection.map((item, index) => [index, item])
    : Object.entries(collection ?? {});
  const list: Value[] = [];
  const map = new Map<string, Value>();
  for (const [key, value] of pairs) {
    const inner = withNames(scope, {
      [expression.valueName]: value,
      ...(expression.keyName && { [expression.keyName]: key }),
    });
    const { condition } = expression;
    if (condition && !toBoolean(evaluate(condition, inner))) {
      continue;
    }
    const result = evaluate(expression.value, inner);
    if (!expression.key) {
      list.push(result);
      continue;
    }
    const name = toText(evaluate(expression.key, inner));
    const group = map.get(name);
    const grouped = [...(Array.isArray(group) ? group : []), result];
    map.set(name, expression.isGrouped ? grouped : result);
  }
  return expression.key ? Object.fromEntries(map) : list;
}

/**
 * A scope in which some names have values of their own.
 * @internal
 */
export function withNames(scope: Scope, names: Record<string, Value>): Scope {
  return {
    lookup: path =>
      Object.hasOwn(names, path[0])
        ? { value: names[path[0]], used: 1 }
        : scope.lookup(path),
  };
}

function evaluateBinary(expression: Of<'binary'>, scope: Scope): Value {
  const left = evaluate(expression.left, scope);
  if (expression.operator === '&&' || expression.operator === '||') {
    const decides = expression.operator === '||';
    return toBoolean(left) === decides
      ? decides
      : toBoolean(evaluate(expression.right, scope));
  }
  const right = evaluate(expression.right, scope);
  switch (expression.operator) {
    case '==':
      return isSame(left, right);
    case '!=':
      return !isSame(left, right);
    case '<':
      return toNumber(left) < toNumber(right);
    case '>':
      return toNumber(left) > toNumber(right);
    case '<=':
      return toNumber(left) <= toNumber(right);
    case '>=':
      return toNumber(left) >= toNumber(right);
    case '+':
      return toNumber(left) + toNumber(right);
    case '-':
      return toNumber(left) - toNumber(right);
    case '*':
      return toNumber(left) * toNumber(right);
    case '/':
      return toNumber(left) / toNumber(right);
    default:
      return toNumber(left) % toNumber(right);
  }
}

function toBoolean(value: Value): boolean {
  if (value === true || value === 'true') {
    return true;
  }
  if (value === false || value === 'false') {
    return false;
  }
  throw new InputError(`Terraform: ${JSON.stringify(value)} is not a bool`);
}

function toNumber(value: Value): number {
  const number = typeof value === 'string' ? Number(value || NaN) : value;
  if (typeof number !== 'number' || Number.isNaN(number)) {
    throw new InputError(`Terraform: ${JSON.stringify(value)} is not a number`);
  }
  return number;
}
