import { InputError } from '@backstage/errors';
import { Scope, withNames } from './evaluate';
import { isMap, Value } from './expression';
import { toText } from './functions';
import { evaluateTree } from './ModuleScope';

/**
 * One instance of a block; `key` tells those of `for_each` and `count` apart.
 * @internal
 */
export interface Instance {
  key?: string | number;
  scope: Scope;
}

/**
 * The instances that `for_each` and `count` make of a block.
 * @throws InputError if one of them is not what it must be.
 * @internal
 */
export function expandInstances(
  body: Record<string, unknown>,
  scope: Scope,
): Instance[] {
  if (body.for_each !== undefined) {
    return entriesOf(evaluateTree(body.for_each, scope)).map(
      ([key, value]) => ({
        key,
        scope: withNames(scope, { each: { key, value } }),
      }),
    );
  }
  if (body.count !== undefined) {
    const count = Number(evaluateTree(body.count, scope));
    if (!Number.isInteger(count) || count < 0) {
      throw new InputError(`'count' must be a whole number`);
    }
    return Array.from({ length: count }, (_, index) => ({
      key: index,
      scope: withNames(scope, { count: { index } }),
    }));
  }
  return [{ scope }];
}

/**
 * The value that a block's name stands for, made of its instances' values.
 * @internal
 */
export function combineInstances(
  body: Record<string, unknown>,
  values: { key?: string | number; value: Value }[],
): Value {
  if (body.for_each !== undefined) {
    return Object.fromEntries(
      values.map(({ key, value }) => [String(key), value]),
    );
  }
  return body.count !== undefined
    ? values.map(({ value }) => value)
    : values[0].value;
}

/**
 * The key of an instance as it stands in an address: `["a"]`, `[0]` or nothing.
 * @internal
 */
export function formatKey(key: string | number | undefined): string {
  return key === undefined ? '' : `[${JSON.stringify(key)}]`;
}

function entriesOf(value: Value): [string, Value][] {
  if (isMap(value)) {
    return Object.entries(value);
  }
  if (Array.isArray(value)) {
    return value.map(item => [toText(item), item]);
  }
  throw new InputError(`'for_each' must be a map or a set of strings`);
}
