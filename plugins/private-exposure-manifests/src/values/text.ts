import { z } from 'zod';

/**
 * Characters that end a line somewhere, hide text or turn its direction: all controls (with U+0085), format
 * characters (byte order mark, zero-width and bidirectional controls: CVE-2021-42574), U+2028, U+2029, lone
 * surrogates, and code points that have no meaning.
 */
const UNSAFE_CHARACTER = /[\p{Cc}\p{Cf}\p{Cs}\p{Cn}\p{Co}\p{Zl}\p{Zp}]/u;

function describeCharacter(text: string): string {
  const character = UNSAFE_CHARACTER.exec(text)?.[0] ?? '';
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}

/**
 * One line of text that every writer of this package represents exactly.
 *
 * @remarks
 * Refused: line ends and controls of any kind, text that is not in Unicode normal form C (Terraform normalises every
 * string, so another form would be changed silently), and `{{`, which Helm, Backstage and CloudFormation's dynamic
 * references would read as theirs.
 *
 * @public
 */
export function singleLineText(options: { max: number }) {
  const { max } = options;
  return z.string().superRefine((text, context) => {
    const refuse = (message: string) =>
      context.addIssue({ code: z.ZodIssueCode.custom, message });
    if (text.length > max) {
      refuse(`must be at most ${max} characters, not ${text.length}`);
    } else if (UNSAFE_CHARACTER.test(text)) {
      refuse(
        `must be one line of text; ${describeCharacter(text)} is not allowed`,
      );
    } else if (text !== text.normalize('NFC')) {
      refuse('must be in Unicode normal form C');
    } else if (text.includes('{{')) {
      refuse(`must not contain '{{', which template engines read`);
    }
  });
}

/**
 * A string that fits a pattern, with a message that says what would be right.
 *
 * @internal
 */
export function patternText(options: {
  pattern: RegExp;
  max: number;
  expected: string;
}) {
  const { pattern, max, expected } = options;
  return z.string().superRefine((text, context) => {
    if (text.length > max || !pattern.test(text)) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        message: `must be ${expected}, not ${quoteForMessage(text)}`,
      });
    }
  });
}

/**
 * A value as it may stand in an error message: short, on one line, with everything odd escaped.
 *
 * @public
 */
export function quoteForMessage(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return `'${escapeInvisible(shown)}'`;
}

/**
 * Text with everything that ends a line or can't be seen written as an escape.
 *
 * @internal
 */
export function escapeInvisible(text: string): string {
  return JSON.stringify(text)
    .slice(1, -1)
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, character => {
      const code = character.codePointAt(0) ?? 0;
      return `\\u{${code.toString(16)}}`;
    });
}
