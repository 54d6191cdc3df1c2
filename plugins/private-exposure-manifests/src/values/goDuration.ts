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
const PART = /^0*(\d*)(\.\d*)?([^\d.]+)/;
const LARGEST = 9_223_372_036_854_775_807n;
// The smallest unit of the largest one has 13 digits; more can't change the nanoseconds.
const MAX_FRACTION_DIGITS = 20;
const MAX_WHOLE_DIGITS = 19;

/** Nanoseconds of one part such as `1.5h`. */
function readPart([part, whole, fraction = '', unit]: RegExpExecArray) {
  const size = UNITS.get(unit);
  const hasDigits = /\d/.test(part.slice(0, part.length - unit.length));
  if (size === undefined || !hasDigits || whole.length > MAX_WHOLE_DIGITS)
    return undefined;
  const digits = fraction.slice(1, 1 + MAX_FRACTION_DIGITS);
  const scale = BigInt(`1${'0'.repeat(digits.length)}`);
  return BigInt(whole) * size + (BigInt(digits) * size) / scale;
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
  let rest = text.slice(sign.length);
  if (rest === '0') return 0;
  if (rest === '') return undefined;
  let total = 0n;
  while (rest !== '') {
    const match = PART.exec(rest);
    const nanoseconds = match ? readPart(match) : undefined;
    if (!match || nanoseconds === undefined) return undefined;
    total += nanoseconds;
    if (total > LARGEST) return undefined;
    rest = rest.slice(match[0].length);
  }
  const seconds = Number(total / SECOND);
  return sign === '-' && seconds !== 0 ? -seconds : seconds;
}
