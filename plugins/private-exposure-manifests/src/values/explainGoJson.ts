import { quoteGo } from './goParsers';

/** What may stand at a place of the text, and what is wrong there otherwise, in the words of Go's scanner. */
type State = (char: string, scan: Scan) => State | string;

/** Where the scanner is: the brackets that are open, innermost last. */
interface Scan {
  open: ('{' | '[')[];
}

const SPACE = /[ \t\r\n]/;
const DIGIT = /\d/;

const literal =
  (word: string, at: number): State =>
  char => {
    if (char !== word[at])
      return `in literal ${word} (expecting '${word[at]}')`;
    return at + 1 < word.length ? literal(word, at + 1) : afterValue;
  };

const hexDigits =
  (left: number): State =>
  char => {
    if (!/[0-9A-Fa-f]/.test(char)) return 'in \\u hexadecimal character escape';
    return left > 1 ? hexDigits(left - 1) : inText;
  };

const inEscape: State = char => {
  if (char === 'u') return hexDigits(4);
  return /["\\/bfnrt]/.test(char) ? inText : 'in string escape code';
};

const inText: State = char => {
  if (char === '"') return afterValue;
  if (char === '\\') return inEscape;
  return char < ' ' ? 'in string literal' : inText;
};

const inExponent: State = (char, scan) =>
  DIGIT.test(char) ? inExponent : afterValue(char, scan);

const exponentDigit: State = char =>
  DIGIT.test(char) ? inExponent : 'in exponent of numeric literal';

const exponentSign: State = (char, scan) =>
  /[+-]/.test(char) ? exponentDigit : exponentDigit(char, scan);

const inFraction: State = (char, scan) => {
  if (DIGIT.test(char)) return inFraction;
  return /[eE]/.test(char) ? exponentSign : afterValue(char, scan);
};

const fractionDigit: State = char =>
  DIGIT.test(char) ? inFraction : 'after decimal point in numeric literal';

const afterWhole: State = (char, scan) => {
  if (char === '.') return fractionDigit;
  return /[eE]/.test(char) ? exponentSign : afterValue(char, scan);
};

const inWhole: State = (char, scan) =>
  DIGIT.test(char) ? inWhole : afterWhole(char, scan);

const firstDigit: State = char => {
  if (char === '0') return afterWhole;
  return DIGIT.test(char) ? inWhole : 'in numeric literal';
};

const WORDS: Readonly<Record<string, string>> = {
  t: 'true',
  f: 'false',
  n: 'null',
};

const value: State = (char, { open }) => {
  if (SPACE.test(char)) return value;
  if (char === '{' || char === '[') {
    open.push(char);
    return char === '{' ? firstKey : firstItem;
  }
  if (char === '"') return inText;
  if (char === '-') return firstDigit;
  if (DIGIT.test(char)) return char === '0' ? afterWhole : inWhole;
  return Object.hasOwn(WORDS, char)
    ? literal(WORDS[char], 1)
    : 'looking for beginning of value';
};

const firstItem: State = (char, scan) => {
  if (SPACE.test(char)) return firstItem;
  if (char !== ']') return value(char, scan);
  scan.open.pop();
  return afterValue;
};

const key: State = char => {
  if (SPACE.test(char)) return key;
  return char === '"' ? inKey : 'looking for beginning of object key string';
};

const firstKey: State = (char, scan) => {
  if (SPACE.test(char)) return firstKey;
  if (char !== '}') return key(char, scan);
  scan.open.pop();
  return afterValue;
};

/** A key is read as other text is; only what follows it differs. */
const inKey: State = (char, scan) => {
  const next = inText(char, scan);
  if (typeof next === 'string') return next;
  if (next === afterValue) return afterKey;
  return next === inText ? inKey : withinKey(next);
};

const withinKey =
  (state: State): State =>
  (char, scan) => {
    const next = state(char, scan);
    if (typeof next === 'string') return next;
    return next === inText ? inKey : withinKey(next);
  };

const afterKey: State = char => {
  if (SPACE.test(char)) return afterKey;
  return char === ':' ? value : 'after object key';
};

const afterValue: State = (char, { open }) => {
  if (SPACE.test(char)) return afterValue;
  const [innermost] = open.slice(-1);
  if (innermost === undefined) return 'after top-level value';
  const isObject = innermost === '{';
  if (char === ',') return isObject ? key : value;
  if (char !== (isObject ? '}' : ']'))
    return isObject ? 'after object key:value pair' : 'after array element';
  open.pop();
  return afterValue;
};

/** Go looks at bytes, so that of a letter beyond ASCII it names the first one, as the letter of that number. */
function nameCharacter(char: string): string {
  const [byte] = new TextEncoder().encode(char);
  if (char === "'") return `'\\''`;
  if (char === '"') return `'"'`;
  return `'${quoteGo(String.fromCharCode(byte)).slice(1, -1)}'`;
}

/**
 * Says why a text is no JSON, in the words of Go's `encoding/json`.
 *
 * @param text - What `JSON.parse` doesn't take; both take the same texts.
 *
 * @internal
 */
export function explainGoJson(text: string): string {
  const scan: Scan = { open: [] };
  let state: State = value;
  for (const char of text) {
    const next = state(char, scan);
    if (typeof next === 'string')
      return `invalid character ${nameCharacter(char)} ${next}`;
    state = next;
  }
  // Go ends a text with a space, which ends a number or a word that is cut off.
  const last = state(' ', scan);
  return typeof last === 'string'
    ? `invalid character ' ' ${last}`
    : 'unexpected end of JSON input';
}
