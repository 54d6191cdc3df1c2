/**
 * Writes a string as a YAML double-quoted scalar on one line that YAML 1.1 and 1.2 readers understand alike.
 *
 * @remarks
 * JSON's escapes are YAML's too; what JSON leaves raw but YAML 1.1 takes for a line end (U+0085, U+2028, U+2029), and
 * what can't be seen, is escaped as well.
 *
 * @internal
 */
export function quoteYaml(text: string): string {
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    character => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

// Plain words that no reader takes for anything but a string: `on`, `y`, `1e3`, `0x1f`, `12:30`, `null` are not among
// them, nor `e0`: YAML 1.1's own expression for a float wants no digit before the exponent in some readers.
const PLAIN = /^[A-Za-z][A-Za-z0-9]*([-./][A-Za-z0-9]+)*$/;
const RESERVED = /^(y|n|yes|no|on|off|true|false|null|nan|inf|e-?\d+)$/i;

/** Whether every YAML reader takes the unquoted text for this very string. @internal */
export function isPlainYaml(text: string): boolean {
  return PLAIN.test(text) && !RESERVED.test(text);
}
