const SECOND = 1_000_000_000n;
const UNITS: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1_000n],
  ['\u00b5s', 1_000n],
  ['\u03bcs', 1_000n],
  ['ms', 1_000_000n],
  ['s', SECOND],
  ['m', 60n * SECOND],
  ['h', 3_600n * SECOND],
]);
const LARGEST = 9_223_372_036_854_775_807n;
// The smallest unit of the largest one has 13 digits; more can't change the nanoseconds.
const MAX_FRACTION_DIGITS = 20;
const MAX_WHOLE_DIGITS = 19;

/** Where the characters that a test holds for end. */
function skip(text: string, from: number, holds: RegExp): number {
  let at = from;
  while (at < text.length && holds.test(text[at])) at += 1;
  return at;
}

/** Nanoseconds of the part that starts at a place, such as `1.5h`, and where it ends; `undefined` where there is none. */
function readPart(text: string, from: number) {
  // Scanned by hand: a pattern that tries every way to part a long row of digits would take forever.
  const start = skip(text, from, /0/);
  const point = skip(text, start, /\d/);
  const hasPoint = text[point] === '.';
  const unitStart = hasPoint ? skip(text, point + 1, /\d/) : point;
  const end = skip(text, unitStart, /[^\d.]/);
  const hasDigits = point > from || unitStart > point + 1;
  const size = UNITS.get(text.slice(unitStart, end));
  const whole = text.slice(start, point);
  if (size === undefined || !hasDigits || whole.length > MAX_WHOLE_DIGITS)
    return undefined;
  const digits = text.slice(
    point + 1,
    Math.min(unitStart, point + 1 + MAX_FRACTION_DIGITS),
  );
  const scale = BigInt(`1${'0'.repeat(digits.length)}`);
  return {
    nanoseconds: BigInt(whole) * size + (BigInt(digits) * size) / scale,
    end,
  };
}

/**
 * Reads a duration as Go's `time.ParseDuration` does: `300ms`, `1.5h`, `2h45m`. A number without a unit is none, but
 * for `0`.
 *
 * @returns Whole seconds, what is left over cut off; `undefined` where it is no duration.
 *
 * @public
 */
export function parseGoDurationSeconds(text: string): number | undefined {
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  const rest = text.slice(sign.length);
  if (rest === '0') return 0;
  if (rest === '') return undefined;
  let total = 0n;
  for (let at = 0; at < rest.length; ) {
    const part = readPart(rest, at);
    if (!part) return undefined;
    total += part.nanoseconds;
    if (total > LARGEST) return undefined;
    at = part.end;
  }
  const seconds = Number(total / SECOND);
  return sign === '-' && seconds !== 0 ? -seconds : seconds;
}
