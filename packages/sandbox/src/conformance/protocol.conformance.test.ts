import { faultBody, successBody } from '../aws/wire/answers';
import { parseForm } from '../aws/wire/FormTree';
import { FormProtocolName } from '../aws/wire/protocol';
import { readRequest } from '../aws/wire/readRequest';
import { AwsFault } from '../world';
import {
  filledIn,
  structureOf,
  suitesOf,
  toOurs,
} from './__testUtils__/protocolSuites';
import { parseXml, readElement, XmlElement } from '../aws/wire/readXml';

/** A form cannot say that a map is empty, and EC2's not that a list is. */
function withoutEmpty(
  protocol: FormProtocolName,
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
