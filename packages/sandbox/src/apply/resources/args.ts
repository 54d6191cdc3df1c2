import { InputError } from '@backstage/errors';
import { Value } from '../terraform/expression';

/**
 * Arguments or attributes of a resource, by their Terraform names.
 * @internal
 */
export type Args = { [name: string]: Value };

/**
 * A string argument.
 * @throws InputError if it is missing or something else.
 * @internal
 */
export function requiredString(args: Args, name: string): string {
  const value = optionalString(args, name);
  if (value === undefined) {
    throw new InputError(`The argument '${name}' is required`);
  }
  return value;
}

/**
 * A string argument, undefined if it is missing, null or empty.
 * @throws InputError if it is something else.
 * @internal
 */
export function optionalString(args: Args, name: string): string | undefined {
  const value = args[name] ?? undefined;
  if (typeof value === 'object' || typeof value === 'boolean') {
    throw new InputError(`The argument '${name}' must be a string`);
  }
  return value === undefined || value === '' ? undefined : String(value);
}

/**
 * A boolean argument; Terraform also takes it as a word.
 * @throws InputError if it is something else.
 * @internal
 */
export function optionalBoolean(args: Args, name: string): boolean | undefined {
  const value = args[name] ?? undefined;
  if (value === undefined || typeof value === 'boolean') {
    return value;
  }
  if (value === 'true' || value === 'false') {
    return value === 'true';
  }
  throw new InputError(`The argument '${name}' must be true or false`);
}

/**
 * A list of strings; missing means empty.
 * @throws InputError if it is something else.
 * @internal
 */
export function stringList(args: Args, name: string): string[] {
  const value = args[name] ?? [];
  if (!Array.isArray(value) || value.some(item => typeof item !== 'string')) {
    throw new InputError(`The argument '${name}' must be a list of strings`);
  }
  return value.map(String);
}

/**
 * A map of strings; missing means empty.
 * @throws InputError if it is something else.
 * @internal
 */
export function stringMap(args: Args, name: string): Record<string, string> {
  const value = args[name] ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw new InputError(`The argument '${name}' must be a map of strings`);
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => {
      if (item === null || typeof item === 'object') {
        throw new InputError(`'${name}.${key}' must be a string`);
      }
      return [key, String(item)];
    }),
  );
}

/**
 * Nested blocks; missing means none.
 * @internal
 */
export function blocks(args: Args, name: string): Args[] {
  const value = args[name] ?? [];
  const list = Array.isArray(value) ? value : [value];
  return list.filter(
    (item): item is Args =>
      typeof item === 'object' && item !== null && !Array.isArray(item),
  );
}

/**
 * The items of `next` that `current` has not.
 * @internal
 */
export function added(current: readonly string[], next: readonly string[]) {
  return next.filter(item => !current.includes(item));
}
