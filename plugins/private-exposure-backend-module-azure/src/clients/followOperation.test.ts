import { answeringClients } from '../__testUtils__/answeringClients';

const { signal } = new AbortController();
const ROOT =
  'https://management.azure.com/subscriptions/11111111-cccc-4000-8000-000000000001';
const CONNECTION = `${
  new URL(ROOT).pathname
}/resourceGroups/rg/providers/Microsoft.Network/privateLinkServices/a/privateEndpointConnections/b`;
const OPERATION = `${ROOT}/providers/Microsoft.Network/locations/westeurope/operations/1?api-version=1`;

/** A removal that is taken, and then answered about as the test says, one answer for each time it is asked. */
function removal(
  header: 'azure-asyncoperation' | 'location',
  answers: { status?: number; body: unknown }[],
  azure: Record<string, unknown> = {},
) {
  const asked: string[] = [];
  const clients = answeringClients(({ method, url }) => {
    asked.push(method);
    if (method === 'DELETE') {
      return {
        status: 202,
        headers: { [header]: OPERATION, 'retry-after': '0' },
        body: '',
      };
    }
    expect(url).toBe(OPERATION);
    const answer = answers[Math.min(asked.length - 2, answers.length - 1)];
    return { headers: { 'retry-after': '0' }, ...answer };
  }, azure);
  return {
    asked,
    remove: () => clients.arm.change('DELETE', CONNECTION, { signal }),
  };
}

describe('a change in the background', () => {
  it('is followed until it has succeeded', async () => {
    const { asked, remove } = removal('azure-asyncoperation', [
      { body: { status: 'InProgress' } },
      { body: { status: 'succeeded' } },
    ]);

    await remove();

    expect(asked).toEqual(['DELETE', 'GET', 'GET']);
  });

  it('is followed by its location until that has another answer', async () => {
    const { asked, remove } = removal('location', [
      { status: 202, body: '' },
      { status: 204, body: '' },
    ]);

    await remove();

    expect(asked).toEqual(['DELETE', 'GET', 'GET']);
  });

  it.each(['Failed', 'Canceled'])(
    'that ends as %s is an error in the words of Azure',
    async status => {
      const { remove } = removal('azure-asyncoperation', [
        { body: { status, error: { code: 'InUse', message: 'By others' } } },
      ]);

      await expect(remove()).rejects.toMatchObject({
        name: 'AzureServiceError',
        code: 'InUse',
        message: 'InUse: By others',
      });
    },
  );

  it.each([
    ['azure-asyncoperation', 403, 'AuthorizationFailed'],
    ['azure-asyncoperation', 403, 'RequestDisallowedByPolicy'],
    ['location', 404, 'ResourceNotFound'],
    ['location', 409, 'Conflict'],
    ['location', 400, 'BadRequest'],
  ] as const)(
    'was taken, whatever the address in %s answers with %i %s: what came of it is read elsewhere',
    async (header, status, code) => {
      const { asked, remove } = removal(header, [
        { status, body: { error: { code } } },
      ]);

      await remove();

      expect(asked).toEqual(['DELETE', 'GET']);
    },
  );

  it('is not waited for beyond its time: what came of it is read elsewhere', async () => {
    const { asked, remove } = removal(
      'azure-asyncoperation',
      [{ body: { status: 'InProgress' } }],
      {
        operationTimeout: { milliseconds: 50 },
        callBudget: { reads: { perSecond: 10_000, burst: 10_000 } },
      },
    );

    await remove();

    expect(asked.length).toBeGreaterThan(1);
  });
});
