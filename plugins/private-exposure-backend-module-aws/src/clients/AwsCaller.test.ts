import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  PROVIDER_SCOPE,
  startWire,
  surveyScope,
  type Wire,
} from '../__testUtils__/startWire';

jest.setTimeout(60_000);

describe('calls', () => {
  let wire: Wire | undefined;
  afterEach(() => wire?.stop());

  it('wait for the budget of their account and region, and for no other', async () => {
    wire = await startWire({
      aws: { callBudget: { ec2: { perSecond: 0.1, burst: 1 } } },
    });
    const other = wire.provider.survey('aws/333344445555/eu-west-1', {
      signal: new AbortController().signal,
    });
    const controller = new AbortController();
    const pages = wire.provider.survey(PROVIDER_SCOPE, {
      signal: controller.signal,
    });

    await pages.next();
    const second = pages.next();
    // Its first call goes out although the one before it waits.
    await other.next();
    controller.abort(new Error('enough waited'));

    await expect(second).rejects.toThrow('enough waited');
    expect(wire.calls).toHaveLength(2);
  });

  it('pay for each attempt, not for each call', async () => {
    wire = await startWire({
      aws: { callBudget: { ec2: { perSecond: 0.1, burst: 2 } } },
    });
    wire.sandbox.faults.inject({
      action: 'DescribeVpcEndpointServiceConfigurations',
      effect: { type: 'error', code: 'InternalError', status: 500 },
      times: 1,
    });
    const controller = new AbortController();
    const pages = wire.provider.survey(PROVIDER_SCOPE, {
      signal: controller.signal,
    });

    await pages.next();
    const second = pages.next();
    controller.abort(new Error('enough waited'));

    await expect(second).rejects.toThrow('enough waited');
    expect(wire.calls).toHaveLength(2);
  });

  it('end while they wait to be repeated', async () => {
    wire = await startWire({ aws: { maxAttempts: 20 } });
    const fault = wire.sandbox.faults.inject({
      effect: { type: 'error', code: 'RequestLimitExceeded', status: 503 },
      service: 'ec2',
    });
    const controller = new AbortController();
    const { signal } = controller;
    wire.provider.observeCalls({
      onCall: () => controller.abort(new Error('shutting down')),
    });
    const pages = wire.provider.survey(PROVIDER_SCOPE, { signal });

    await expect(pages.next()).rejects.toThrow('shutting down');

    expect(fault.met).toBe(1);
  });

  it('do not repeat what a service says about a signature: it holds the session token', async () => {
    wire = await startWire();
    wire.sandbox.faults.inject({
      service: 'ec2',
      effect: {
        type: 'error',
        code: 'SignatureDoesNotMatch',
        status: 403,
        message: 'Canonical String: x-amz-security-token:FwoGZXIvSECRET',
      },
    });

    const { error } = await surveyScope(wire);

    expect(error?.name).toBe('SignatureDoesNotMatch');
    expect(error?.message).not.toContain('FwoGZXIvSECRET');
    expect(String(error?.stack)).not.toContain('FwoGZXIvSECRET');
  });

  it('say who they come from and keep their connection', async () => {
    const seen: { agent: string; port?: number }[] = [];
    const server = createServer((request, response) => {
      seen.push({
        agent: String(request.headers['user-agent']),
        port: request.socket.remotePort,
      });
      response.end('<DescribeResponse/>');
    });
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    wire = await startWire();
    const { port } = server.address() as AddressInfo;
    process.env.AWS_ENDPOINT_URL_EC2 = `http://127.0.0.1:${port}`;

    try {
      await surveyScope(wire);
      await surveyScope(wire);
    } finally {
      delete process.env.AWS_ENDPOINT_URL_EC2;
      server.closeAllConnections();
      server.close();
    }

    expect(seen).toHaveLength(4);
    expect(seen[0].agent).toContain('postern-private-exposure');
    expect(new Set(seen.map(one => one.port)).size).toBe(1);
  });
});
