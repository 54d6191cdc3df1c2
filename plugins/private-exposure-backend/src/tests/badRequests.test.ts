import { TestDatabases } from '@backstage/backend-test-utils';
import request from 'supertest';
import { as, startPlugin } from '../__testUtils__/startPlugin';
import { spec } from '../schema/openapi.generated';

/*
 * Sends every field of the OpenAPI document as it must not be, one at a time: the answer must name the field.
 */
jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

interface Schema {
  $ref?: string;
  type?: string;
  enum?: readonly string[];
  maxLength?: number;
  properties?: Record<string, Schema>;
  required?: readonly string[];
}
interface Operation {
  parameters?: readonly Parameter[];
  requestBody?: { content: { 'application/json': { schema: Schema } } };
}
interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  schema: Schema;
}
interface BadRequest {
  title: string;
  method: 'get' | 'post';
  path: string;
  query?: Record<string, string>;
  headers?: Record<string, string>;
  body?: object;
  /** What the message must contain. */
  field: string;
}

/** Bodies that are in order. */
const bodies: Record<string, object> = {
  '/v1/exposures/by-entity-refs': { entityRefs: ['component:default/ledger'] },
  '/v1/connections/{connectionId}/decisions': {
    verdict: 'approve',
    reason: 'Globex signed the contract.',
    seen: { state: 'pending' },
  },
  '/v1/changes': {
    entityRef: 'component:default/payments',
    purpose: 'expose',
    url: 'https://github.com/acme/payments/pull/1',
    title: 'Expose payments',
  },
};

function resolve<T extends { $ref?: string }>(value: T): T {
  if (value.$ref === undefined) return value;
  return value.$ref
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (within, key) => (within as Record<string, unknown>)[key],
      spec,
    ) as T;
}

/** What the query of a path needs besides what is wrong with it. */
const queries: Record<string, Record<string, string>> = {
  '/v1/entities/{kind}/{namespace}/{name}/manifest-service': {
    path: 'k8s/ledger.yaml',
    serviceName: 'ledger',
    serviceNamespace: 'pay',
  },
};

/** A text that the schema does not allow, or undefined if every text is fine. */
function badText(schema: Schema): string | undefined {
  const { type, enum: words, maxLength } = resolve(schema);
  if (words) return 'moat';
  if (type === 'integer') return 'many';
  return maxLength === undefined ? undefined : 'x'.repeat(maxLength + 1);
}

function badParameters(
  parameter: Parameter,
  at: Pick<BadRequest, 'method' | 'path' | 'query' | 'body'>,
): BadRequest[] {
  const { name, in: place } = parameter;
  const text = badText(parameter.schema);
  if (text === undefined) return [];
  const bad = { ...at, title: `${place} ${name}`, field: name };
  switch (place) {
    case 'path':
      return [{ ...bad, path: at.path.replace(`{${name}}`, text) }];
    case 'header':
      return [{ ...bad, headers: { [name]: text } }];
    default:
      return [{ ...bad, query: { ...at.query, [name]: text } }];
  }
}

/** Each field missing, of another type, and one too many, down to the last object. */
function badBodies(
  schema: Schema,
  good: object,
  place = '',
): { title: string; field: string; body: object }[] {
  const { properties = {}, required = [] } = resolve(schema);
  const colour = `${place}colour`;
  const nested = Object.entries(properties).flatMap(([name, inner]) => {
    const field = `${place}${name}`;
    const { [name]: own, ...others } = good as Record<string, object>;
    const isObject = resolve(inner).type === 'object';
    const wrong = { ...good, [name]: isObject ? 'text' : { odd: 1 } };
    return [
      { title: `wrong ${field}`, field, body: wrong },
      ...(required.includes(name)
        ? [{ title: `no ${field}`, field: name, body: others }]
        : []),
      ...(isObject
        ? badBodies(inner, own, `${field}/`).map(bad => ({
            ...bad,
            body: { ...good, [name]: bad.body },
          }))
        : []),
    ];
  });
  return [
    { title: `unknown ${colour}`, field: colour, body: { ...good, colour: 1 } },
    ...nested,
  ];
}

function badRequestsOf(
  path: string,
  method: 'get' | 'post',
  operation: Operation,
): BadRequest[] {
  const body = bodies[path];
  const query = queries[path];
  const at = { method, path, query, body };
  const parameters = (operation.parameters ?? []).map(resolve);
  const schema = operation.requestBody?.content['application/json'].schema;
  return [
    ...parameters.flatMap(parameter => badParameters(parameter, at)),
    {
      ...at,
      title: 'unknown query colour',
      query: { ...query, colour: 'red' },
      field: 'colour',
    },
    ...(schema ? badBodies(schema, body).map(bad => ({ ...at, ...bad })) : []),
    ...(schema
      ? [{ ...at, title: 'no body', body: undefined, field: 'body' }]
      : []),
  ].map(bad => ({
    ...bad,
    title: `${method} ${path}: ${bad.title}`,
    path: bad.path.replace(/\{\w+\}/g, 'x'),
  }));
}

const badRequests = Object.entries(spec.paths).flatMap(([path, operations]) =>
  Object.entries(operations).flatMap(([method, operation]) =>
    badRequestsOf(path, method as 'get' | 'post', operation as Operation),
  ),
);

describe('a request that the document does not allow', () => {
  let world: Awaited<ReturnType<typeof startPlugin>>;
  beforeAll(async () => {
    world = await startPlugin({ knex: await databases.init('SQLITE_3') });
  });
  afterAll(() => world.stop());

  it.each(badRequests)('$title is refused by name', async bad => {
    const response = await request(world.server)
      [bad.method](`/api/private-exposure${bad.path}`)
      .query(bad.query ?? {})
      .set('idempotency-key', 'click-000001')
      .set(bad.headers ?? {})
      .set('authorization', as('user:default/petra'))
      .send(bad.body);

    expect(response.status).toBe(400);
    expect(response.body.error.message.toLowerCase()).toContain(
      bad.field.toLowerCase(),
    );
  });
});
