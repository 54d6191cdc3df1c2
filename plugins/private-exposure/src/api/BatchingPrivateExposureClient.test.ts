import { BatchingPrivateExposureClient } from './BatchingPrivateExposureClient';

describe('BatchingPrivateExposureClient', () => {
  it('makes one HTTP request for the cards that mount together', async () => {
    const requests: Request[] = [];
    const client = new BatchingPrivateExposureClient({
      discoveryApi: {
        getBaseUrl: async () => 'http://localhost/api/private-exposure',
      },
      fetchApi: {
        fetch: async (input, init) => {
          requests.push(new Request(input, init));
          return Response.json({ items: [] });
        },
      },
    });

    await Promise.all([
      client.getExposureSummaries(['component:default/a']),
      client.getExposureSummaries(['component:default/b']),
    ]);

    expect(requests).toHaveLength(1);
    expect(requests[0].method).toBe('POST');
    expect(requests[0].url).toBe(
      'http://localhost/api/private-exposure/v1/exposures/by-entity-refs',
    );
    await expect(requests[0].json()).resolves.toEqual({
      entityRefs: ['component:default/a', 'component:default/b'],
    });
  });
});
