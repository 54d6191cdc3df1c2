import { InputError } from '@backstage/errors';
import { isMap, Value } from './expression';

type TerraformFunction = (...args: Value[]) => Value;

/**
 * The functions of the Terraform language that configurations for private connectivity use.
 * @internal
 */
export const functions: Readonly<Record<string, TerraformFunction>> = {
  toset: list => unique(toList(list)),
  tolist: list => toList(list),
  tomap: map => toMap(map),
  tostring: value => (value === null ? null : toText(value)),
  tonumber: value => Number(value),
  tobool: value => value === true || value === 'true',
  distinct: list => unique(toList(list)),
  sort: list => toList(list).map(toText).sort(),
  reverse: list => [...toList(list)].reverse(),
  concat: (...lists) => lists.flatMap(toList),
  compact: list => toList(list).filter(item => item !== null && item !== ''),
  flatten: list => flatten(toList(list)),
  length: value =>
    typeof value === 'string'
      ? [...value].length
      : Object.keys(value ?? {}).length,
  keys: map => Object.keys(toMap(map)).sort(),
  values: map => {
    const entries = toMap(map);
    return Object.keys(entries)
      .sort()
      .map(key => entries[key]);
  },
  lookup: (map, key, fallback = null) => {
    const entries = toMap(map);
    return Object.hasOwn(entries, toText(key))
      ? entries[toText(key)]
      : fallback;
  },
  contains: (list, item) => toList(list).some(other => isSame(other, item)),
  element: (list, index) => {
    const items = toList(list);
    return items[Number(index) % items.length] ?? null;
  },
  merge: (...maps) => Object.assign({}, ...maps.filter(isMap)),
  zipmap: (keys, values) =>
    Object.fromEntries(
      toList(keys).map((key, index) => [
        toText(key),
        toList(values)[index] ?? null,
      ]),
    ),
  one: list => toList(list)[0] ?? null,
  coalesce: (...values) =>
    values.find(value => value !== null && value !== '') ?? null,
  try: (...values) => values[0] ?? null,
  join: (separator, ...lists) =>
    lists.flatMap(toList).map(toText).join(toText(separator)),
  split: (separator, text) => toText(text).split(toText(separator)),
  format: (pattern, ...args) => format(toText(pattern), args),
  lower: text => toText(text).toLowerCase(),
  upper: text => toText(text).toUpperCase(),
  trimspace: text => toText(text).trim(),
  trimprefix: (text, prefix) =>
    toText(text).startsWith(toText(prefix))
      ? toText(text).slice(toText(prefix).length)
      : text,
  trimsuffix: (text, suffix) =>
    toText(text).endsWith(toText(suffix))
      ? toText(text).slice(0, -toText(suffix).length)
      : text,
  replace: (text, search, replacement) =>
    toText(text).replaceAll(toText(search), () => toText(replacement)),
  substr: (text, start, length) =>
    toText(text).slice(Number(start), Number(start) + Number(length)),
  startswith: (text, prefix) => toText(text).startsWith(toText(prefix)),
  endswith: (text, suffix) => toText(text).endsWith(toText(suffix)),
  jsonencode: value => JSON.stringify(value),
  jsondecode: text => JSON.parse(toText(text)) as Value,
  max: (...values) => Math.max(...values.map(Number)),
  min: (...values) => Math.min(...values.map(Number)),
};

/**
 * A value as a template prints it.
 * @throws InputError for lists and maps.
 * @internal
 */
export function toText(value: Value | undefined): string {
  if (value === undefined || value === null || typeof value === 'object') {
    throw new InputError(`Terraform: ${JSON.stringify(value)} is not a string`);
  }
  return String(value);
}

/**
 * Whether two values are equal, however deep.
 * @internal
 */
export function isSame(left: Value, right: Value): boolean {
  if (isMap(left) && isMap(right)) {
    const keys = Object.keys(left);
    return (
      keys.length === Object.keys(right).length &&
      keys.every(
        key => Object.hasOwn(right, key) && isSame(left[key], right[key]),
      )
    );
  }
  if (Array.isArray(left) && Array.isArray(right)) {
    return (
      left.length === right.length &&
      left.every((item, index) => isSame(item, right[index]))
    );
  }
  return left === right;
}

function toList(value: Value | undefined): Value[] {
  if (!Array.isArray(value)) {
    throw new InputError(`Terraform: ${JSON.stringify(value)} is not a list`);
  }
  return value;
}

function toMap(value: Value): { [key: string]: Value } {
  if (!isMap(value)) {
    throw new InputError(`Terraform: ${JSON.stringify(value)} is not a map`);
  }
  return value;
}

function flatten(items: Value[]): Value[] {
  return items.flatMap(item => (Array.isArray(item) ? flatten(item) : [item]));
}

function unique(items: Value[]): Value[] {
  return items.filter(
    (item, index) => items.findIndex(other => isSame(other, item)) === index,
  );
}

function format(pattern: string, args: Value[]): string {
  let index = 0;
  return pattern.replace(/%(%|[svdq])/g, (_match, verb: string) => {
    if (verb === '%') {
      return '%';
    }
    const value = args[index];
    index += 1;
    return verb === 'q' ? JSON.stringify(value) : toText(value);
  });
}
