import { faultBody, successBody } from '../aws/wire/answers';
import { parseForm } from '../aws/wire/FormTree';
import { ProtocolName } from '../aws/wire/protocol';
import { readRequest } from '../aws/wire/readRequest';
import { Shape, StructureShape } from '../aws/wire/shapes';
import { AwsFault } from '../world';
import { readFixture } from './__testUtils__/fixtures';
import { parseXml, readElement, XmlElement } from '../aws/wire/readXml';
import {
  FlattenedNaming,
  ModelShapes,
  toStructure,
} from './__testUtils__/serviceModel';

interface Given {
  name: string;
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
    serialized?: { body?: string };
    result?: Record<string, unknown>;
    errorCode?: string;
    errorMessage?: string;
    response?: { status_code: number; body: string };
  }[];
}

const EMPTY: StructureShape = { type: 'structure', members: {} };

function suitesOf(protocol: ProtocolName, kind: 'input' | 'output') {
  const folder = 'aws/wire/botocore-protocol-tests';
  return [kind, `legacy-${kind}`].flatMap(part =>
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
function toOurs(shape: Shape, value: unknown): unknown {
  if (value === null || value === undefined) return undefined;
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
function filledIn(shapes: ModelShapes, name: string | undefined) {
  const members = Object.entries(shapes[name ?? '']?.members ?? {});
  return Object.fromEntries(
    members
      .filter(([, { idempotencyToken }]) => idempotencyToken)
      .map(([member]) => [member, '00000000-0000-4000-8000-000000000000']),
  );
}

/** A form cannot say that a map is empty, and EC2's not that a list is. */
function withoutEmpty(
  protocol: ProtocolName,
  value: Record<string, unknown>,
): Record<string, unknown> {
  const isUnsayable = (part: unknown) =>
    Array.isArray(part)
      ? protocol === 'ec2' && part.length === 0
      : JSON.stringify(part) === '{}';
  return Object.fromEntries(
    Object.entries(value).filter(([, part]) => !isUnsayable(part)),
  );
}

function structureOf(
  shapes: ModelShapes,
  reference: { shape: string } | undefined,
  naming: FlattenedNaming,
): StructureShape {
  return reference ? toStructure(shapes, reference.shape, naming) : EMPTY;
}

/** The element with the members: within a wrapper in the query protocol. */
function resultElement(root: XmlElement): XmlElement {
  return root.children.find(({ name }) => name.endsWith('Result')) ?? root;
}

describe.each(['ec2', 'query'] as const)('%s requests', protocol => {
  // The few without a body concern compression, which is HTTP's own.
  const withBody = suitesOf(protocol, 'input').filter(
    ({ serialized }) => serialized?.body !== undefined,
  );

  it.each(withBody)(
    '$title',
    ({ given, shapes, naming, params, serialized }) => {
      const shape = structureOf(shapes, given.input, naming);

      const read = readRequest(
        protocol,
        shape,
        parseForm(serialized?.body ?? ''),
      );

      const sent = { ...filledIn(shapes, given.input?.shape), ...params };
      expect(read).toEqual(toOurs(shape, withoutEmpty(protocol, sent)));
    },
  );
});

describe.each(['ec2', 'query'] as const)('%s answers', protocol => {
  const results = suitesOf(protocol, 'output').filter(({ result }) => result);

  it.each(results)('$title', ({ given, shapes, naming, result, response }) => {
    const shape = structureOf(shapes, given.output, naming);
    const value = toOurs(shape, result);
    const published = parseXml(response?.body ?? '');
    const frame = {
      protocol,
      action: given.name,
      xmlNamespace: 'https://example.com/',
      requestId: 'request-id',
    };

    const written = parseXml(successBody(frame, shape, value));

    const readPublished = readElement(shape, resultElement(published));
    expect(readPublished).toEqual(value);
    const own = resultElement(written);
    expect(readElement(shape, own)).toEqual(value);
    expect(written.name).toBe(`${given.name}Response`);
  });
});

describe.each(['ec2', 'query'] as const)('%s errors', protocol => {
  const errors = suitesOf(protocol, 'output').filter(
    ({ errorCode, errorMessage }) => errorCode && errorMessage,
  );

  function codeAndMessage(element: XmlElement): string[] {
    const own = ['Code', 'Message'].includes(element.name)
      ? [`${element.name}=${element.text}`]
      : [];
    return [...own, ...element.children.flatMap(codeAndMessage)];
  }

  function pathOfCode(element: XmlElement): string | undefined {
    if (element.name === 'Code') return 'Code';
    const inner = element.children.map(pathOfCode).find(Boolean);
    return inner && `${element.name}/${inner}`;
  }

  it.each(errors)('$title', ({ errorCode, errorMessage, response }) => {
    const body = faultBody(
      {
        protocol,
        xmlNamespace: 'https://example.com/',
        requestId: 'request-id',
      },
      new AwsFault(errorCode ?? '', errorMessage ?? '', response?.status_code),
    );

    const published = parseXml(response?.body ?? '');
    const written = parseXml(body);
    expect(pathOfCode(written)).toBe(pathOfCode(published));
    expect(codeAndMessage(written)).toEqual(codeAndMessage(published));
  });
});
