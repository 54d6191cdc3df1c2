import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { AwsFault } from '../../world';
import { DEFAULT_ELEMENT_NAME } from './protocol';
import { readScalar } from './readScalar';
import { ListShape, MapShape, Shape, StructureShape } from './shapes';

/** An element of an XML document. @internal */
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
  // References by number are among them, which clients write for line ends.
  htmlEntities: true,
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

/**
 * Parses a document; the answer is its root element, empty for no document.
 *
 * @throws AwsFault `MalformedXML` for what is no XML.
 * @internal
 */
export function parseXml(document: string): XmlElement {
  if (document !== '') {
    const validity = XMLValidator.validate(document);
    if (validity !== true) {
      throw new AwsFault('MalformedXML', validity.err.msg);
    }
  }
  const nodes = parser.parse(document) as ParsedNode[];
  const [root] = nodes.flatMap(toElement);
  return root ?? { name: '', attributes: {}, children: [], text: '' };
}

/**
 * Reads the members of a structure that are in an element, led by the shape.
 *
 * @internal
 */
export function readElement(
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
        : readXmlValue(inner, found[0]);
    }
  }
  return result;
}

function readFlattened(shape: Shape, elements: XmlElement[]): unknown {
  if (shape.type === 'map') return readEntries(shape, elements);
  if (shape.type !== 'list') return undefined;
  return elements.map(element => readXmlValue(shape.element, element));
}

/** Reads a value from its own element. @internal */
export function readXmlValue(shape: Shape, element: XmlElement): unknown {
  switch (shape.type) {
    case 'structure':
      return readElement(shape, element);
    case 'list':
      return readList(shape, element);
    case 'map':
      return readEntries(shape, element.children);
    default:
      return readScalar(shape, element.text, element.name);
  }
}

function readList(shape: ListShape, element: XmlElement): unknown[] {
  const name = shape.elementName ?? DEFAULT_ELEMENT_NAME;
  return element.children
    .filter(child => child.name === name)
    .map(child => readXmlValue(shape.element, child));
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
      return [key?.text, value && readXmlValue(shape.value, value)];
    }),
  );
}
