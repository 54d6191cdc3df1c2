import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { exposeFrontDoor } from '../__testUtils__/exposeFrontDoor';
import { exposeService } from '../__testUtils__/exposeService';
import {
  ANALYTICS,
  FRONT_DOOR_SCOPE,
  PAYMENTS_SCOPE,
  startWire,
  surveyScope,
  type Wire,
} from '../__testUtils__/startWire';
import { requiredRbacActions } from '../requiredRbacActions';

const { reader, approver } = requiredRbacActions;

function pageOf(name: string): string {
  return readFileSync(resolve(__dirname, `../../docs/${name}.md`), 'utf8');
}

/** The actions of each role in the documentation, by its name. */
function actionsInDocs(): Record<string, string[]> {
  const page = pageOf('role-assignments');
  const roles: { Name: string; Actions: string[] }[] = [
    ...page.matchAll(/```json\n([\s\S]*?)```/g),
  ].map(([, text]) => JSON.parse(text));
  return Object.fromEntries(roles.map(({ Name, Actions }) => [Name, Actions]));
}

describe('requiredRbacActions', () => {
  let wire: Wire;

  beforeEach(async () => {
    // With these actions and no others: whatever is missing is refused.
    wire = await startWire();
  });
  afterEach(() => wire.stop());

  it('are those of the roles in the documentation', () => {
    const roles = actionsInDocs();

    expect(roles['Postern Reader']).toEqual(reader);
    expect(roles['Postern Approver']).toEqual(approver);
  });

  it('are those of other resources in the documentation', () => {
    const { resourceReader, resourceApprover } = requiredRbacActions;
    const rows = pageOf('role-assignments').matchAll(
      /^\| (reader|approver) +\| (.*?) +\|$/gm,
    );

    expect(
      Object.fromEntries(
        [...rows].map(([, role, actions]) => [
          role,
          actions.replaceAll('`', '').split(', '),
        ]),
      ),
    ).toEqual({ reader: resourceReader, approver: resourceApprover });
  });

  it('are all that a full run needs, each of them used', async () => {
    const { signal } = new AbortController();
    const { provider, sandbox } = wire;
    const { service } = exposeService(wire, 'Ledger');
    exposeFrontDoor(wire, 'shop', {
      link: { targetId: service.id, requestMessage: 'Front Door of the shop' },
    });
    sandbox.azure.connect({ subscriptionId: ANALYTICS, target: service.alias });

    const { connections, ...services } = await surveyScope(wire);
    const frontDoors = await surveyScope(wire, FRONT_DOOR_SCOPE);
    for (const [scopeId, { exposures, error }] of [
      [PAYMENTS_SCOPE, services],
      [FRONT_DOOR_SCOPE, frontDoors],
    ] as const) {
      expect(error).toBeUndefined();
      expect(exposures).toHaveLength(1);
      for (const exposure of exposures) {
        const { findings } = await provider.inspect(
          { scopeId, exposure, connections },
          { signal },
        );
        expect(findings.map(({ ruleId }) => ruleId)).not.toContain(
          'azure/permission-missing',
        );
      }
    }
    const moving = setInterval(() => sandbox.clock.advance(1_000), 20);
    try {
      for (const [index, { nativeId, exposureNativeId }] of [
        ...connections.entries(),
      ]) {
        const ref = { scopeId: PAYMENTS_SCOPE, exposureNativeId, nativeId };
        const verdict = index === 0 ? 'approve' : 'remove';
        await provider.decide(ref, verdict, 'known', { signal });
        await provider.readConnection(ref, { signal });
      }
    } finally {
      clearInterval(moving);
    }

    const used = new Set(wire.calls.map(({ operation }) => operation));
    // Where an operation ends is Azure's choice of two; of other resources' providers this run needs nothing.
    const mayBeUnused = [
      'Microsoft.Network/locations/operationResults/read',
      'Microsoft.Resources/subscriptions/providers/read',
    ];
    expect(
      [...reader, ...approver].filter(
        action => !used.has(action) && !mayBeUnused.includes(action),
      ),
    ).toEqual([]);
    expect(
      [...used].filter(
        action => ![...reader, ...approver].some(one => one === action),
      ),
    ).toEqual([]);
  });
});
