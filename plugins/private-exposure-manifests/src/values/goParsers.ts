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
 * @public
 */
export function parseGoInteger(text: string): number | undefined {
  const value = /^[+-]?\d+$/.test(text) ? Number(text) : NaN;
  return Number.isSafeInteger(value) ? value : undefined;
}

/**
 * Reads a list as the AWS Load Balancer Controller does: commas, spaces around the parts dropped, empty parts left out.
 *
 * @public
 */
export function parseStringList(text: string): string[] {
  return text
    .split(',')
    .map(part => part.trim())
    .filter(part => part !== '');
}

/**
 * Reads `k=v` pairs as the AWS Load Balancer Controller does: `\,` is a comma in a value, the first `=` divides;
 * `undefined` where a pair has no key.
 *
 * @public
 */
export function parseStringMap(
  text: string,
): Record<string, string> | undefined {
  const pairs = (text.match(/(\\,|[^,])+/g) ?? [])
    .map(part => part.replaceAll('\\,', ',').trim())
    .filter(part => part !== '')
    .map((part): [string, string] => {
      const divider = part.indexOf('=');
      return divider < 0
        ? [part, '']
        : [part.slice(0, divider).trim(), part.slice(divider + 1).trim()];
    });
  return pairs.some(([key]) => key === '')
    ? undefined
    : Object.fromEntries(pairs);
}
