import { EventEmitter, once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  PROVIDER_SCOPE,
  startWire,
  surveyScope,
  type Wire,
} from '../__testUtils__/startWire';

const OTHER_SCOPE = 'aws/333344445555/eu-west-1';

describe('calls', () => {
  let wire: Wire | undefined;
  afterEach(() => wire?.stop());

  it('wait for the budget of their account and region, and for no other', async () => {
    wire = await startWire({
      aws: { callBudget: { ec2: { perSecond: 0.1, burst: 1 } } },
    });
    const { signal, abort } = abortable();
    const reported = callsOf(wire);

    const survey = wire.provider.survey(PROVIDER_SCOPE, { signal }).next();
    await reported.next();
    const other = wire.provider.survey(OTHER_SCOPE, { signal }).next();
    // Its first call goes out although the second one of the survey before it waits.
    await reported.next();
    abort('enough waited');

    await expect(survey).rejects.toThrow('enough waited');
    await expect(other).rejects.toThrow('enough waited');
    expect(reported.scopeIds).toEqual([PROVIDER_SCOPE, OTHER_SCOPE]);
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
    const { signal, abort } = abortable();
    const reported = callsOf(wire);

    const survey = wire.provider.survey(PROVIDER_SCOPE, { signal }).next();
    await reported.next();
    await reported.next();
    // Meanwhile the next call of the survey would have been made.
    await surveyScope(wire, OTHER_SCOPE);
    abort('enough waited');

    await expect(survey).rejects.toThrow('enough waited');
    expect(reported.scopeIds).toEqual([
      ...[PROVIDER_SCOPE, PROVIDER_SCOPE],
      ...[OTHER_SCOPE, OTHER_SCOPE],
    ]);
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
    wire = await startWire();

    await inPlaceOfEc2(
      (request, response) => {
        seen.push({
          agent: String(request.headers['user-agent']),
          port: request.socket.remotePort,
        });
        response.end('<DescribeResponse/>');
      },
      async () => {
        await surveyScope(wire!);
        await surveyScope(wire!);
      },
    );

    expect(seen).toHaveLength(4);
    expect(seen[0].agent).toContain('postern-private-exposure');
    expect(new Set(seen.map(one => one.port)).size).toBe(1);
  });

  it('fail where a proxy answers in the place of AWS, instead of listing nothing', async () => {
    wire = await startWire();

    const { error } = await inPlaceOfEc2(
      (_, response) => response.end('<html>Sign in to go on</html>'),
      () => surveyScope(wire!),
    );

    expect(error?.message).toBe(
      "The answer to 'ec2:DescribeVpcEndpointServiceConfigurations' (HTTP 200) is not one of AWS: it is <html>. Look for a proxy or gateway on the way to AWS",
    );
  });
});

function abortable() {
  const controller = new AbortController();
  const abort = (reason: string) => controller.abort(new Error(reason));
  return { signal: controller.signal, abort };
}

/** The scopes of the calls, as they are reported; `next` waits for one more. */
function callsOf({ provider }: Wire) {
  const events = new EventEmitter();
  const scopeIds: string[] = [];
  let awaited = 0;
  provider.observeCalls({
    onCall: ({ scopeId }) => {
      scopeIds.push(scopeId);
      events.emit('call');
    },
  });
  return {
    scopeIds,
    async next(): Promise<void> {
      awaited += 1;
      while (scopeIds.length < awaited) await once(events, 'call');
    },
  };
}

/** Has a server of its own answer all calls to EC2. */
async function inPlaceOfEc2<T>(
  answer: RequestListener,
  work: () => Promise<T>,
): Promise<T> {
  // A busy machine may take longer from one call to the next than a server keeps a connection that nobody uses.
  const server = createServer({ keepAliveTimeout: 0 }, answer);
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  process.env.AWS_ENDPOINT_URL_EC2 = `http://127.0.0.1:${port}`;
  try {
    return await work();
  } finally {
    delete process.env.AWS_ENDPOINT_URL_EC2;
    server.closeAllConnections();
    server.close();
  }
}
