import {
  exposeFrontDoor,
  type ExposeFrontDoorOptions,
} from '../__testUtils__/exposeFrontDoor';
import { exposeService } from '../__testUtils__/exposeService';
import {
  everyAction,
  FRONT_DOOR_SCOPE,
  PARTNER,
  PAYMENTS_SCOPE,
  PLACE,
  startWire,
  surveyScope,
  type Wire,
} from '../__testUtils__/startWire';

const { signal } = new AbortController();
const REQUEST = 'Front Door of the shop 7b0c1f58-5d0e-4e6f-9a51-0f6f4d4ad001';

describe('Front Door', () => {
  let wire: Wire;

  beforeEach(async () => {
    wire = await startWire({ actions: ['*'] });
  });
  afterEach(() => wire.stop());

  const survey = async () => {
    const services = await surveyScope(wire);
    const frontDoors = await surveyScope(wire, FRONT_DOOR_SCOPE);
    const error = services.error ?? frontDoors.error;
    if (error) throw error;
    const exposures = [...services.exposures, ...frontDoors.exposures];
    const connections = [...services.connections, ...frontDoors.connections];
    const frontDoor = exposures.find(({ kind }) => kind === 'azure-front-door');
    if (!frontDoor) throw new Error('No Front Door was listed');
    const mine = connections.filter(
      ({ exposureNativeId }) => exposureNativeId === frontDoor.nativeId,
    );
    return { exposures, connections, frontDoor, mine };
  };
  const inspect = async () => {
    const { frontDoor, mine } = await survey();
    return wire.provider.inspect(
      { scopeId: FRONT_DOOR_SCOPE, exposure: frontDoor, connections: mine },
      { signal },
    );
  };
  const exposeBoth = (options: Partial<ExposeFrontDoorOptions> = {}) => {
    const { service } = exposeService(wire, 'Ledger');
    exposeFrontDoor(wire, 'shop', {
      link: { targetId: service.id, requestMessage: REQUEST },
      ...options,
    });
    return service;
  };
  const approve = async (nativeId: string, exposureNativeId: string) =>
    wire.provider.decide(
      { scopeId: PAYMENTS_SCOPE, exposureNativeId, nativeId },
      'approve',
      'known',
      { signal },
    );

  it('is an exposure; its connection at a private link service is shown there, with its request', async () => {
    const service = exposeBoth({ tags: { team: 'shop' } });

    const { frontDoor, connections, mine } = await survey();

    expect(frontDoor).toMatchObject({
      name: 'shop',
      lifecycle: 'live',
      evidence: { tags: { team: 'shop' } },
      address: expect.stringMatching(/azurefd\.net$/),
    });
    expect(mine).toEqual([]);
    expect(connections).toEqual([
      expect.objectContaining({
        exposureNativeId: service.id.toLowerCase(),
        state: 'pending',
        requestMessage: REQUEST,
      }),
    ]);
  });

  it('waits for an approval that somebody forgot, and works after it', async () => {
    exposeBoth();
    const waiting = await inspect();
    const [{ nativeId, exposureNativeId }] = (await survey()).connections;

    await approve(nativeId, exposureNativeId);
    const working = await inspect();

    expect(waiting).toMatchObject({
      health: 'failing',
      findings: [{ ruleId: 'azure/front-door-approval-forgotten' }],
    });
    expect(working.health).toBe('ok');
    expect(working.findings).toEqual([]);
    expect(working.hops.map(({ type, health }) => [type, health])).toEqual([
      ['cdn', 'ok'],
      ['waf', 'ok'],
      ['private-link-service', 'ok'],
      ['load-balancer', 'ok'],
      ['target-group', 'ok'],
    ]);
  });

  /** Front Door's own connection, at a resource of others who never heard of it. */
  const reachStorage = (requestMessage: string) => {
    const { id } = wire.sandbox.azure.linkTargets.addTarget({
      ...PLACE,
      type: 'Microsoft.Storage/storageAccounts',
      name: 'assets',
      groupIds: ['blob'],
    });
    exposeFrontDoor(wire, 'shop', {
      link: { targetId: id, groupId: 'blob', requestMessage },
    });
    return id;
  };

  it('finds its connection at a storage account, before and after it is approved there', async () => {
    const id = reachStorage(REQUEST);
    // Somebody else's, which is none of its business.
    wire.sandbox.azure.connect({
      subscriptionId: PLACE.subscriptionId,
      target: id,
      groupIds: ['blob'],
      requestMessage: 'For the reports',
    });

    const [before, ...others] = (await survey()).mine;
    await approve(before.nativeId, id.toLowerCase());
    const [after] = (await survey()).mine;
    const again = await wire.provider.readConnection(
      {
        scopeId: FRONT_DOOR_SCOPE,
        exposureNativeId: before.exposureNativeId,
        nativeId: before.nativeId,
      },
      { signal },
    );

    expect(others).toEqual([]);
    expect(before).toMatchObject({ state: 'pending', requestMessage: REQUEST });
    expect(after).toMatchObject({
      nativeId: before.nativeId,
      state: 'connected',
    });
    expect(again).toEqual(after);
    expect((await inspect()).health).toBe('ok');
  });

  it.each(['approve', 'reject', 'remove'] as const)(
    'is no way to %s what its owner let it name at a resource of others',
    async verdict => {
      const id = reachStorage('Approved');
      // Another consumer's, in the very words that the Front Door's owner chose.
      wire.sandbox.azure.connect({
        subscriptionId: PARTNER,
        target: id,
        groupIds: ['blob'],
        requestMessage: 'Approved',
      });
      const { mine } = await survey();

      const refused = await Promise.all(
        mine.map(({ nativeId, exposureNativeId }) =>
          wire.provider
            .decide(
              { scopeId: FRONT_DOOR_SCOPE, exposureNativeId, nativeId },
              verdict,
              'known',
              { signal },
            )
            .catch(({ name, message }) => ({ name, message })),
        ),
      );

      expect(refused).toHaveLength(2);
      for (const error of refused) {
        expect(error).toEqual({
          name: 'DecisionRefusedError',
          message: expect.stringContaining(
            `whoever owns '${id.toLowerCase()}'`,
          ),
        });
      }
      expect(wire.calls.map(({ operation }) => operation).join()).not.toMatch(
        /(write|delete)\b/,
      );
      expect((await survey()).mine.map(({ state }) => state)).toEqual([
        'pending',
        'pending',
      ]);
    },
  );

  it.each([
    { firewallMode: false, rule: 'azure/firewall-missing' },
    { firewallMode: 'Detection', rule: 'azure/firewall-only-detects' },
  ] as const)(
    'notices a firewall that is $firewallMode: $rule',
    async ({ firewallMode, rule }) => {
      exposeBoth({ firewallMode });
      const [{ nativeId, exposureNativeId }] = (await survey()).connections;
      await approve(nativeId, exposureNativeId);

      expect((await inspect()).findings).toEqual([
        expect.objectContaining({ ruleId: rule }),
      ]);
    },
  );

  it.each([
    [
      'a custom domain that only the endpoint’s firewall stands beside',
      { customDomain: 'pay.acme.example' },
      ['pay.acme.example/*'],
    ],
    [
      'no custom domain that no route serves',
      { customDomain: 'pay.acme.example', route: { customDomains: [] } },
      undefined,
    ],
    [
      'no endpoint that no route is linked to',
      { firewallMode: false, route: { linkToDefaultDomain: 'Disabled' } },
      undefined,
    ],
    [
      'no route that is off',
      { firewallMode: false, route: { enabledState: 'Disabled' } },
      undefined,
    ],
  ] as const)('notices %s, by what routes serve', async (_, options, open) => {
    exposeFrontDoor(wire, 'shop', options);

    const { findings } = await inspect();

    const finding = findings.find(
      ({ ruleId }) => ruleId === 'azure/firewall-missing',
    );
    expect(finding?.evidence?.map(({ value }) => value)).toEqual(open);
  });

  it('says that the domains it serves are unknown where no role lets us read them', async () => {
    await wire.stop();
    const closed = 'Microsoft.Cdn/profiles/afdEndpoints/routes/read';
    wire = await startWire({
      actions: everyAction().filter(action => action !== closed),
    });
    exposeFrontDoor(wire, 'shop', { firewallMode: false });

    const { findings } = await inspect();

    expect(findings.map(({ ruleId }) => ruleId)).toEqual([
      'azure/permission-missing',
    ]);
    expect(findings[0].message).toContain(closed);
  });

  it('shows endpoints and origins that may not be read as unknown, not as none', async () => {
    await wire.stop();
    const closed = [
      'Microsoft.Cdn/profiles/afdEndpoints/read',
      'Microsoft.Cdn/profiles/originGroups/origins/read',
    ];
    wire = await startWire({
      actions: everyAction().filter(action => !closed.includes(action)),
    });
    exposeBoth();
    const { exposures } = await surveyScope(wire, FRONT_DOOR_SCOPE);
    const [frontDoor] = exposures;

    const { hops, health, findings } = await wire.provider.inspect(
      { scopeId: FRONT_DOOR_SCOPE, exposure: frontDoor, connections: [] },
      { signal },
    );

    expect(health).toBe('unknown');
    expect(hops.map(({ type, health: one }) => [type, one])).toEqual([
      ['cdn', 'unknown'],
      ['waf', 'ok'],
      ['load-balancer', 'unknown'],
    ]);
    expect(findings.map(({ message }) => message)).toEqual(
      closed.map(action => expect.stringContaining(`'${action}'`)),
    );
  });

  it('goes by the connection that waits, not by a rejected one with the same text before it', async () => {
    const service = exposeBoth();
    const [{ nativeId, exposureNativeId }] = (await survey()).connections;
    await wire.provider.decide(
      { scopeId: PAYMENTS_SCOPE, exposureNativeId, nativeId },
      'reject',
      REQUEST,
      { signal },
    );
    const rejected = await inspect();
    exposeFrontDoor(wire, 'anew', {
      link: { targetId: service.id, requestMessage: REQUEST },
    });

    const waiting = await inspect();

    expect(rejected.findings.map(({ ruleId }) => ruleId)).toContain(
      'azure/front-door-connection-lost',
    );
    expect(waiting.findings.map(({ ruleId }) => ruleId)).toEqual([
      'azure/front-door-approval-forgotten',
    ]);
  });

  it('does not know how a public origin is, and says what is wrong with it', async () => {
    exposeFrontDoor(wire, 'shop', {
      sku: 'Standard_AzureFrontDoor',
      origin: { enforceCertificateNameCheck: false },
    });

    const inspection = await inspect();

    expect(inspection.health).toBe('unknown');
    expect(inspection.findings.map(({ ruleId }) => ruleId)).toEqual([
      'azure/front-door-not-premium',
      'azure/front-door-origin-name',
    ]);
  });
});
