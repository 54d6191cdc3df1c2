/**
 * Writes a string as a Bicep string on one line that means exactly that string.
 *
 * @remarks
 * `${` starts an interpolation and is escaped; whatever ends a line somewhere or can't be seen is written as an escape.
 * https://learn.microsoft.com/azure/azure-resource-manager/bicep/data-types#strings
 *
 * @throws RangeError where the text holds half a surrogate pair.
 * @public
 */
export function quoteBicep(text: string): string {
  if (/\p{Cs}/u.test(text)) throw new RangeError('Text must be well-formed');
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll(`'`, `\\'`)
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t')
    .replaceAll('${', () => '\\${')
    .replace(
      /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu,
      character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
    );
  return `'${escaped}'`;
}
