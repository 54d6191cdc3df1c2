/**
 * Text that leaves a terminal or a log as it is: characters that move the cursor, end a line or turn the direction of
 * writing around are written out.
 *
 * @internal
 */
export function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    character => `\\u{${character.codePointAt(0)?.toString(16)}}`,
  );
}
