/**
 * A text as an HCL string literal, quotes included: nothing in it is an interpolation, a directive or an end of string.
 *
 * @public
 */
export function hclText(text: string): string {
  // JSON escapes quotes, backslashes and control characters the way HCL reads them; it leaves the line separators and
  // the template markers.
  const quoted = JSON.stringify(text)
    .replace(/[\u007f-\u009f\u2028\u2029]/g, toEscape)
    .replace(/\\b/g, '\\u0008')
    .replace(/\\f/g, '\\u000c');
  return quoted.replace(/[$%]\{/g, marker => `${marker[0]}${marker}`);
}

function toEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
