import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ProtocolName } from '../../aws/wire/protocol';
import { Shape, StructureShape } from '../../aws/wire/shapes';
import { fixturesFolder, readFixture } from './fixtures';
import { FlattenedNaming, ModelShapes, toStructure } from './serviceModel';

/** An operation of the published protocol tests. */
export interface Given {
  name: string;
  http?: { method: string; requestUri: string; responseCode?: number };
  input?: { shape: string };
  output?: { shape: string; resultWrapper?: string };
}

interface Suite {
  description: string;
  shapes: ModelShapes;
  cases: {
    id?: string;
    description?: string;
    given: Given;
    params?: Record<string, unknown>;
    serialized?: {
      method?: string;
      uri?: string;
      headers?: Record<string, string>;
      body?: string;
    };
    result?: Record<string, unknown>;
    errorCode?: string;
    errorMessage?: string;
    response?: {
      status_code: number;
      headers?: Record<string, string>;
      body?: string;
    };
  }[];
}

const EMPTY: StructureShape = { type: 'structure', members: {} };

/** The cases of the published protocol tests, the older ones too. */
export function suitesOf(protocol: ProtocolName, kind: 'input' | 'output') {
  const folder = 'aws/wire/botocore-protocol-tests';
  const parts = [kind, `legacy-${kind}`].filter(part =>
    existsSync(join(fixturesFolder(), folder, part, `${protocol}.json`)),
  );
  return parts.flatMap(part =>
    readFixture<Suite[]>(`${folder}/${part}/${protocol}.json`).flatMap(
      ({ description, shapes, cases }) =>
        cases.map((one, index) => ({
          ...one,
          shapes,
          naming: part === kind ? ('member' as const) : ('element' as const),
          title: `${part}/${protocol}: ${one.id ?? `${description} ${index}`}`,
        })),
    ),
  );
}

/**
 * Published values as ours are: moments are dates, bytes are base64 text, and
 * numbers that JSON does not have are numbers.
 */
export function toOurs(shape: Shape, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
  if (shape.type === 'document') return value;
  if (shape.type === 'float') return Number(value);
  if (shape.type === 'blob') {
    return Buffer.from(String(value)).toString('base64');
  }
  if (shape.type === 'timestamp') {
    return new Date(typeof value === 'number' ? value * 1000 : String(value));
  }
  if (shape.type === 'list' && Array.isArray(value)) {
    return value.map(part => toOurs(shape.element, part));
  }
  if (shape.type === 'map' && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([key, part]) => [
        key,
        toOurs(shape.value, part),
      ]),
    );
  }
  if (shape.type === 'structure' && typeof value === 'object') {
    return Object.fromEntries(
      Object.entries(value).map(([name, part]) => [
        name,
        toOurs(shape.members[name].shape, part),
      ]),
    );
  }
  return value;
}

/** What a client sends for members that it fills in by itself. */
export function filledIn(shapes: ModelShapes, name: string | undefined) {
  const members = Object.entries(shapes[name ?? '']?.members ?? {});
  return Object.fromEntries(
    members
      .filter(([, { idempotencyToken }]) => idempotencyToken)
      .map(([member]) => [member, '00000000-0000-4000-8000-000000000000']),
  );
}

/** The shape of a reference; without one, a structure without members. */
export function structureOf(
  shapes: ModelShapes,
  reference: { shape: string } | undefined,
  naming: FlattenedNaming,
): StructureShape {
  return reference ? toStructure(shapes, reference.shape, naming) : EMPTY;
}

/** One case, with the shapes that it speaks of. */
export type ProtocolCase = ReturnType<typeof suitesOf>[number];
