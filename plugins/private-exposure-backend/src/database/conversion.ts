import type { DbBoolean, DbTime } from './tables';

/**
 * Reads a time. SQLite returns milliseconds, because that is what knex writes there for a Date; PostgreSQL a Date.
 *
 * @internal
 */
export function toDate(value: DbTime): Date {
  return value instanceof Date ? value : new Date(value);
}

/** Reads a time as ISO 8601 in UTC. @internal */
export function toIso(value: DbTime): string {
  return toDate(value).toISOString();
}

/** Reads a time that may be missing. @internal */
export function toOptionalIso(value: DbTime | null): string | undefined {
  return value === null ? undefined : toIso(value);
}

/** Reads a boolean that may be missing. @internal */
export function toOptionalBoolean(
  value: DbBoolean | null,
): boolean | undefined {
  return value === null ? undefined : Boolean(value);
}

/**
 * Makes the form of a text that is sorted and searched by prefix: lower case, at most as long as the column.
 *
 * @internal
 */
export function toKey(text: string): string {
  return text.toLowerCase().slice(0, 512);
}

/**
 * The part of a maker that people search for: what stands behind the last colon or slash of an ARN or of AWS' own
 * `aws:createdBy` (`IAMUser:AIDA…:mira`), as a key.
 *
 * @internal
 */
export function toMakerKey(createdBy: string): string {
  const parts = createdBy.split(/[:/]/).filter(part => part !== '');
  return toKey(parts[parts.length - 1] ?? createdBy);
}

/**
 * The first key that no text with this prefix reaches: with it, a prefix is a range that a plain index serves on both
 * engines. Undefined where there is none.
 *
 * @internal
 */
export function prefixEnd(prefix: string): string | undefined {
  const points = Array.from(prefix);
  while (points.length > 0) {
    const last = points.pop()?.codePointAt(0) ?? 0x10ffff;
    if (last < 0x10ffff) {
      // Surrogates are no characters of their own and cannot be stored.
      const next = last + 1 === 0xd800 ? 0xe000 : last + 1;
      return points.join('') + String.fromCodePoint(next);
    }
  }
  return undefined;
}
