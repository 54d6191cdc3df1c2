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
    const value = readLocated(member, request, shape);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

function readLocated(
  { location, shape, wireName }: Member,
  { labels, query, headers }: LocatedRequest,
  parent: StructureShape,
): unknown {
  switch (location) {
    case 'uri':
      return readText(shape, labels[wireName], wireName);
    case 'querystring':
      if (shape.type === 'map') return readQueryMap(shape.value, query, parent);
      return shape.type === 'list'
        ? readTexts(shape.element, query.getAll(wireName), wireName)
        : readText(shape, query.get(wireName) ?? undefined, wireName);
    case 'header': {
      const text = [headers[wireName.toLowerCase()]].flat()[0];
      return shape.type === 'list'
        ? readTexts(shape.element, splitHeader(shape.element, text), wireName)
        : readText(shape, text, wireName);
    }
    case 'headers':
      return readPrefixed(wireName, headers);
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

/** All of the query that no other member takes. */
function readQueryMap(
  value: Shape,
  query: URLSearchParams,
  { members }: StructureShape,
): Record<string, unknown> {
  const taken = new Set(
    Object.values(members)
      .filter(({ location, shape }) => {
        return location === 'querystring' && shape.type !== 'map';
      })
      .map(({ wireName }) => wireName),
  );
  const names = [...new Set(query.keys())].filter(name => !taken.has(name));
  return Object.fromEntries(
    names.map(name => [
      name,
      value.type === 'list' ? query.getAll(name) : query.get(name),
    ]),
  );
}

function readPrefixed(
  prefix: string,
  headers: LocatedRequest['headers'],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name.startsWith(prefix.toLowerCase()))
      .map(([name, value]) => [
        name.slice(prefix.length),
        [value].flat().join(','),
      ]),
  );
}

/** The headers and the status that members of an answer stand for. @internal */
export function writeLocations(
  shape: StructureShape,
  value: Record<string, unknown>,
): { headers: Record<string, string>; status?: number } {
  const headers: Record<string, string> = {};
  let status: number | undefined;
  for (const [name, member] of Object.entries(shape.members)) {
    const part = value[name];
    if (part === undefined) continue;
    if (member.location === 'header') {
      headers[member.wireName.toLowerCase()] = headerText(member, part);
    } else if (member.location === 'headers') {
      for (const [key, text] of Object.entries(part as object)) {
        headers[`${member.wireName}${key}`.toLowerCase()] = String(text);
      }
    } else if (member.location === 'statusCode') status = Number(part);
  }
  return { headers, status };
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
  if (shape.timestampFormat === 'iso8601') return value.toISOString();
  if (shape.timestampFormat === 'unixTimestamp') {
    return String(value.getTime() / 1000);
  }
  return value.toUTCString();
}
