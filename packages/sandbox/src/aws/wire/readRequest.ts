import { AwsFault } from '../../world';
import { FormTree, numberedChildren } from './FormTree';
import {
  DEFAULT_ELEMENT_NAME,
  FormProtocolName,
  requestNameOf,
} from './protocol';
import { readScalar } from './readScalar';
import { ListShape, MapShape, Shape, StructureShape, ValueOf } from './shapes';

/**
 * Reads the parameters of a form.
 *
 * @throws AwsFault `InvalidParameterValue` for text that is no number or
 * boolean where one belongs.
 * @internal
 */
export function readRequest<TShape extends StructureShape>(
  protocol: FormProtocolName,
  shape: TShape,
  form: FormTree,
): ValueOf<TShape> {
  return readStructure(protocol, shape, form) as ValueOf<TShape>;
}

/** Names at the top of a form that the shape does not have. @internal */
export function unknownParameters(
  protocol: FormProtocolName,
  shape: StructureShape,
  form: FormTree,
): string[] {
  const known = new Set(
    Object.values(shape.members).map(member => requestNameOf(protocol, member)),
  );
  return [...form.children.keys()].filter(name => !known.has(name));
}

function readStructure(
  protocol: FormProtocolName,
  shape: StructureShape,
  node: FormTree,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    const value = readMember(
      protocol,
      member.shape,
      node,
      requestNameOf(protocol, member),
    );
    if (value !== undefined) result[name] = value;
  }
  return result;
}

function readMember(
  protocol: FormProtocolName,
  shape: Shape,
  parent: FormTree,
  wireName: string,
): unknown {
  const node = parent.children.get(wireName);
  if (!node) return undefined;
  return readShape(protocol, shape, node, wireName);
}

function readShape(
  protocol: FormProtocolName,
  shape: Shape,
  node: FormTree,
  name: string,
): unknown {
  switch (shape.type) {
    case 'structure':
      return readStructure(protocol, shape, node);
    case 'list':
      return readList(protocol, shape, node, name);
    case 'map':
      return readMap(protocol, shape, node, name);
    default:
      return node.text === undefined
        ? undefined
        : readScalar(shape, node.text, name);
  }
}

function readList(
  protocol: FormProtocolName,
  shape: ListShape,
  node: FormTree,
  name: string,
): unknown[] {
  const isWrapped = protocol === 'query' && !shape.isFlattened;
  const elementName = shape.elementName ?? DEFAULT_ELEMENT_NAME;
  const holder = isWrapped ? node.children.get(elementName) : node;
  return (holder ? numberedChildren(holder) : []).map(child =>
    readShape(protocol, shape.element, child, name),
  );
}

function readMap(
  protocol: FormProtocolName,
  shape: MapShape,
  node: FormTree,
  name: string,
): Record<string, unknown> {
  const holder = shape.isFlattened ? node : node.children.get('entry');
  const entries = (holder ? numberedChildren(holder) : []).map(entry => [
    entry.children.get(shape.keyName ?? 'key')?.text ?? '',
    readMember(protocol, shape.value, entry, shape.valueName ?? 'value'),
  ]);
  if (entries.some(([key]) => key === '')) {
    throw new AwsFault('MissingParameter', `An entry of ${name} has no key`);
  }
  return Object.fromEntries(entries);
}
