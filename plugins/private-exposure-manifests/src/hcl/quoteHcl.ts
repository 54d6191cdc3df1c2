/**
 * Writes a string as an HCL quoted template that means exactly that string.
 *
 * @remarks
 * `${` and `%{` start an interpolation or a directive and are doubled; whatever ends a line somewhere or can't be seen
 * is written as an escape. Terraform normalises strings to Unicode form C, so another form can't be represented.
 *
 * @throws RangeError where the text is not in form C or holds half a surrogate pair.
 * @public
 */
export function quoteHcl(text: string): string {
  if (/\p{Cs}/u.test(text) || text !== text.normalize('NFC')) {
    throw new RangeError(
      'Text must be well-formed and in Unicode normal form C',
    );
  }
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll('${', () => '$${')
    .replaceAll('%{', '%%{')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeCodePoint);
  return `"${escaped}"`;
}

function escapeCodePoint(character: string): string {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4
    ? `\\U${code.padStart(8, '0')}`
    : `\\u${code.padStart(4, '0')}`;
}
