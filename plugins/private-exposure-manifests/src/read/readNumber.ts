const INTEGER = /^([-+]?)(?:0x([\da-f]+)|0b([01]+)|0o?([0-7]+)|(0|[1-9]\d*))$/i;
const DECIMAL = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/;
const BETWEEN_DIGITS = /(?<=\d)_(?=\d)/g;
/** From here on Kubernetes has no whole numbers. */
const TOO_LARGE = 2 ** 64;

/**
 * The number that a plain word is for Kubernetes: with `_` between digits, and octal where it begins with a zero, as in
 * YAML 1.1; `undefined` where it is none. Infinity and what is no number are not among them.
 *
 * @see https://github.com/kubernetes-sigs/yaml/blob/v1.6.0/goyaml.v2/resolve.go
 *
 * @internal
 */
export function readNumber(word: string): number | undefined {
  if (!/^[-+.\d]/.test(word)) return undefined;
  const text = word.replaceAll(word.startsWith('.') ? BETWEEN_DIGITS : '_', '');
  const whole = readInteger(text);
  if (whole !== undefined && Math.abs(whole) < TOO_LARGE) return whole;
  const number = DECIMAL.test(text) ? Number(text) : NaN;
  return Number.isFinite(number) ? number : undefined;
}

function readInteger(text: string): number | undefined {
  const found = INTEGER.exec(text);
  if (!found) return undefined;
  const [, sign, hex = '', binary = '', octal = '', decimal] = found;
  const size = decimal
    ? Number(decimal)
    : parseInt(hex || binary || octal, (hex && 16) || (binary && 2) || 8);
  return sign === '-' ? -size : size;
}
