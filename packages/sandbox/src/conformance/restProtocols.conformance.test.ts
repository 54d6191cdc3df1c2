import { AwsFault } from '../world';
import type { Operation } from '../aws/server/Operation';
import { AnswerFrame, WireService } from '../aws/wire/Codec';
import { codecs } from '../aws/wire/codecs';
import { readJson } from '../aws/wire/jsonValues';
import { parseXml, readXmlValue } from '../aws/wire/readXml';
import { bind } from '../aws/wire/restRoutes';
import { StructureShape } from '../aws/wire/shapes';
import {
  filledIn,
  Given,
  ProtocolCase,
  structureOf,
  suitesOf,
  toOurs,
} from './__testUtils__/protocolSuites';
import { ModelShapes } from './__testUtils__/serviceModel';

const PROTOCOLS = ['rest-xml', 'json', 'rest-json'] as const;
type Protocol = (typeof PROTOCOLS)[number];

/** Headers that say nothing of the members. */
const FRAMING = [
  'content-type',
  'content-length',
  'x-amz-target',
  'x-amzn-requestid',
];

function operationOf(given: Given, shapes: ModelShapes): Operation {
  const { method = 'POST', requestUri = '/', responseCode } = given.http ?? {};
  return {
    action: given.name,
    http: bind(`${method} ${requestUri}`, responseCode),
    input: structureOf(shapes, given.input, 'member'),
    output: structureOf(shapes, given.output, 'member'),
    run: () => undefined,
  };
}

function serviceWith(protocol: Protocol, operation: Operation): WireService {
  return {
    protocol,
    version: '2000-01-01',
    xmlNamespace: 'https://example.com/',
    operations: new Map([[operation.action, operation]]),
  };
}

function frameOf(protocol: Protocol, operation: Operation): AnswerFrame {
  return {
    service: serviceWith(protocol, operation),
    action: operation.action,
    requestId: 'request-id',
  };
}

function lowerCase(headers: Record<string, string> = {}) {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  );
}

/** What is in a body, as a client would read it, led by the shape. */
function contentOf(
  protocol: Protocol,
  shape: StructureShape,
  body: string,
): unknown {
  const payload = shape.payload ? shape.members[shape.payload].shape : shape;
  if (!['structure', 'document'].includes(payload.type)) return body;
  if (protocol === 'rest-xml') return readXmlValue(payload, parseXml(body));
  return body === '' ? {} : readJson(payload, JSON.parse(body), 'the body');
}

/** A published value as ours is; a payload of bytes stays as it is on the wire. */
function toValue(
  shape: StructureShape,
  value: Record<string, unknown> = {},
): unknown {
  const { payload } = shape;
  const isBytes = payload && shape.members[payload].shape.type === 'blob';
  const converted = toOurs(shape, value);
  return isBytes && payload in value
    ? { ...Object(converted), [payload]: value[payload] }
    : converted;
}

/** Outside of a body, and of a body as a whole, nothing can say that it is empty. */
function withoutEmpty(
  { members, payload }: StructureShape,
  value: unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(Object(value)).filter(([name, part]) => {
      const isEmpty = ['[]', '{}', undefined].includes(JSON.stringify(part));
      return !isEmpty || !(members[name].location || payload === name);
    }),
  );
}

/** Cases of what no service has that the sandbox plays. */
function isPlayed(
  { id = '', given, shapes }: ProtocolCase,
  side: 'input' | 'output',
): boolean {
  // Compressed bodies, host names with a path, and answers with a query.
  if (/ContentEncoding|Gzip|HostWithPath|IgnoreQueryParams/.test(id)) {
    return false;
  }
  const members = Object.values(
    shapes[given[side]?.shape ?? '']?.members ?? {},
  );
  return !members.some(
    ({ shape, location, jsonvalue }) =>
      jsonvalue ||
      location === 'headers' ||
      location === 'statusCode' ||
      (location === 'querystring' && shapes[shape].type === 'map'),
  );
}

describe.each(PROTOCOLS)('%s requests', protocol => {
  const cases = suitesOf(protocol, 'input').filter(
    one => one.serialized && isPlayed(one, 'input'),
  );

  it.each(cases)('$title', ({ given, shapes, params, serialized }) => {
    const operation = operationOf(given, shapes);
    const service = serviceWith(protocol, operation);

    const incoming = codecs[protocol].open(service, {
      method: serialized?.method ?? 'POST',
      url: serialized?.uri ?? '/',
      headers: lowerCase(serialized?.headers),
      body: serialized?.body ?? '',
    });

    expect(incoming.action).toBe(given.name);
    const sent = { ...filledIn(shapes, given.input?.shape), ...params };
    const { input } = operation;
    expect(withoutEmpty(input, incoming.read())).toEqual(
      withoutEmpty(input, toValue(input, sent)),
    );
  });
});

describe.each(PROTOCOLS)('%s answers', protocol => {
  const cases = suitesOf(protocol, 'output').filter(
    one => one.result && isPlayed(one, 'output'),
  );

  it.each(cases)('$title', ({ given, shapes, result, response }) => {
    const operation = operationOf(given, shapes);
    const value = toValue(operation.output, result);

    const written = codecs[protocol].success(
      frameOf(protocol, operation),
      operation,
      value,
    );

    const read = (body: string) => contentOf(protocol, operation.output, body);
    expect(read(written.body)).toEqual(read(response?.body ?? ''));
    const headers = Object.entries(lowerCase(response?.headers));
    expect(written.headers).toMatchObject(
      Object.fromEntries(headers.filter(([name]) => !FRAMING.includes(name))),
    );
    expect(written.status).toBe(response?.status_code);
  });
});

describe.each(PROTOCOLS)('%s errors', protocol => {
  const cases = suitesOf(protocol, 'output').filter(
    ({ errorCode, errorMessage }) => errorCode && errorMessage,
  );

  it.each(cases)(
    '$title',
    ({ given, shapes, errorCode, errorMessage, response }) => {
      const operation = operationOf(given, shapes);
      const fault = new AwsFault(
        errorCode ?? '',
        errorMessage ?? '',
        response?.status_code,
      );

      const written = codecs[protocol].fault(
        frameOf(protocol, operation),
        fault,
      );

      expect(written.status).toBe(response?.status_code);
      const published = response?.body ?? '';
      for (const text of [errorCode ?? '', errorMessage ?? '']) {
        expect(`${JSON.stringify(written.headers)}${written.body}`).toContain(
          text,
        );
        expect(`${JSON.stringify(response?.headers)}${published}`).toContain(
          text,
        );
      }
    },
  );
});
