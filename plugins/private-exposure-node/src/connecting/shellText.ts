/**
 * A text as one word of a POSIX shell.
 *
 * @public
 */
export function shellText(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
