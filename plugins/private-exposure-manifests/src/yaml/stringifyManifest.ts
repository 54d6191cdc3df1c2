import { quoteYaml, isPlainYaml } from './quoteYaml';

/** A value of a manifest. @public */
export type ManifestValue =
  | string
  | number
  | boolean
  | ManifestValue[]
  | { [key: string]: ManifestValue };

const INDENT = '  ';
// Maps whose values Kubernetes wants as strings: quoted always, so that an edit by hand keeps the quotes.
const STRING_MAPS = new Set(['annotations', 'serviceAnnotations']);

function writeScalar(
  value: string | number | boolean,
  isQuoted: boolean,
): string {
  if (typeof value !== 'string') return String(value);
  return isPlainYaml(value) && !isQuoted ? value : quoteYaml(value);
}

function writeKey(key: string): string {
  return isPlainYaml(key) ? key : quoteYaml(key);
}

function writeEntry(
  lead: string,
  value: ManifestValue,
  indent: string,
  isQuoted: boolean,
): string {
  if (typeof value !== 'object')
    return `${lead} ${writeScalar(value, isQuoted)}\n`;
  if (Object.keys(value).length === 0)
    return `${lead} ${Array.isArray(value) ? '[]' : '{}'}\n`;
  return `${lead}\n${stringifyNode(value, `${indent}${INDENT}`, isQuoted)}`;
}

function stringifyItem(item: ManifestValue, indent: string): string {
  if (typeof item !== 'object')
    return `${indent}- ${writeScalar(item, false)}\n`;
  if (Object.keys(item).length === 0) {
    return `${indent}- ${Array.isArray(item) ? '[]' : '{}'}\n`;
  }
  const text = stringifyNode(item, `${indent}${INDENT}`, false);
  return `${indent}- ${text.slice(indent.length + INDENT.length)}`;
}

/**
 * Writes a map or list as YAML lines at an indentation.
 *
 * @internal
 */
export function stringifyNode(
  value: ManifestValue,
  indent: string,
  isQuoted: boolean,
): string {
  if (Array.isArray(value))
    return value.map(item => stringifyItem(item, indent)).join('');
  return Object.entries(value)
    .map(([key, item]) =>
      writeEntry(
        `${indent}${writeKey(key)}:`,
        item,
        indent,
        isQuoted || STRING_MAPS.has(key),
      ),
    )
    .join('');
}

/**
 * Writes one document. Annotation values are always in double quotes; other strings are, unless they are words that no
 * reader can take for anything else.
 *
 * @public
 */
export function stringifyManifest(document: {
  [key: string]: ManifestValue;
}): string {
  return stringifyNode(document, '', false);
}
