import { setImmediate } from 'node:timers/promises';
import { exposeService } from '../__testUtils__/exposeService';
import {
  everyAction,
  LEGACY_SCOPE,
  PARTNER,
  PAYMENTS_SCOPE,
  PLACE,
  startWire,
  type Wire,
} from '../__testUtils__/startWire';

const { signal } = new AbortController();

type Endpoint = ReturnType<Wire['sandbox']['azure']['connect']>;

const refTo = ({ connection }: Endpoint) => ({
  scopeId: PAYMENTS_SCOPE,
  exposureNativeId: connection.targetId.toLowerCase(),
  nativeId: connection.id.toLowerCase(),
});
const thrownBy = async (work: Promise<unknown>): Promise<Error> =>
  work.then(
    () => new Error('nothing was thrown'),
    error => error,
  );

describe('decide', () => {
  let wire: Wire;
  let alias: string;

  const start = async (actions?: string[]) => {
    wire = await startWire({ azure: { requestTimeout: '5s' }, actions });
    alias = exposeService(wire, 'Ledger').service.alias;
  };
  beforeEach(() => start());
  afterEach(() => wire.stop());

  const connect = (requestMessage?: string): Endpoint =>
    wire.sandbox.azure.connect({
      subscriptionId: PARTNER,
      target: alias,
      requestMessage,
    });
  const decide = (
    endpoint: Endpoint,
    verdict: 'approve' | 'reject' | 'remove',
    reason = 'known',
  ) => wire.provider.decide(refTo(endpoint), verdict, reason, { signal });
  /** Waits for Azure's answer to a call. Gives up: a test that has timed out must not go on asking, or never ends. */
  const answered = async (operation: string): Promise<void> => {
    const deadline = Date.now() + 30_000;
    while (!wire.calls.some(call => call.operation.endsWith(operation))) {
      if (Date.now() > deadline) throw new Error(`No ${operation} in 30 s`);
      await setImmediate();
    }
  };
  const stateOf = async (endpoint: Endpoint) =>
    (await wire.provider.readConnection(refTo(endpoint), { signal }))?.state;

  it('approves: the endpoint is connected, and its owner can read why', async () => {
    const endpoint = connect();

    await decide(endpoint, 'approve', 'Contract 4711');

    expect(await stateOf(endpoint)).toBe('connected');
    expect(endpoint.connection.description).toBe('Contract 4711');
  });

  it('rejects', async () => {
    const endpoint = connect();

    await decide(endpoint, 'reject');

    expect(await stateOf(endpoint)).toBe('rejected');
  });

  it('removes a consumer for good: the endpoint is left disconnected', async () => {
    const endpoint = connect();
    await decide(endpoint, 'approve');
    wire.sandbox.clock.advance(60_000);
    const removing = decide(endpoint, 'remove');
    const moving = setInterval(() => wire.sandbox.clock.advance(1_000), 20);

    await removing.finally(() => clearInterval(moving));

    expect(await stateOf(endpoint)).toBeUndefined();
    expect(
      wire.sandbox.azure.privateEndpoints.getEndpoint(endpoint.id).connection
        .status,
    ).toBe('Disconnected');
  });

  it("keeps a request's id behind the reason, within what Azure takes", async () => {
    const id = '7b0c1f58-5d0e-4e6f-9a51-0f6f4d4ad001';
    const endpoint = connect(`Front Door of payments ${id}`);

    await decide(endpoint, 'approve', 'ä'.repeat(500));

    expect(endpoint.connection.description).toMatch(/^ä+… \([0-9a-f-]{36}\)$/);
    expect(endpoint.connection.description).toContain(id);
    expect(endpoint.connection.description).toHaveLength(140);
  });

  it('is refused with what Azure says, and changes nothing', async () => {
    const endpoint = connect();
    wire.sandbox.faults.inject({
      action: 'PrivateLinkServices_UpdatePrivateEndpointConnection',
      effect: {
        type: 'error',
        code: 'InvalidConnectionState',
        message: 'Not in this state',
        status: 400,
      },
    });

    const error = await thrownBy(decide(endpoint, 'approve'));

    expect(error.name).toBe('DecisionRefusedError');
    expect(error.message).toContain(
      'InvalidConnectionState: Not in this state',
    );
    expect(await stateOf(endpoint)).toBe('pending');
  });

  it.each(['approve', 'remove'] as const)(
    'takes a success without an effect for the refusal it is: %s',
    async verdict => {
      const endpoint = connect();
      if (verdict === 'remove') {
        await decide(endpoint, 'approve');
        wire.sandbox.clock.advance(60_000);
      }
      const before = endpoint.connection.status;
      wire.sandbox.faults.inject({
        service: 'Microsoft.Network',
        effect: { type: 'unsuccessful', code: 'Odd', message: 'Not today' },
      });
      const deciding = thrownBy(decide(endpoint, verdict));
      const moving = setInterval(() => wire.sandbox.clock.advance(1_000), 20);

      const error = await deciding.finally(() => clearInterval(moving));

      expect(error.name).toBe('DecisionRefusedError');
      expect(endpoint.connection.status).toBe(before);
    },
  );

  it('is refused for an endpoint that its owner replaced by another', async () => {
    const endpoint = connect();
    const ref = refTo(endpoint);
    const replacement = wire.sandbox.azure.replace(endpoint.id);

    const error = await thrownBy(
      wire.provider.decide(ref, 'approve', 'known', { signal }),
    );

    expect(error.name).toBe('DecisionRefusedError');
    expect(await stateOf(replacement)).toBe('pending');
  });

  it('is refused, naming the RBAC action, where the role may only look', async () => {
    await wire.stop();
    const write =
      'Microsoft.Network/privateLinkServices/privateEndpointConnections/write';
    await start(everyAction().filter(action => action !== write));
    const endpoint = connect();

    const error = await thrownBy(decide(endpoint, 'approve'));

    expect(error.name).toBe('DecisionRefusedError');
    expect(error.message).toContain(`'${write}'`);
    expect(await stateOf(endpoint)).toBe('pending');
  });

  it.each([
    {
      what: 'an internal error',
      effect: { type: 'error', code: 'InternalServerError', status: 500 },
    },
    { what: 'a broken connection', effect: { type: 'reset' } },
    { what: 'no answer', effect: { type: 'timeout' } },
  ] as const)(
    'leaves open what $what did, and does not call twice',
    async ({ effect }) => {
      const endpoint = connect();
      const fault = wire.sandbox.faults.inject({
        action: 'PrivateLinkServices_UpdatePrivateEndpointConnection',
        effect,
        afterEffect: true,
      });

      const error = await thrownBy(decide(endpoint, 'approve'));

      expect(error.name).not.toBe('DecisionRefusedError');
      expect(fault.met).toBe(1);
      expect(
        wire.calls.filter(({ operation }) => operation.endsWith('/write')),
      ).toHaveLength(1);
      expect(endpoint.connection.status).toBe('Approved');
    },
  );

  it.each([
    { code: 'TooManyRequests', status: 429 },
    { code: 'AnotherOperationInProgress', status: 409 },
  ])('calls again after $code, for nothing has happened', async fault => {
    const endpoint = connect();
    wire.sandbox.faults.inject({
      action: 'PrivateLinkServices_UpdatePrivateEndpointConnection',
      effect: { type: 'error', ...fault },
      times: 1,
    });

    await decide(endpoint, 'approve');

    expect(await stateOf(endpoint)).toBe('connected');
  });

  it('is not refused while another change goes on for longer than anybody waits', async () => {
    const endpoint = connect();
    wire.sandbox.azure.operations.begin({
      ...PLACE,
      namespace: 'Microsoft.Network',
      resourceId: endpoint.connection.targetId,
      finish: () => {},
    });

    const error = await thrownBy(decide(endpoint, 'approve'));
    wire.sandbox.clock.advance(wire.sandbox.azure.timings.armOperation);
    await decide(endpoint, 'approve');

    expect(error.name).toBe('CloudBusyError');
    expect(error.message).toContain('AnotherOperationInProgress');
    expect(await stateOf(endpoint)).toBe('connected');
  });

  it('is not refused where the change ahead is given up on before Azure has ended it', async () => {
    const [first, second] = [connect(), connect()];
    await decide(first, 'approve');
    wire.sandbox.clock.advance(60_000);
    const givingUp = new AbortController();
    const until = { signal: givingUp.signal };
    const remove = wire.provider.decide(refTo(first), 'remove', 'known', until);
    await answered('/delete');

    const waiting = [
      thrownBy(wire.provider.decide(refTo(second), 'approve', 'known', until)),
      thrownBy(decide(second, 'approve')),
    ];
    givingUp.abort(new DOMException('Given up', 'TimeoutError'));
    const errors = await Promise.all(waiting);
    await remove;

    expect(errors.map(({ name }) => name)).toEqual([
      'CloudBusyError',
      'CloudBusyError',
    ]);
    expect(await stateOf(second)).toBe('pending');
  });

  it('was taken where the address of its operation is forgotten', async () => {
    const endpoint = connect();
    await decide(endpoint, 'approve');
    wire.sandbox.clock.advance(60_000);
    wire.sandbox.faults.inject({
      action: 'Operations_Get',
      effect: { type: 'error', code: 'NotFound', status: 404 },
    });

    await decide(endpoint, 'remove');
    wire.sandbox.clock.advance(wire.sandbox.azure.timings.armOperation);

    expect(await stateOf(endpoint)).toBeUndefined();
  });

  it('waits its turn where several connections of one service are decided on at once', async () => {
    const endpoints = [connect(), connect(), connect()];
    const moving = setInterval(() => wire.sandbox.clock.advance(1_000), 5);

    await Promise.all(endpoints.map(one => decide(one, 'approve'))).finally(
      () => clearInterval(moving),
    );

    expect(endpoints.map(({ connection }) => connection.status)).toEqual([
      'Approved',
      'Approved',
      'Approved',
    ]);
  });

  it('makes no call for a service of another scope', async () => {
    const ref = { ...refTo(connect()), scopeId: LEGACY_SCOPE };

    const error = await thrownBy(
      wire.provider.decide(ref, 'approve', 'known', { signal }),
    );

    expect(error.name).toBe('InputError');
    expect(wire.calls).toEqual([]);
  });

  it('makes no call for a connection of another service', async () => {
    const other = exposeService(wire, 'other').service;
    const ref = {
      ...refTo(connect()),
      exposureNativeId: other.id.toLowerCase(),
    };

    const error = await thrownBy(
      wire.provider.decide(ref, 'approve', 'known', { signal }),
    );

    expect(error.name).toBe('InputError');
    expect(wire.calls).toEqual([]);
  });
});

