import { setImmediate } from 'node:timers/promises';
import { exposeFrontDoor } from '../__testUtils__/exposeFrontDoor';
import { exposeService } from '../__testUtils__/exposeService';
import {
  everyAction,
  FRONT_DOOR_SCOPE,
  LEGACY,
  LEGACY_SCOPE,
  PARTNER,
  PAYMENTS_SCOPE,
  PLACE,
  startWire,
  surveyScope,
  type Wire,
} from '../__testUtils__/startWire';

const LIST = 'PrivateLinkServices_ListBySubscription';

describe('survey under faults', () => {
  let wire: Wire;

  const start = async (actions?: string[]) => {
    wire = await startWire({
      azure: { requestTimeout: '5s', maxAttempts: 3 },
      actions,
    });
    const { service } = exposeService(wire, 'ledger');
    wire.sandbox.azure.connect({
      subscriptionId: PARTNER,
      target: service.alias,
    });
  };
  beforeEach(() => start());
  afterEach(() => wire.stop());

  it('repeats what was throttled, and counts the throttles', async () => {
    wire.sandbox.faults.inject({
      action: LIST,
      effect: { type: 'error', code: 'TooManyRequests', status: 429 },
      times: 2,
    });

    const survey = await surveyScope(wire);

    expect(survey.error).toBeUndefined();
    expect(survey.connections).toHaveLength(1);
    expect(
      wire.calls
        .filter(call => call.operation.endsWith('privateLinkServices/read'))
        .map(({ throttled }) => throttled),
    ).toEqual([true, true, false]);
  });

  it('slows down as Azure tells what is left, so that nothing is refused', async () => {
    await wire.stop();
    wire = await startWire({
      azure: { callBudget: { reads: { perSecond: 15, burst: 200 } } },
    });
    wire.sandbox.azureSettings.pageSize = 1;
    for (let index = 0; index < 12; index++) exposeService(wire, `s-${index}`);
    // With the machine's own time, for the buckets to fill again.
    wire.sandbox.clock.reset();
    wire.sandbox.armLimits.setLimits({
      reads: { capacity: 5, refillPerSecond: 20 },
    });

    const { exposures, error } = await surveyScope(wire);

    expect(error).toBeUndefined();
    expect(exposures).toHaveLength(12);
    expect(wire.calls.filter(({ throttled }) => throttled)).toEqual([]);
  });

  it('repeats what failed in the cloud, and throws when it goes on failing', async () => {
    const fault = wire.sandbox.faults.inject({
      action: LIST,
      effect: { type: 'error', code: 'InternalServerError', status: 500 },
    });

    const failed = await surveyScope(wire);
    wire.sandbox.faults.clear(fault.id);
    const healed = await surveyScope(wire);

    expect(failed.error).toMatchObject({ code: 'InternalServerError' });
    expect(fault.met).toBe(3);
    expect(healed).toMatchObject({ exposures: [{}], connections: [{}] });
  });

  it.each(['timeout', 'reset'] as const)(
    'makes another attempt after one that met: %s',
    async type => {
      wire.sandbox.faults.inject({ action: LIST, effect: { type }, times: 1 });

      const survey = await surveyScope(wire);

      expect(survey).toMatchObject({ exposures: [{}], connections: [{}] });
    },
  );

  it('names what got no answer in time', async () => {
    wire.sandbox.faults.inject({ action: LIST, effect: { type: 'timeout' } });

    const { error } = await surveyScope(wire);

    expect(error?.name).toBe('TimeoutError');
    expect(error?.message).toContain('privateLinkServices/read');
  });

  it('yields what it had when a later page fails, and throws', async () => {
    wire.sandbox.azureSettings.pageSize = 1;
    exposeService(wire, 'other');
    wire.sandbox.faults.inject({
      action: LIST,
      effect: { type: 'failed-page', page: 2, code: 'Broken', status: 500 },
    });

    const survey = await surveyScope(wire);

    expect(survey.exposures).toHaveLength(1);
    expect(survey.error).toMatchObject({ code: 'Broken' });
  });

  it('shows a state that is new to us as unknown, and says so once', async () => {
    wire.sandbox.faults.inject({
      action: LIST,
      effect: { type: 'state-word', word: 'Hibernating' },
    });

    const [first] = (await surveyScope(wire)).connections;
    await surveyScope(wire);

    expect(first).toMatchObject({
      state: 'unknown',
      nativeState: 'Hibernating',
    });
    expect(new Set(wire.warnings).size).toBe(wire.warnings.length);
    expect(wire.warnings.join()).toContain('Hibernating');
  });

  it('throws for a subscription in which it has no role, and goes on with the others', async () => {
    const legacy = await surveyScope(wire, LEGACY_SCOPE);
    const ours = await surveyScope(wire, PAYMENTS_SCOPE);

    expect(legacy.error?.name).toBe('AzureAccessDeniedError');
    expect(legacy.error?.message).toContain(LEGACY);
    expect(legacy.error?.message).toContain(
      "'Microsoft.Network/privateLinkServices/read'",
    );
    expect(ours.exposures).toHaveLength(1);
  });

  it('lists private link services where Front Doors cannot be listed, which are a source of their own', async () => {
    await wire.stop();
    await start(
      everyAction().filter(action => action !== 'Microsoft.Cdn/profiles/read'),
    );

    const services = await surveyScope(wire);
    const frontDoors = await surveyScope(wire, FRONT_DOOR_SCOPE);

    expect(services.error).toBeUndefined();
    expect(services.exposures).toHaveLength(1);
    expect(frontDoors.error?.message).toContain(
      "'Microsoft.Cdn/profiles/read'",
    );
  });

  const frontDoorNames = async () => {
    const { exposures, error } = await surveyScope(wire, FRONT_DOOR_SCOPE);
    return { names: exposures.map(({ name }) => name), error };
  };

  it('sees the other Front Doors where one is deleted between the list and the look at it', async () => {
    for (const name of ['first', 'second', 'third']) {
      exposeFrontDoor(wire, name);
    }
    wire.sandbox.faults.inject({
      action: 'AFDEndpoints_ListByProfile',
      effect: { type: 'error', code: 'ResourceNotFound', status: 404 },
      times: 1,
    });

    expect(await frontDoorNames()).toEqual({
      names: ['second', 'third'],
      error: undefined,
    });
  });

  it('sees the other Front Doors where one cannot be read, and says so at the end', async () => {
    for (const name of ['first', 'second', 'third']) {
      exposeFrontDoor(wire, name);
    }
    wire.sandbox.faults.inject({
      action: 'AFDOriginGroups_ListByProfile',
      effect: { type: 'error', code: 'InternalServerError', status: 500 },
      times: 3,
    });

    expect(await frontDoorNames()).toEqual({
      names: ['second', 'third'],
      error: expect.objectContaining({ code: 'InternalServerError' }),
    });
  });

  it('sees a Front Door whose parts may not be read, with what is unknown, and is not complete', async () => {
    await wire.stop();
    const closed = 'Microsoft.Cdn/profiles/afdEndpoints/read';
    await start(everyAction().filter(action => action !== closed));
    const service = exposeService(wire, 'Ledger').service;
    exposeFrontDoor(wire, 'shop', {
      link: { targetId: service.id, requestMessage: 'Front Door of the shop' },
    });

    const { exposures, error } = await surveyScope(wire, FRONT_DOOR_SCOPE);

    expect(error?.message).toContain(`'${closed}'`);
    expect(exposures).toMatchObject([{ name: 'shop', address: undefined }]);
    const facts = Object.fromEntries(
      exposures[0].facts.map(({ label, value }) => [label, value]),
    );
    expect(facts).toMatchObject({
      'Host names': expect.stringContaining('not readable'),
      Origins: 'shop.acme.example',
      'Private origins': service.name,
    });
    expect(exposures[0].requests).toHaveLength(1);
  });

  it('sees the other Front Doors where one leads to what may not be read', async () => {
    for (const name of ['first', 'second']) {
      const { id } = wire.sandbox.azure.linkTargets.addTarget({
        ...PLACE,
        type: 'Microsoft.Storage/storageAccounts',
        name: `${name}assets`,
        groupIds: ['blob'],
      });
      exposeFrontDoor(wire, name, {
        link: { targetId: id, groupId: 'blob', requestMessage: 'assets' },
      });
    }

    const { error, names } = await frontDoorNames();

    expect(names).toEqual(['first', 'second']);
    expect(error?.message).toContain(
      "'Microsoft.Storage/storageAccounts/privateEndpointConnections/read'",
    );
  });

  it('says that the credential is wrong, without it, and works once it is right', async () => {
    const { directory } = wire.sandbox.azure;
    const principal = directory.findPrincipal(
      '11111111-aaaa-4000-8000-000000000001',
      '11111111-bbbb-4000-8000-000000000001',
    );
    const right = principal?.clientSecret ?? '';
    Object.assign(principal ?? {}, { clientSecret: 'rotated' });

    const refused = await surveyScope(wire);
    Object.assign(principal ?? {}, { clientSecret: right });
    const mended = await surveyScope(wire);

    expect(refused.error?.name).toBe('AzureCredentialsError');
    expect(refused.error?.message).not.toContain(right);
    expect(mended.error).toBeUndefined();
  });

  it('ends at once when it is told to, while a call hangs', async () => {
    const controller = new AbortController();
    const fault = wire.sandbox.faults.inject({
      action: LIST,
      effect: { type: 'timeout' },
    });
    const survey = wire.provider.survey(PAYMENTS_SCOPE, {
      signal: controller.signal,
    });
    const first = survey.next();
    await met(fault);

    controller.abort(new Error('shutting down'));

    await expect(first).rejects.toThrow('shutting down');
  });
});

/** Waits for a call to run into a fault. Gives up: a test that has timed out must not go on asking, or never ends. */
async function met(fault: { id: string; met: number }): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (fault.met === 0) {
    if (Date.now() > deadline) {
      throw new Error(`No call met the fault '${fault.id}' in 30 s`);
    }
    await setImmediate();
  }
}
