import { AnnotationCatalogue, AnnotationSpec } from '../catalogues';
import {
  parseGoBoolean,
  parseGoInteger,
  parseStringMap,
} from '../values/goParsers';
import { CatalogueRow } from './KnownAnnotations';

const quoteList = (values: readonly string[]) =>
  values.map(value => `"${value}"`).join(' or ');

function isListed(value: string, { allowed, ignoresCase }: AnnotationSpec) {
  return ignoresCase
    ? allowed?.some(word => word.toLowerCase() === value.toLowerCase())
    : allowed?.includes(value);
}

/** The controllers of AWS refuse what they can't read; all others take it for something else without a word. */
function isBoolean(value: string, { id }: AnnotationCatalogue): boolean {
  return id.startsWith('aws-')
    ? parseGoBoolean(value) !== undefined
    : /^(true|false)$/i.test(value);
}

function refuseInteger(value: string, { range }: AnnotationSpec) {
  const number = parseGoInteger(value.trim());
  if (number === undefined) return 'a whole number';
  const isOutside = range && (number < range[0] || number > range[1]);
  return isOutside ? `a number from ${range[0]} to ${range[1]}` : undefined;
}

function isJson(value: string): boolean {
  try {
    JSON.parse(value);
    return true;
  } catch {
    return false;
  }
}

function refuseByType(value: string, { spec, catalogue }: CatalogueRow) {
  switch (spec.type) {
    case 'boolean':
      return isBoolean(value, catalogue) ? undefined : '"true" or "false"';
    case 'integer':
      return refuseInteger(value, spec);
    case 'integer-or-name':
      return value.trim() === '' ? 'a number or a name' : undefined;
    case 'string-map':
      return parseStringMap(value) ? undefined : 'pairs such as "key=value"';
    case 'json':
      return isJson(value) ? undefined : 'JSON';
    default:
      return undefined;
  }
}

/**
 * What a controller expects in place of a value, in words; `undefined` where it takes the value.
 *
 * @internal
 */
export function refuseValue(
  value: string,
  row: CatalogueRow,
): string | undefined {
  const { spec, catalogue } = row;
  if (!spec.allowed) return refuseByType(value, row);
  const separator = spec.separator ?? catalogue.separator ?? ',';
  const parts =
    spec.type === 'string-list'
      ? value.split(separator).map(part => part.trim())
      : [value];
  return parts.every(part => isListed(part, spec))
    ? undefined
    : quoteList(spec.allowed);
}
