import { quoteGo } from './goParsers';

/** What may stand at a place of the text. */
type State = (char: string, scan: Scan) => Next;

/** What may stand behind a letter, or why the letter may not stand there, in the words of Go's scanner. */
type Next = State | string;

/** Where the scanner is: the brackets that are open, innermost last. */
interface Scan {
  open: ('{' | '[')[];
}

const SPACE = /[ \t\r\n]/;
const DIGIT = /\d/;

function literal(word: string, at: number): State {
  return char => {
    if (char !== word[at])
      return `in literal ${word} (expecting '${word[at]}')`;
    return at + 1 < word.length ? literal(word, at + 1) : afterValue;
  };
}

function hexDigits(left: number): State {
  return char => {
    if (!/[0-9A-Fa-f]/.test(char)) return 'in \\u hexadecimal character escape';
    return left > 1 ? hexDigits(left - 1) : inText;
  };
}

function inEscape(char: string): Next {
  if (char === 'u') return hexDigits(4);
  return /["\\/bfnrt]/.test(char) ? inText : 'in string escape code';
}

function inText(char: string): Next {
  if (char === '"') return afterValue;
  if (char === '\\') return inEscape;
  return char < ' ' ? 'in string literal' : inText;
}

function inExponent(char: string, scan: Scan): Next {
  return DIGIT.test(char) ? inExponent : afterValue(char, scan);
}

function exponentDigit(char: string): Next {
  return DIGIT.test(char) ? inExponent : 'in exponent of numeric literal';
}

function exponentSign(char: string): Next {
  return /[+-]/.test(char) ? exponentDigit : exponentDigit(char);
}

function inFraction(char: string, scan: Scan): Next {
  if (DIGIT.test(char)) return inFraction;
  return /[eE]/.test(char) ? exponentSign : afterValue(char, scan);
}

function fractionDigit(char: string): Next {
  return DIGIT.test(char)
    ? inFraction
    : 'after decimal point in numeric literal';
}

function afterWhole(char: string, scan: Scan): Next {
  if (char === '.') return fractionDigit;
  return /[eE]/.test(char) ? exponentSign : afterValue(char, scan);
}

function inWhole(char: string, scan: Scan): Next {
  return DIGIT.test(char) ? inWhole : afterWhole(char, scan);
}

function firstDigit(char: string): Next {
  if (char === '0') return afterWhole;
  return DIGIT.test(char) ? inWhole : 'in numeric literal';
}

const WORDS: Readonly<Record<string, string>> = {
  t: 'true',
  f: 'false',
  n: 'null',
};

function beforeValue(char: string, { open }: Scan): Next {
  if (SPACE.test(char)) return beforeValue;
  if (char === '{' || char === '[') {
    open.push(char);
    return char === '{' ? beforeFirstKey : beforeFirstItem;
  }
  if (char === '"') return inText;
  if (char === '-') return firstDigit;
  if (DIGIT.test(char)) return char === '0' ? afterWhole : inWhole;
  return Object.hasOwn(WORDS, char)
    ? literal(WORDS[char], 1)
    : 'looking for beginning of value';
}

function beforeFirstItem(char: string, scan: Scan): Next {
  if (SPACE.test(char)) return beforeFirstItem;
  if (char !== ']') return beforeValue(char, scan);
  scan.open.pop();
  return afterValue;
}

function beforeKey(char: string): Next {
  if (SPACE.test(char)) return beforeKey;
  return char === '"'
    ? withinKey(inText)
    : 'looking for beginning of object key string';
}

function beforeFirstKey(char: string, scan: Scan): Next {
  if (SPACE.test(char)) return beforeFirstKey;
  if (char !== '}') return beforeKey(char);
  scan.open.pop();
  return afterValue;
}

/** A key is read as other text is; only what follows it differs. */
function withinKey(state: State): State {
  return (char, scan) => {
    const next = state(char, scan);
    if (typeof next === 'string') return next;
    return next === afterValue ? afterKey : withinKey(next);
  };
}

function afterKey(char: string): Next {
  if (SPACE.test(char)) return afterKey;
  return char === ':' ? beforeValue : 'after object key';
}

function afterValue(char: string, { open }: Scan): Next {
  if (SPACE.test(char)) return afterValue;
  const innermost = open.at(-1);
  if (innermost === undefined) return 'after top-level value';
  const isObject = innermost === '{';
  if (char === ',') return isObject ? beforeKey : beforeValue;
  if (char !== (isObject ? '}' : ']'))
    return isObject ? 'after object key:value pair' : 'after array element';
  open.pop();
  return afterValue;
}

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
  let state: State = beforeValue;
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
