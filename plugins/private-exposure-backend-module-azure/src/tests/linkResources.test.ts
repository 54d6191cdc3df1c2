import { exposeFrontDoor } from '../__testUtils__/exposeFrontDoor';
import { exposeService } from '../__testUtils__/exposeService';
import {
  ANALYTICS,
  everyAction,
  PARTNER,
  PAYMENTS,
  FRONT_DOOR_SCOPE,
  PAYMENTS_SCOPE,
  PLACE,
  resourceActions,
  startWire,
  surveyScope,
  type Wire,
} from '../__testUtils__/startWire';
import { toResourceScopeId } from '../scopes';

const { signal } = new AbortController();
const idOf = (type: string, name: string = 'Shop') =>
  `/subscriptions/${PAYMENTS}/resourceGroups/${PLACE.resourceGroup}/providers/${type}/${name}`;
const WEB_APP = idOf('Microsoft.Web/sites');

describe('a resource that the configuration names', () => {
  let wire: Wire;
  afterEach(() => wire.stop());

  const start = async (
    types: readonly string[],
    options: { actions?: string[]; names?: string[] } = {},
  ) => {
    const { names = ['Shop'] } = options;
    wire = await startWire({
      resources: types.flatMap(type => names.map(name => idOf(type, name))),
      actions: options.actions ?? [
        ...everyAction(),
        ...types.flatMap(resourceActions),
      ],
    });
  };
  const add = (
    type: string,
    groupIds: string[],
    more: { name?: string; tags?: Record<string, string> } = {},
  ) =>
    wire.sandbox.azure.linkTargets.addTarget({
      ...PLACE,
      type,
      name: 'Shop',
      groupIds,
      ...more,
    });
  const connect = (target: string, groupId: string, requestMessage?: string) =>
    wire.sandbox.azure.connect({
      subscriptionId: PARTNER,
      target,
      groupIds: [groupId],
      requestMessage,
    });
  const refTo = ({ connection }: ReturnType<typeof connect>) => ({
    scopeId: toResourceScopeId(connection.targetId),
    exposureNativeId: connection.targetId.toLowerCase(),
    nativeId: connection.id.toLowerCase(),
  });
  /** Lets the sandbox's clock run while Azure is at work in the background. */
  const whileTimePasses = async <Result>(work: Promise<Result>) => {
    const moving = setInterval(() => wire.sandbox.clock.advance(1_000), 20);
    return work.finally(() => clearInterval(moving));
  };

  it('is a source of its own, and an exposure with its owner tag and its connections', async () => {
    await start(['Microsoft.Web/sites']);
    const { id } = add('Microsoft.Web/sites', ['sites'], {
      tags: { 'backstage-entity-ref': 'component:default/shop' },
    });
    connect(id, 'sites', 'Front Door of the shop');

    const scopes = await wire.provider.listScopes();
    const { exposures, connections, error } = await surveyScope(
      wire,
      toResourceScopeId(WEB_APP),
    );
    const others = await surveyScope(wire, PAYMENTS_SCOPE);

    expect(error).toBeUndefined();
    expect(scopes.slice(0, 3)).toEqual([
      expect.objectContaining({ id: PAYMENTS_SCOPE, title: 'acme-payments' }),
      expect.objectContaining({ id: FRONT_DOOR_SCOPE }),
      {
        id: `azure/${PAYMENTS}/mc_payments/microsoft.web/sites/shop`,
        title: 'acme-payments · Shop',
        account: PAYMENTS,
        accountName: 'acme-payments',
        group: `azure/${PAYMENTS}/resources`,
      },
    ]);
    expect(exposures).toEqual([
      expect.objectContaining({
        nativeId: id.toLowerCase(),
        kind: 'azure-private-link-resource',
        name: 'Shop',
        lifecycle: 'live',
        evidence: {
          tags: { 'backstage-entity-ref': 'component:default/shop' },
          kubernetesServices: [],
        },
        address: id,
        facts: expect.arrayContaining([
          { label: 'Group ids', value: 'sites' },
          { label: 'Type', value: 'Microsoft.Web/sites' },
        ]),
      }),
    ]);
    expect(connections).toEqual([
      expect.objectContaining({
        exposureNativeId: id.toLowerCase(),
        state: 'pending',
        requestMessage: 'Front Door of the shop',
        consumer: expect.objectContaining({ account: PARTNER }),
      }),
    ]);
    expect(others.exposures).toEqual([]);
  });

  it('costs two calls, and one for its API version once', async () => {
    await start(['Microsoft.Web/sites']);
    connect(add('Microsoft.Web/sites', ['sites']).id, 'sites');
    const scopeId = toResourceScopeId(WEB_APP);

    await surveyScope(wire, scopeId);
    await surveyScope(wire, scopeId);

    expect(wire.calls.map(call => [call.scopeId, call.operation])).toEqual([
      [scopeId, 'Microsoft.Resources/subscriptions/providers/read'],
      [scopeId, 'Microsoft.Web/sites/read'],
      [scopeId, 'Microsoft.Web/sites/privateEndpointConnections/read'],
      [scopeId, 'Microsoft.Web/sites/read'],
      [scopeId, 'Microsoft.Web/sites/privateEndpointConnections/read'],
    ]);
  });

  describe.each([
    { type: 'Microsoft.Web/sites', groupId: 'sites' },
    { type: 'Microsoft.Storage/storageAccounts', groupId: 'blob' },
    { type: 'Microsoft.Sql/servers', groupId: 'sqlServer' },
    { type: 'Microsoft.KeyVault/vaults', groupId: 'vault' },
    {
      type: 'Microsoft.ContainerService/managedClusters',
      groupId: 'management',
    },
  ])('of type $type', ({ type, groupId }) => {
    beforeEach(() => start([type]));

    const surveyed = async () => {
      const { connections, error } = await surveyScope(
        wire,
        toResourceScopeId(idOf(type)),
      );
      if (error) throw error;
      return connections;
    };

    it.each([
      { verdict: 'approve', word: 'Approved', state: 'connected' },
      { verdict: 'reject', word: 'Rejected', state: 'rejected' },
    ] as const)('is decided on: $verdict', async ({ verdict, word, state }) => {
      const endpoint = connect(add(type, [groupId]).id, groupId);
      const ref = refTo(endpoint);
      const before = await surveyed();

      await wire.provider.decide(ref, verdict, 'Contract 4711', { signal });

      expect(before).toEqual([expect.objectContaining({ state: 'pending' })]);
      expect(endpoint.connection).toMatchObject({
        status: word,
        description: 'Contract 4711',
      });
      const [after] = await surveyed();
      expect(after).toMatchObject({ nativeId: ref.nativeId, state });
      expect(await wire.provider.readConnection(ref, { signal })).toEqual(
        after,
      );
    });

    it('is decided on: remove, which leaves the endpoint disconnected', async () => {
      const endpoint = connect(add(type, [groupId]).id, groupId);
      const ref = refTo(endpoint);
      await wire.provider.decide(ref, 'approve', 'known', { signal });
      wire.sandbox.clock.advance(60_000);

      await whileTimePasses(
        wire.provider.decide(ref, 'remove', 'known', { signal }),
      );
      wire.sandbox.clock.advance(60_000);

      expect(await surveyed()).toEqual([]);
      expect(
        wire.sandbox.azure.privateEndpoints.getEndpoint(endpoint.id).connection
          .status,
      ).toBe('Disconnected');
    });
  });

  it('that fails leaves the others of its subscription alone', async () => {
    const types = ['Microsoft.Web/sites', 'Microsoft.KeyVault/vaults'];
    await start(types, {
      actions: [...everyAction(), ...resourceActions(types[1])],
    });
    exposeService(wire, 'Ledger');
    add(types[0], ['sites']);
    add(types[1], ['vault']);

    const refused = await surveyScope(wire, toResourceScopeId(WEB_APP));
    const vault = await surveyScope(wire, toResourceScopeId(idOf(types[1])));
    const services = await surveyScope(wire, PAYMENTS_SCOPE);

    expect(refused.error?.message).toContain("'Microsoft.Web/sites/read'");
    expect(vault).toMatchObject({ exposures: [{ name: 'Shop' }] });
    expect(vault.error).toBeUndefined();
    expect(services).toMatchObject({ exposures: [{ name: 'Ledger' }] });
    expect(services.error).toBeUndefined();
  });

  it('that does not exist is complete without it, and said in the log', async () => {
    await start(['Microsoft.Web/sites']);

    const result = await surveyScope(wire, toResourceScopeId(WEB_APP));

    expect(result).toEqual({ exposures: [], connections: [] });
    expect(wire.warnings).toEqual([
      expect.stringContaining(`does not have '${WEB_APP}'`),
    ]);
  });

  it('of a type without private endpoints is an error that names it', async () => {
    const id = idOf('Microsoft.Network/virtualNetworks', 'vnet');
    wire = await startWire({ resources: [id], actions: ['*'] });
    wire.sandbox.azure.networks.putVirtualNetwork({
      ...PLACE,
      name: 'vnet',
      addressPrefixes: ['10.0.0.0/16'],
      subnets: [],
    });

    const { error } = await surveyScope(wire, toResourceScopeId(id));

    expect(error?.name).toBe('InputError');
    expect(error?.message).toContain(`'${id}' takes no private endpoints`);
  });

  it('is inspected: its own state, and consumers whose endpoint is lost', async () => {
    await start(['Microsoft.Web/sites']);
    const { id } = add('Microsoft.Web/sites', ['sites']);
    const endpoint = wire.sandbox.azure.connect({
      subscriptionId: ANALYTICS,
      target: id,
      groupIds: ['sites'],
    });
    wire.sandbox.azure.connections.setState(endpoint.connection, {
      status: 'Disconnected',
    });
    const scopeId = toResourceScopeId(id);
    const { exposures, connections } = await surveyScope(wire, scopeId);

    const inspection = await wire.provider.inspect(
      { scopeId, exposure: exposures[0], connections },
      { signal },
    );

    expect(inspection).toMatchObject({
      health: 'ok',
      hops: [
        {
          type: 'private-link-resource',
          title: 'Shop',
          health: 'ok',
          consoleUrl: expect.stringContaining('/sites/shop'),
        },
      ],
      grants: [{ principal: '*', type: 'everyone', autoApproved: false }],
      findings: [{ ruleId: 'azure/endpoint-disconnected' }],
    });
    expect(inspection.findings[0].hopId).toBe(inspection.hops[0].id);
  });

  it('shows a Front Door its way in, which is decided on at the resource', async () => {
    await start(['Microsoft.Web/sites']);
    const { id } = add('Microsoft.Web/sites', ['sites']);
    exposeFrontDoor(wire, 'shop', {
      link: {
        targetId: id,
        groupId: 'sites',
        requestMessage: 'Front Door of the shop',
      },
    });
    const { exposures, connections } = await surveyScope(
      wire,
      FRONT_DOOR_SCOPE,
    );
    const [waiting] = (await surveyScope(wire, toResourceScopeId(id)))
      .connections;
    const inspect = async () => {
      const target = { scopeId: FRONT_DOOR_SCOPE, exposure: exposures[0] };
      const { hops } = await wire.provider.inspect(
        { ...target, connections },
        { signal },
      );
      return hops.find(({ type }) => type === 'private-link-resource');
    };

    const before = await inspect();
    await wire.provider.decide(
      { scopeId: toResourceScopeId(id), ...waiting },
      'approve',
      'Front Door of the shop',
      { signal },
    );

    expect(connections).toEqual([]);
    expect(before).toMatchObject({ title: 'Shop', health: 'failing' });
    expect(await inspect()).toMatchObject({ title: 'Shop', health: 'ok' });
  });
});