describe('decide on another resource', () => {
  let wire: Wire;

  beforeEach(async () => {
    wire = await startWire({ actions: ['*'] });
  });
  afterEach(() => wire.stop());

  it.each([
    { type: 'Microsoft.Web/sites', groupIds: ['sites'] },
    { type: 'Microsoft.Storage/storageAccounts', groupIds: ['blob'] },
    { type: 'Microsoft.Sql/servers', groupIds: ['sqlServer'] },
    { type: 'Microsoft.KeyVault/vaults', groupIds: ['vault'] },
    {
      type: 'Microsoft.ContainerService/managedClusters',
      groupIds: ['management'],
    },
  ])('asks $type for its API version once', async target => {
    const resource = wire.sandbox.azure.linkTargets.addTarget({
      ...PLACE,
      ...target,
      name: 'target',
    });
    const endpoints = ['a', 'b'].map(name =>
      wire.sandbox.azure.connect({
        subscriptionId: PARTNER,
        target: resource.id,
        groupIds: target.groupIds,
        name,
      }),
    );

    for (const endpoint of endpoints) {
      await wire.provider.decide(refTo(endpoint), 'approve', 'known', {
        signal,
      });
    }

    expect(endpoints.map(({ connection }) => connection.status)).toEqual([
      'Approved',
      'Approved',
    ]);
    expect(
      wire.calls.filter(({ operation }) =>
        operation.startsWith('Microsoft.Resources/'),
      ),
    ).toHaveLength(1);
  });
});
