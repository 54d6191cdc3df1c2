import {
  exposeFrontDoor,
  type ExposeFrontDoorOptions,
} from '../__testUtils__/exposeFrontDoor';
import { exposeService } from '../__testUtils__/exposeService';
import {
  PARTNER,
  PAYMENTS_SCOPE,
  PLACE,
  startWire,
  surveyScope,
  type Wire,
} from '../__testUtils__/startWire';

jest.setTimeout(60_000);

const { signal } = new AbortController();
const REQUEST = 'Front Door of the shop 7b0c1f58-5d0e-4e6f-9a51-0f6f4d4ad001';

describe('Front Door', () => {
  let wire: Wire;

  beforeEach(async () => {
    wire = await startWire({ actions: ['*'] });
  });
  afterEach(() => wire.stop());

  const survey = async () => {
    const { exposures, connections, error } = await surveyScope(wire);
    if (error) throw error;
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
      { scopeId: PAYMENTS_SCOPE, exposure: frontDoor, connections: mine },
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
        scopeId: PAYMENTS_SCOPE,
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
              { scopeId: PAYMENTS_SCOPE, exposureNativeId, nativeId },
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
