import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { PrivateExposureClient } from './PrivateExposureClient';

interface Seen {
  method?: string;
  url?: string;
  headers: IncomingMessage['headers'];
  body: string;
}

describe('PrivateExposureClient', () => {
  let server: Server;
  let seen: Seen[];
  let answer: { status: number; body: unknown };
  let client: PrivateExposureClient;

  beforeEach(async () => {
    seen = [];
    answer = { status: 200, body: { items: [] } };
    server = createServer(async (req, res) => {
      let body = '';
      for await (const chunk of req) body += chunk;
      seen.push({
        method: req.method,
        url: req.url,
        headers: req.headers,
        body,
      });
      res.writeHead(answer.status, { 'Content-Type': 'application/json' });
      res.end(JSON.stringify(answer.body));
    });
    await new Promise<void>(resolve =>
      server.listen(0, '127.0.0.1', () => resolve()),
    );
    const { port } = server.address() as AddressInfo;
    client = new PrivateExposureClient({
      discoveryApi: {
        getBaseUrl: async id => `http://127.0.0.1:${port}/api/${id}`,
      },
    });
  });

  afterEach(async () => {
    await new Promise(resolve => server.close(resolve));
  });

  it('asks for an entity by its parts', async () => {
    await client.getEntityExposures('component:default/payments');
    expect(seen[0].url).toBe(
      '/api/private-exposure/v1/entities/component/default/payments/exposures',
    );
  });

  it('asks for a Service by its manifest', async () => {
    const place = { path: 'k8s/a+b.yaml', serviceName: 'a' };
    await client.getManifestService('component:default/payments', {
      ...place,
      serviceNamespace: 'pay',
    });
    expect(seen[0].url).toBe(
      '/api/private-exposure/v1/entities/component/default/payments/manifest-service?path=k8s%2Fa%2Bb.yaml&serviceName=a&serviceNamespace=pay',
    );
  });

  it('takes an export as the text that it is, and a refusal as an error', async () => {
    await expect(
      client.exportUnclaimed({ manager: 'unknown', order: '-cost' }),
    ).resolves.toBe('{"items":[]}');
    expect(seen[0].url).toBe(
      '/api/private-exposure/v1/unclaimed/export?manager=unknown&order=-cost',
    );

    answer = { status: 403, body: { error: { name: 'NotAllowedError' } } };
    await expect(client.exportUnclaimed({})).rejects.toMatchObject({
      name: 'ResponseError',
    });
  });

  it('keeps odd ids inside their path segment', async () => {
    await client.getExposure('a/../b?c#d');
    expect(seen[0].url).toBe(
      '/api/private-exposure/v1/exposures/a%2F..%2Fb%3Fc%23d',
    );
  });

  it('takes a list out of its answer', async () => {
    const clusters = [{ name: 'payments-eu', profile: {} }];
    answer = { status: 200, body: { items: clusters } };

    expect(await client.listClusters()).toEqual(clusters);
    expect(seen[0].url).toBe('/api/private-exposure/v1/clusters');
  });

  it('sends filters as they are and leaves out what is not set', async () => {
    await client.listConnections({
      state: 'pending',
      scopeId: 'aws/1/eu west',
      consumerAccount: undefined,
    });
    expect(seen[0].url).toBe(
      '/api/private-exposure/v1/connections?state=pending&scopeId=aws%2F1%2Feu+west',
    );
  });

  it('sends the idempotency key beside the verdict, not in it', async () => {
    answer = { status: 202, body: { id: 'd-1', status: 'requested' } };
    await client.decideConnection(
      'c-1',
      {
        verdict: 'approve',
        reason: 'agreed',
        seen: { state: 'pending' },
        idempotencyKey: 'click-0001',
      },
      { token: 'secret-token' },
    );
    expect(seen[0].headers['idempotency-key']).toBe('click-0001');
    expect(seen[0].headers.authorization).toBe('Bearer secret-token');
    expect(JSON.parse(seen[0].body)).toEqual({
      verdict: 'approve',
      reason: 'agreed',
      seen: { state: 'pending' },
    });
  });

  it('turns a refusal into an error with its name and message', async () => {
    answer = {
      status: 409,
      body: {
        error: { name: 'ConflictError', message: 'Already being decided' },
        response: { statusCode: 409 },
      },
    };
    await expect(client.listScopes()).rejects.toMatchObject({
      statusCode: 409,
      cause: { name: 'ConflictError', message: 'Already being decided' },
    });
  });
});
