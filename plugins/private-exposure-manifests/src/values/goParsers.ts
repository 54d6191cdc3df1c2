const TRUE = new Set(['1', 't', 'T', 'TRUE', 'true', 'True']);
const FALSE = new Set(['0', 'f', 'F', 'FALSE', 'false', 'False']);

/**
 * Reads a boolean as Go's `strconv.ParseBool` does, which the AWS Load Balancer Controller uses; `undefined` where that
 * fails.
 *
 * @public
 */
export function parseGoBoolean(text: string): boolean | undefined {
  if (TRUE.has(text)) return true;
  return FALSE.has(text) ? false : undefined;
}

/**
 * Reads a boolean as the in-tree AWS provider reads `aws-load-balancer-internal`: anything but `false` and nothing is true.
 *
 * @public
 */
export function parseInTreeInternal(text: string): boolean {
  return text !== 'false' && text !== '';
}

/**
 * Reads an integer as Go's `strconv.ParseInt` with base 10 does; `undefined` where that fails.
 *
 * @param bits - Size of the integer. Beyond 2^53 the number that comes back is the nearest that JavaScript has.
 *
 * @public
 */
export function parseGoInteger(
  text: string,
  bits: 32 | 64 = 64,
): number | undefined {
  // 19 digits hold every 64-bit integer; zeros in front may be any number.
  if (!/^[+-]?0*\d{1,19}$/.test(text)) return undefined;
  const value = BigInt(text.replace(/^\+/, ''));
  return BigInt.asIntN(bits, value) === value ? Number(value) : undefined;
}

/** Whether a character is one of ASCII's that can be seen. */
const isVisible = (code: number) => code > 0x20 && code < 0x7f;

/**
 * Drops what Go's `strings.TrimSpace` drops on both sides: Unicode's white space, which JavaScript's `trim` differs from
 * by U+0085 and U+FEFF.
 *
 * @public
 */
export function trimGoSpace(text: string): string {
  // Most texts begin and end with a character that is no space for certain.
  if (
    isVisible(text.charCodeAt(0)) &&
    isVisible(text.charCodeAt(text.length - 1))
  )
    return text;
  const isSpace =
    /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]$/;
  let start = 0;
  let end = text.length;
  while (start < end && isSpace.test(text[start])) start += 1;
  while (end > start && isSpace.test(text[end - 1])) end -= 1;
  return text.slice(start, end);
}

const QUOTED: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\u0007': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\u000b': '\\v',
};

function escapeGo(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const hex = (length: number) => code.toString(16).padStart(length, '0');
  if (Object.hasOwn(QUOTED, char)) return QUOTED[char];
  if (code < 0x20 || code === 0x7f) return `\\x${hex(2)}`;
  return code > 0xffff ? `\\U${hex(8)}` : `\\u${hex(4)}`;
}

/** Writes text as Go's `strconv.Quote` does: what can't be seen is escaped, an invisible space too. @internal */
export function quoteGo(text: string): string {
  const escaped = text.replace(
    /["\\]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu,
    escapeGo,
  );
  return `"${escaped}"`;
}

/**
 * Reads a list as the AWS Load Balancer Controller does: commas, spaces around the parts dropped, empty parts left out.
 *
 * @public
 */
export function parseStringList(text: string): string[] {
  return text
    .split(',')
    .map(trimGoSpace)
    .filter(part => part !== '');
}

/** Parts `k=v` pairs: a comma parts where a `=` follows somewhere behind it, and a backslash takes the next letter as it is. */
function splitPairs(text: string): string[] {
  const lastEqual = text.lastIndexOf('=');
  // Most texts have no backslash, and a `=` behind every comma.
  if (text.lastIndexOf(',') < lastEqual && !text.includes('\\'))
    return text.split(',').map(trimGoSpace);
  const pairs: string[] = [];
  let current = '';
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '\\' && at + 1 < text.length) {
      at += 1;
      current += text[at];
    } else if (text[at] !== ',') {
      current += text[at];
    } else if (lastEqual > at) {
      pairs.push(trimGoSpace(current));
      current = '';
    } else {
      const rest = trimGoSpace(text.slice(at + 1));
      if (rest !== '') return [...pairs, trimGoSpace(current), rest];
      current += text[at];
    }
  }
  return current === '' ? pairs : [...pairs, trimGoSpace(current)];
}

/**
 * Reads `k=v` pairs as the AWS Load Balancer Controller does: `\,` is a comma in a value, the first `=` divides;
 * `undefined` where a pair has no key or no `=`. A comma at the very end belongs to the last value.
 *
 * @public
 */
export function parseStringMap(
  text: string,
): Record<string, string> | undefined {
  const pairs = splitPairs(text).map((pair): [string, string] => {
    const divider = pair.indexOf('=');
    return divider < 0
      ? ['', '']
      : [
          trimGoSpace(pair.slice(0, divider)),
          trimGoSpace(pair.slice(divider + 1)),
        ];
  });
  return pairs.some(([key]) => key === '')
    ? undefined
    : Object.fromEntries(pairs);
}
