import { answeringClients } from '../__testUtils__/answeringClients';
import { isNotFound } from './errors';
import { listAll, listAnswers } from './listPages';

const { signal } = new AbortController();
const ROOT =
  'https://management.azure.com/subscriptions/11111111-cccc-4000-8000-000000000001';
const SITE = `${ROOT.replace(
  'https://management.azure.com',
  '',
)}/resourceGroups/rg/providers/Microsoft.Web/sites/shop`;

type Clients = ReturnType<typeof answeringClients>;

const listServices = (clients: Clients): Promise<unknown[]> =>
  listAll(
    list => clients.network.privateLinkServices.listBySubscription(list),
    signal,
  );

async function listServicesAsSent(clients: Clients): Promise<unknown[]> {
  const items: unknown[] = [];
  const pages = listAnswers(
    list => clients.network.privateLinkServices.listBySubscription(list),
    signal,
  );
  for await (const page of pages) items.push(...page);
  return items;
}

describe.each([
  { items: 'models of the SDK', list: listServices },
  { items: 'what was sent', list: listServicesAsSent },
])('listings of $items', ({ list }) => {
  it('are read to the last page', async () => {
    const clients = answeringClients(({ url }) => ({
      body: url.includes('page=2')
        ? { value: [{ name: 'b' }] }
        : { value: [{ name: 'a' }], nextLink: `${ROOT}/more?page=2` },
    }));

    expect(await list(clients)).toMatchObject([{ name: 'a' }, { name: 'b' }]);
  });

  it.each([
    ['no list', {}],
    ['an HTML page', '<html>Sign in</html>'],
    ['half an answer', '{"value":[{"name":"a"}'],
    ['a link to itself', { value: [], nextLink: `${ROOT}/more` }],
    ['a link to another host', { value: [], nextLink: 'https://evil.example' }],
  ])('are not taken for complete with %s', async (_, body) => {
    const listing = list(answeringClients(() => ({ body })));

    await expect(listing).rejects.toMatchObject({
      name: 'AzureUnreadableAnswerError',
      message: expect.stringContaining('proxy or gateway'),
    });
  });

  it('are not read for ever where the links go round', async () => {
    const clients = answeringClients(({ url }) => ({
      body: {
        value: [],
        nextLink: `${ROOT}/more?page=${url.includes('page=2') ? 1 : 2}`,
      },
    }));

    await expect(list(clients)).rejects.toThrow('its next link leads back');
  });

  it('send no token to another host', async () => {
    const hosts: string[] = [];
    const clients = answeringClients(({ url }) => {
      hosts.push(new URL(url).host);
      return { body: { value: [], nextLink: 'https://evil.example/more' } };
    });

    await expect(list(clients)).rejects.toThrow('evil.example');
    expect(hosts).toEqual(['management.azure.com']);
  });
});

it('lists what was sent without turning it into models', async () => {
  const sent = { name: 'a', properties: { alias: 'a.guid' } };
  const clients = answeringClients(() => ({ body: { value: [sent] } }));

  expect(await listServicesAsSent(clients)).toEqual([sent]);
});

describe('a call that fails', () => {
  it.each([
    [
      403,
      { error: { code: 'AuthorizationFailed', message: 'does not have' } },
      'AzureAccessDeniedError',
      "'Microsoft.Network/privateLinkServices/read'",
    ],
    [
      403,
      { error: { code: 'RequestDisallowedByPolicy', message: 'no' } },
      'AzureServiceError',
      'RequestDisallowedByPolicy: no',
    ],
    [
      404,
      { Code: 'NotFound', Message: 'spelled otherwise' },
      'AzureServiceError',
      'NotFound: spelled otherwise',
    ],
    [400, 'no JSON', 'AzureUnreadableAnswerError', 'HTTP 400'],
    [503, 'no JSON', 'AzureServiceError', 'HTTP 503'],
  ])('with %i and %j is a %s', async (status, body, name, says) => {
    const clients = answeringClients(() => ({ status, body }), {
      maxAttempts: 1,
    });

    await expect(listServices(clients)).rejects.toMatchObject({
      name,
      message: expect.stringContaining(says),
    });
  });

  it.each([
    { code: 'ResourceNotFound', isGone: true },
    { code: 'ResourceGroupNotFound', isGone: true },
    { code: 'SubscriptionNotFound', isGone: false },
    { code: 'InvalidResourceType', isGone: false },
  ])('with $code says that a resource is gone: $isGone', async answer => {
    const { code, isGone } = answer;
    const clients = answeringClients(() => ({
      status: 404,
      body: { error: { code } },
    }));

    const error = await listServices(clients).catch(thrown => thrown);

    expect(error).toMatchObject({ code });
    expect(isNotFound(error)).toBe(isGone);
  });

  it('is made again after as long as Azure asks, by nobody sooner', async () => {
    const at: number[] = [];
    const clients = answeringClients(() => {
      at.push(Date.now());
      return at.length === 1
        ? {
            status: 429,
            headers: { 'retry-after': '1' },
            body: { error: { code: 'TooManyRequests' } },
          }
        : { body: { value: [] } };
    });

    await listServices(clients);

    expect(at).toHaveLength(2);
    expect(at[1] - at[0]).toBeGreaterThanOrEqual(990);
  });
});

describe('API versions', () => {
  it('are asked for once, the newest stable one of the type or of what it lies in', async () => {
    const urls: string[] = [];
    const clients = answeringClients(({ url }) => {
      urls.push(url);
      return url.includes('/providers/Microsoft.Web/') ||
        url.includes('/providers/Microsoft.Web%2F')
        ? { body: { properties: {} } }
        : {
            body: {
              resourceTypes: [
                {
                  resourceType: 'Sites',
                  apiVersions: [
                    '2023-01-01',
                    '2025-01-01-preview',
                    '2024-04-01',
                  ],
                },
              ],
            },
          };
    });

    await clients.arm.get(`${SITE}/privateEndpointConnections/a`, signal);
    await clients.arm.get(`${SITE}/privateEndpointConnections/b`, signal);

    expect(
      urls.map(url => new URL(url).searchParams.get('api-version')),
    ).toEqual(['2021-04-01', '2024-04-01', '2024-04-01']);
  });

  it('are asked for again after a failure', async () => {
    let asked = 0;
    const clients = answeringClients(
      () => {
        asked++;
        return { status: 500, body: { error: { code: 'Broken' } } };
      },
      { maxAttempts: 1 },
    );
    const read = () => clients.arm.get(SITE, signal);

    await expect(read()).rejects.toThrow('Broken');
    await expect(read()).rejects.toThrow('Broken');

    expect(asked).toBe(2);
  });

  it('are missing for a type that its provider does not know', async () => {
    const clients = answeringClients(() => ({ body: { resourceTypes: [] } }));

    await expect(clients.arm.get(SITE, signal)).rejects.toThrow(
      "'microsoft.web' does not say how to call 'sites'",
    );
  });
});
