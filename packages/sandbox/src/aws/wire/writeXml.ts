import { DEFAULT_ELEMENT_NAME } from './protocol';
import {
  ListShape,
  MapShape,
  Member,
  ScalarShape,
  Shape,
  StructureShape,
  TimestampFormat,
  XmlNamespace,
} from './shapes';

/**
 * Makes text safe inside an element or a quoted attribute. What XML 1.0 cannot
 * hold at all becomes U+FFFD.
 *
 * @internal
 */
export function escapeXml(value: string): string {
  return value
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\r/g, '&#xD;')
    .replace(
      /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,
      '\ufffd',
    );
}

/**
 * Writes the members of a structure as elements, in the order of the shape.
 *
 * @internal
 */
export function writeMembers(shape: StructureShape, value: unknown): string {
  const record = toRecord(value);
  let xml = '';
  for (const [name, member] of Object.entries(shape.members)) {
    const part = record[name];
    if (part !== undefined && !member.isAttribute) {
      xml += writeMember(member, part);
    }
  }
  return xml;
}

/**
 * Writes a structure as a document of its own.
 *
 * @internal
 */
export function writeDocument(
  root: { name: string; shape: StructureShape },
  value: unknown,
  namespace: XmlNamespace,
): string {
  const element = writeElement(root.shape, root.name, value, namespace);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${element}`;
}

function writeMember(member: Member, value: unknown): string {
  const { shape, wireName } = member;
  if (shape.type === 'list' && shape.isFlattened) {
    return toArray(value)
      .map(part => writeElement(shape.element, wireName, part))
      .join('');
  }
  if (shape.type === 'map' && shape.isFlattened) {
    return writeEntries(shape, wireName, value);
  }
  const format = member.timestampFormat;
  const withFormat =
    format && shape.type === 'timestamp'
      ? { ...shape, timestampFormat: format }
      : shape;
  return writeElement(withFormat, wireName, value, member.xmlNamespace);
}

function writeElement(
  shape: Shape,
  name: string,
  value: unknown,
  namespace?: XmlNamespace,
): string {
  const attributes =
    (namespace ? writeNamespace(namespace) : '') +
    (shape.type === 'structure' ? writeAttributes(shape, value) : '');
  const content = writeContent(shape, value);
  return content === ''
    ? `<${name}${attributes}/>`
    : `<${name}${attributes}>${content}</${name}>`;
}

function writeContent(shape: Shape, value: unknown): string {
  switch (shape.type) {
    case 'structure':
      return writeMembers(shape, value);
    case 'list':
      return writeList(shape, value);
    case 'map':
      return writeEntries(shape, 'entry', value);
    default:
      return escapeXml(writeScalar(shape, value));
  }
}

function writeList(shape: ListShape, value: unknown): string {
  const name = shape.elementName ?? DEFAULT_ELEMENT_NAME;
  return toArray(value)
    .map(part => writeElement(shape.element, name, part))
    .join('');
}

function writeEntries(shape: MapShape, name: string, value: unknown): string {
  return Object.entries(toRecord(value))
    .map(([key, part]) => {
      const keyXml = writeElement(shape.key, shape.keyName ?? 'key', key);
      const valueXml = writeElement(
        shape.value,
        shape.valueName ?? 'value',
        part,
      );
      return `<${name}>${keyXml}${valueXml}</${name}>`;
    })
    .join('');
}

function writeScalar(shape: ScalarShape, value: unknown): string {
  return value instanceof Date
    ? writeTimestamp(value, shape.timestampFormat ?? 'iso8601')
    : String(value);
}

function writeTimestamp(value: Date, format: TimestampFormat): string {
  if (format === 'unixTimestamp') return String(value.getTime() / 1000);
  return format === 'rfc822' ? value.toUTCString() : value.toISOString();
}

function writeNamespace({ prefix, uri }: XmlNamespace): string {
  return ` xmlns${prefix ? `:${prefix}` : ''}="${escapeXml(uri)}"`;
}

function writeAttributes(shape: StructureShape, value: unknown): string {
  const record = toRecord(value);
  return Object.entries(shape.members)
    .filter(([name, member]) => member.isAttribute && name in record)
    .map(
      ([name, member]) =>
        ` ${member.wireName}="${escapeXml(String(record[name]))}"`,
    )
    .join('');
}

function toRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

function toArray(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
