import { parseGoInteger } from './goParsers';
import { JsonNumber, JsonValue, parseJsonExactly } from './parseJsonExactly';

/** Why JSON doesn't fit the form that it is read into, in the words of Go's `encoding/json`. @internal */
export class GoJsonError extends Error {
  override readonly name = 'GoJsonError' as const;
}

/** Where a value stands: the struct that holds it and the path of fields to it. */
interface Place {
  struct: string;
  path: readonly string[];
}

/** Reads a JSON value as Go reads it into one type; `null` leaves what was there, and comes back as `undefined`. @public */
export interface GoJson<T> {
  /** The type as Go calls it. */
  goType: string;
  read(value: JsonValue, place: Place): T;
}

/** The value that a reader gives. @public */
export type GoJsonValue<Reader> = Reader extends GoJson<infer T> ? T : never;

function kindOf(value: JsonValue): string {
  if (Array.isArray(value)) return 'array';
  if (value instanceof JsonNumber) return 'number';
  if (typeof value === 'boolean') return 'bool';
  return typeof value;
}

function refuse(
  value: JsonValue,
  goType: string,
  place: Place,
  shown: string = kindOf(value),
): never {
  const field = place.path.length
    ? `Go struct field ${place.struct}.${place.path.join('.')}`
    : 'Go value';
  throw new GoJsonError(
    `json: cannot unmarshal ${shown} into ${field} of type ${goType}`,
  );
}

const isRecord = (value: JsonValue): value is { [key: string]: JsonValue } =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  !(value instanceof JsonNumber);

/** Text. @internal */
export const goText: GoJson<string> = {
  goType: 'string',
  read: (value, place) =>
    typeof value === 'string' ? value : refuse(value, 'string', place),
};

/** A boolean. @internal */
export const goBoolean: GoJson<boolean> = {
  goType: 'bool',
  read: (value, place) =>
    typeof value === 'boolean' ? value : refuse(value, 'bool', place),
};

/** A whole number of 32 bits, written in digits alone: `1.0` and `1e2` are none to Go. @internal */
export const goInt32: GoJson<number> = {
  goType: 'int32',
  read(value, place) {
    if (!(value instanceof JsonNumber)) return refuse(value, 'int32', place);
    const { literal } = value;
    return (
      parseGoInteger(literal, 32) ??
      refuse(value, 'int32', place, `number ${literal}`)
    );
  },
};

/** A port of Kubernetes, by number or name; text that is a number counts as one. @internal */
export const goPort: GoJson<number | string> = {
  goType: 'intstr.IntOrString',
  read: (value, place) =>
    typeof value === 'string'
      ? parseGoInteger(value, 32) ?? value
      : goInt32.read(value, place),
};

/** A list; `null` in it counts as the empty value. @internal */
export function goList<T>(item: GoJson<T>, empty: T): GoJson<T[]> {
  const goType = `[]${item.goType}`;
  return {
    goType,
    read: (value, place) =>
      Array.isArray(value)
        ? value.map(one => (one === null ? empty : item.read(one, place)))
        : refuse(value, goType, place),
  };
}

/** A map by any key. @internal */
export function goMap<T>(item: GoJson<T>, empty: T): GoJson<Record<string, T>> {
  const goType = `map[string]${item.goType}`;
  return {
    goType,
    read: (value, place) =>
      isRecord(value)
        ? Object.fromEntries(
            Object.entries(value).map(([key, one]) => [
              key,
              one === null ? empty : item.read(one, place),
            ]),
          )
        : refuse(value, goType, place),
  };
}

type Fields = Readonly<Record<string, GoJson<unknown>>>;
/** What a struct holds; a field that is missing or null is `undefined`. @public */
export type GoStruct<F extends Fields> = {
  [Key in keyof F]?: GoJsonValue<F[Key]>;
};

/**
 * An object with named fields. As in Go, the case of names doesn't matter, names that are not known are passed over, and
 * the last of two wins.
 *
 * @param struct - Its type as the controller's source calls it.
 * @param goPackage - The package of that type, which messages name. Default `ingress`.
 *
 * @internal
 */
export function goStruct<const F extends Fields>(
  struct: string,
  fields: F,
  goPackage = 'ingress',
): GoJson<GoStruct<F>> {
  const names = new Map(
    Object.keys(fields).map(name => [name.toLowerCase(), name]),
  );
  const goType = `${goPackage}.${struct}`;
  return {
    goType,
    read(value, { path }) {
      if (!isRecord(value)) return refuse(value, goType, { struct, path });
      const read: Record<string, unknown> = {};
      for (const [key, one] of Object.entries(value)) {
        const name = names.get(key.toLowerCase());
        if (name === undefined || one === null) continue;
        read[name] = fields[name].read(one, { struct, path: [...path, name] });
      }
      return read as GoStruct<F>;
    },
  };
}

/**
 * Reads the text of a JSON value; `undefined` where that is `null`.
 *
 * @throws SyntaxError where it is no JSON.
 * @throws GoJsonError where it doesn't fit.
 *
 * @internal
 */
export function readGoJson<T>(reader: GoJson<T>, text: string): T | undefined {
  const value = parseJsonExactly(text);
  return value === null
    ? undefined
    : reader.read(value, { struct: '', path: [] });
}
