import { invalidValue, readScalar } from './readScalar';
import { ScalarShape, Shape, StructureShape } from './shapes';

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * Reads a value of a JSON document, led by the shape. What is null is absent.
 *
 * @throws AwsFault `InvalidParameterValue` for a value of another type.
 * @internal
 */
export function readJson(shape: Shape, value: unknown, name: string): unknown {
  if (value === null || value === undefined) return undefined;
  switch (shape.type) {
    case 'document':
      return value;
    case 'structure':
      if (!isRecord(value)) throw invalidValue(value, name, 'an object');
      return readJsonMembers(shape, value);
    case 'list':
      if (!Array.isArray(value)) throw invalidValue(value, name, 'a list');
      return value.map(part => readJson(shape.element, part, name));
    case 'map':
      if (!isRecord(value)) throw invalidValue(value, name, 'an object');
      return Object.fromEntries(
        Object.entries(value)
          .map(([key, part]) => [key, readJson(shape.value, part, key)])
          .filter(([, part]) => part !== undefined),
      );
    default:
      return readJsonScalar(shape, value, name);
  }
}

function readJsonScalar(
  shape: ScalarShape,
  value: unknown,
  name: string,
): unknown {
  const isNumber = shape.type === 'integer' || shape.type === 'float';
  if (isNumber && typeof value === 'number') return value;
  if (shape.type === 'boolean' && typeof value === 'boolean') return value;
  if (shape.type === 'timestamp' && typeof value === 'number') {
    return new Date(value * 1000);
  }
  // Numbers that JSON does not have come as texts.
  if (typeof value === 'string' && shape.type !== 'boolean') {
    return readScalar(shape, value, name);
  }
  throw invalidValue(value, name, `a ${shape.type}`);
}

/** Reads the members of a structure that are in an object. @internal */
export function readJsonMembers(
  shape: StructureShape,
  record: Record<string, unknown>,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    if (member.location) continue;
    const value = readJson(
      member.shape,
      record[member.wireName],
      member.wireName,
    );
    if (value !== undefined) result[name] = value;
  }
  return result;
}

/** The same value as JSON has it, led by the shape. @internal */
export function toJson(shape: Shape, value: unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (shape.type === 'structure' && isRecord(value)) {
    return toJsonMembers(shape, value);
  }
  if (shape.type === 'list' && Array.isArray(value)) {
    return value.map(part => toJson(shape.element, part));
  }
  if (shape.type === 'map' && isRecord(value)) {
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key,
        toJson(shape.value, part),
      ]),
    );
  }
  if (shape.type === 'timestamp' && value instanceof Date) {
    return toJsonTime(shape, value);
  }
  if (shape.type === 'float' && !Number.isFinite(value)) return String(value);
  return value;
}

function toJsonTime(shape: ScalarShape, value: Date): unknown {
  if (shape.timestampFormat === 'iso8601') return value.toISOString();
  if (shape.timestampFormat === 'rfc822') return value.toUTCString();
  return value.getTime() / 1000;
}

/** The members of a structure that are in the body, as JSON has them. @internal */
export function toJsonMembers(
  shape: StructureShape,
  record: Record<string, unknown>,
): Record<string, unknown> {
  const result: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(shape.members)) {
    if (member.location) continue;
    const inner = member.timestampFormat
      ? { ...member.shape, timestampFormat: member.timestampFormat }
      : member.shape;
    const value = toJson(inner, record[name]);
    if (value !== undefined) result[member.wireName] = value;
  }
  return result;
}
