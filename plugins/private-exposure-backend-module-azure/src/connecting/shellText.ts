/**
 * A text as one word of a POSIX shell.
 *
 * @internal
 */
export function shellText(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
