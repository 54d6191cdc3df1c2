import { mockServices } from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { entities } from '../__testUtils__/demoWorld';
import { runAction } from '../__testUtils__/runAction';
import { startRecordingBackend } from '../__testUtils__/startRecordingBackend';
import { createTrackChangeAction } from './trackChange';

const input = {
  entityRef: 'payments',
  purpose: 'expose' as const,
  url: 'http://localhost:7071/acme/payments/pull/1',
  title: 'Expose payments over AWS PrivateLink',
};

async function startWorld(answer: { status: number; body: unknown }) {
  const backend = await startRecordingBackend(answer);
  const auth = mockServices.auth({ pluginId: 'scaffolder' });
  const action = createTrackChangeAction({
    auth,
    catalog: catalogServiceMock({ entities }),
    discovery: mockServices.discovery.mock({
      getBaseUrl: async () => backend.baseUrl,
    }),
  });
  return { action, auth, ...backend };
}

describe('private-exposure:change:track', () => {
  it('reports the pull request with a service token and the person who asked', async () => {
    const world = await startWorld({ status: 201, body: { id: 'change-1' } });

    const output = await runAction(world.action, input, {
      user: { ref: 'user:default/mira' },
    });
    await world.stop();

    expect(output).toEqual({ changeId: 'change-1' });
    const [{ authorization, ...request }] = world.requests;
    expect(request).toEqual({
      method: 'POST',
      path: '/api/private-exposure/v1/changes',
      body: {
        entityRef: 'component:default/payments',
        kind: 'aws-endpoint-service',
        purpose: 'expose',
        url: input.url,
        title: input.title,
        openedBy: 'user:default/mira',
      },
    });
    const token = authorization?.replace('Bearer ', '') ?? '';
    const credentials = await mockServices
      .auth({ pluginId: 'private-exposure' })
      .authenticate(token);
    expect(credentials.principal).toMatchObject({
      type: 'service',
      subject: 'plugin:scaffolder',
    });
  });

  it('hands over the worst findings, and how many there were', async () => {
    const world = await startWorld({ status: 201, body: { id: 'change-1' } });
    const finding = {
      ruleId: 'aws/cross-zone-off',
      severity: 'info' as const,
      message: 'm'.repeat(3000),
      remedy: 'r',
      path: 'k8s/payments.yaml',
      line: 7,
    };
    const more = { column: 3, evidence: [{ label: 'l', value: 'v' }] };

    await runAction(world.action, {
      ...input,
      findings: [
        ...Array(60).fill({ ...finding, ...more }),
        { ...finding, ...more, severity: 'warning', message: 'worse' },
      ],
    });
    await world.stop();

    const [{ body }] = world.requests;
    expect(body).toMatchObject({ findingCount: 61 });
    const { findings } = body as { findings: (typeof finding)[] };
    expect(findings).toHaveLength(50);
    expect(findings[0]).toEqual({
      ...finding,
      severity: 'warning',
      message: 'worse',
    });
    expect(findings[1].message).toHaveLength(2000);
  });

  it('reports once when the step runs again after a crash', async () => {
    const world = await startWorld({ status: 201, body: { id: 'change-1' } });
    const saved = new Map<string, unknown>();
    const checkpoint = async (options: {
      key: string;
      fn: () => Promise<unknown> | unknown;
    }) => {
      if (!saved.has(options.key)) saved.set(options.key, await options.fn());
      return saved.get(options.key) as never;
    };

    await runAction(world.action, input, { checkpoint });
    const again = await runAction(world.action, input, { checkpoint });
    await world.stop();

    expect(again).toEqual({ changeId: 'change-1' });
    expect(world.requests).toHaveLength(1);
  });

  it('sends nothing in a dry run', async () => {
    const world = await startWorld({ status: 201, body: { id: 'change-1' } });

    const output = await runAction(
      world.action,
      { ...input, url: 'localhost:7071?owner=acme&repo=payments' },
      { isDryRun: true },
    );
    await world.stop();

    expect(output).toEqual({});
    expect(world.requests).toEqual([]);
  });

  it.each([
    [{ entityRef: 'nobody' }, /^entityRef: there is no entity/],
    [{ url: 'file:///etc/passwd' }, /^url: /],
    [{ url: 'localhost:7071?owner=acme' }, /^url: /],
  ])('refuses %j before it sends anything', async (change, message) => {
    const world = await startWorld({ status: 201, body: { id: 'change-1' } });

    const attempt = runAction(world.action, { ...input, ...change });

    await expect(attempt).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(message),
    });
    await world.stop();
    expect(world.requests).toEqual([]);
  });

  it("passes the backend's refusal on", async () => {
    const error = { name: 'NotAllowedError', message: 'Not for you' };
    const world = await startWorld({
      status: 403,
      body: { error, response: { statusCode: 403 } },
    });

    const attempt = runAction(world.action, input);

    await expect(attempt).rejects.toMatchObject({
      name: 'ResponseError',
      message: expect.stringContaining('403'),
    });
    await world.stop();
  });
});
