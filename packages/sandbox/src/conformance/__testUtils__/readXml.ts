import { XMLParser } from 'fast-xml-parser';
import { DEFAULT_ELEMENT_NAME } from '../../aws/wire/protocol';
import {
  ListShape,
  MapShape,
  Shape,
  StructureShape,
} from '../../aws/wire/shapes';

/** An element of an XML document. */
export interface XmlElement {
  name: string;
  attributes: Record<string, string>;
  children: XmlElement[];
  text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  ignoreDeclaration: true,
});

type ParsedNode = Record<string, unknown>;

function toElement(node: ParsedNode): XmlElement[] {
  const name = Object.keys(node).find(key => key !== ':@');
  if (!name || name === '#text') return [];
  const content = node[name] as ParsedNode[];
  return [
    {
      name,
      attributes: (node[':@'] ?? {}) as Record<string, string>,
      children: content.flatMap(toElement),
      text: content.map(child => String(child['#text'] ?? '')).join(''),
    },
  ];
}

/** Parses a document; the answer is its root element, empty for no document. */
export function parseXml(document: string): XmlElement {
  const nodes = parser.parse(document) as ParsedNode[];
  const [root] = nodes.flatMap(toElement);
  return root ?? { name: '', attributes: {}, children: [], text: '' };
}

/**
 * Reads a value as a client would, led by the shape. The tests prove it on
 * published bodies before they read the sandbox's own with it.
 */
export function readStructure(
  shape: StructureShape,
  element: XmlElement,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    const { shape: inner, wireName } = member;
    const isFlattened = 'isFlattened' in inner && inner.isFlattened;
    const found = element.children.filter(child => child.name === wireName);
    if (member.isAttribute && wireName in element.attributes) {
      result[name] = element.attributes[wireName];
    } else if (found.length > 0) {
      result[name] = isFlattened
        ? readFlattened(inner, found)
        : readShape(inner, found[0]);
    }
  }
  return result;
}

function readFlattened(shape: Shape, elements: XmlElement[]): unknown {
  if (shape.type === 'map') return readEntries(shape, elements);
  if (shape.type !== 'list') return undefined;
  return elements.map(element => readShape(shape.element, element));
}

function readShape(shape: Shape, element: XmlElement): unknown {
  switch (shape.type) {
    case 'structure':
      return readStructure(shape, element);
    case 'list':
      return readList(shape, element);
    case 'map':
      return readEntries(shape, element.children);
    case 'boolean':
      return element.text === 'true';
    case 'integer':
    case 'float':
      return Number(element.text);
    case 'timestamp':
      return toDate(element.text);
    default:
      return element.text;
  }
}

function readList(shape: ListShape, element: XmlElement): unknown[] {
  const name = shape.elementName ?? DEFAULT_ELEMENT_NAME;
  return element.children
    .filter(child => child.name === name)
    .map(child => readShape(shape.element, child));
}

function readEntries(
  shape: MapShape,
  entries: XmlElement[],
): Record<string, unknown> {
  return Object.fromEntries(
    entries.map(({ children }) => {
      const key = children.find(one => one.name === (shape.keyName ?? 'key'));
      const value = children.find(
        one => one.name === (shape.valueName ?? 'value'),
      );
      return [key?.text, value && readShape(shape.value, value)];
    }),
  );
}

function toDate(text: string): Date {
  const isSeconds = /^-?\d+(\.\d+)?$/.test(text);
  return new Date(isSeconds ? Number(text) * 1000 : text);
}
