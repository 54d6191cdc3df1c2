import { readScalar } from './readScalar';
import { RouteMatch } from './restRoutes';
import { Member, ScalarShape, Shape, StructureShape } from './shapes';

/** A request as far as its members are outside of the body. @internal */
export interface LocatedRequest extends RouteMatch {
  headers: Record<string, string | string[] | undefined>;
}

/**
 * Reads the members that are in the path, the query and the headers.
 *
 * @internal
 */
export function readLocations(
  shape: StructureShape,
  request: LocatedRequest,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    const value = readLocated(member, request);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

function readLocated(
  { location, shape, wireName }: Member,
  { labels, query, headers }: LocatedRequest,
): unknown {
  switch (location) {
    case 'uri':
      return readText(shape, labels[wireName], wireName);
    case 'querystring':
      return shape.type === 'list'
        ? readTexts(shape.element, query.getAll(wireName), wireName)
        : readText(shape, query.get(wireName) ?? undefined, wireName);
    case 'header': {
      const text = [headers[wireName.toLowerCase()]].flat()[0];
      return shape.type === 'list'
        ? readTexts(shape.element, splitHeader(shape.element, text), wireName)
        : readText(shape, text, wireName);
    }
    default:
      return undefined;
  }
}

function readText(shape: Shape, text: string | undefined, name: string) {
  return text === undefined
    ? undefined
    : readScalar(shape as ScalarShape, text, name);
}

function readTexts(shape: Shape, texts: string[], name: string) {
  return texts.length === 0
    ? undefined
    : texts.map(text => readText(shape, text, name));
}

/** Dates of headers have a comma of their own; texts with one stand in quotes. */
function splitHeader(element: Shape, text: string | undefined): string[] {
  if (!text) return [];
  const parts =
    element.type === 'timestamp'
      ? text.match(/[^,]+,[^,]+/g) ?? []
      : text.match(/"(?:[^"\\]|\\.)*"|[^,\s][^,]*/g) ?? [];
  return parts.map(part =>
    part
      .trim()
      .replace(/^"(.*)"$/, '$1')
      .replace(/\\(.)/g, '$1'),
  );
}

/** The headers that members of an answer stand for. @internal */
export function writeHeaders(
  shape: StructureShape,
  value: Record<string, unknown>,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(shape.members)
      .filter(
        ([name, { location }]) =>
          location === 'header' && value[name] !== undefined,
      )
      .map(([name, member]) => [
        member.wireName.toLowerCase(),
        headerText(member, value[name]),
      ]),
  );
}

function headerText(
  { shape, timestampFormat }: Member,
  value: unknown,
): string {
  if (Array.isArray(value) && shape.type === 'list') {
    return value
      .map(part => scalarText(shape.element, part))
      .map(part =>
        shape.element.type === 'string' && /[",]/.test(part)
          ? `"${part.replace(/["\\]/g, '\\$&')}"`
          : part,
      )
      .join(', ');
  }
  return scalarText(
    shape.type === 'timestamp' && timestampFormat
      ? { ...shape, timestampFormat }
      : shape,
    value,
  );
}

function scalarText(shape: Shape, value: unknown): string {
  if (!(value instanceof Date) || shape.type !== 'timestamp') {
    return String(value);
  }
  if (shape.timestampFormat === 'iso8601') {
    return value.toISOString().replace('.000Z', 'Z');
  }
  if (shape.timestampFormat === 'unixTimestamp') {
    return String(value.getTime() / 1000);
  }
  return value.toUTCString();
}
