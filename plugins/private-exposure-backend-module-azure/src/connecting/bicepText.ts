const named: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

/**
 * A text as a Bicep string, quotes included: nothing in it is an interpolation or an end of string.
 *
 * @remarks
 * Escapes as in the Bicep language reference, "Strings": backslash, quote, `\n`, `\r`, `\t`, `\$` before a brace, and
 * `\u{…}` for any other character.
 *
 * @internal
 */
export function bicepText(text: string): string {
  const escaped = text
    .replace(/[\\'\n\r\t]/g, character => named[character])
    .replace(/\$\{/g, '\\${')
    // Control characters, line separators, and halves of a pair that have lost the other.
    .replace(/\p{Cc}|\p{Cs}|[\u2028\u2029]/gu, toEscape);
  return `'${escaped}'`;
}

function toEscape(character: string): string {
  return `\\u{${character.charCodeAt(0).toString(16)}}`;
}
