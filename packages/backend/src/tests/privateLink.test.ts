import { readFile } from 'node:fs/promises';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { TestDatabases } from '@backstage/backend-test-utils';
import { verdictsFor } from '@postern/backstage-plugin-private-exposure-common';
import { parse } from 'yaml';
import { onEach } from '../__testUtils__/clouds/clouds';
import {
  ask,
  findConnection,
  readExposure,
  readOutcome,
} from '../__testUtils__/portalPages';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { waitFor } from '../__testUtils__/waitFor';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });
const jonas = 'user:default/jonas';

describe.each(onEach(databases.eachSupportedId()))(
  '$name on $id',
  ({ cloud, id }) => {
    let portal: Portal;
    beforeEach(async () => {
      portal = await startPortal({ cloud, knex: await databases.init(id) });
      await portal.observe();
    });
    afterEach(() => portal.stop());

    const countApprovals = () =>
      portal.sandbox.requestLog.total({ action: cloud.actions.approve });

    it('shows what is in the cloud, and carries an approval there and back', async () => {
      const [consumer, other] = portal.story.waiting;
      const ledger = await readExposure(portal, 'ledger');
      const connection = await findConnection(portal, consumer);

      const asked = await ask(portal, connection, 'approve');
      const decision = await readOutcome(portal, asked.body.id);

      expect(ledger).toMatchObject({
        kind: cloud.words.kind,
        name: cloud.words.ledger,
        entityRef: 'component:default/ledger',
        lifecycle: 'live',
        attention: ['connection-pending'],
        claim: { basis: 'owner-tag', confirmed: true },
      });
      expect(ledger.connections).toHaveLength(2);
      expect(connection).toMatchObject({
        state: 'pending',
        nativeState: cloud.words.pending,
        consumer: { account: consumer.account },
      });
      expect(asked.status).toBe(202);
      expect(decision).toMatchObject({
        status: 'applied',
        before: { found: true, state: 'pending' },
        after: { found: true },
      });
      await waitFor(async () => {
        await portal.observe();
        const now = await findConnection(portal, consumer);
        return now.state === 'connected' ? now : undefined;
      });
      expect(portal.story.stateOf(consumer)).toBe('connected');
      expect(portal.story.stateOf(other)).toBe('pending');
      expect(countApprovals()).toBe(1);
    });

    it('tells the owner of a connection that begins to wait, and of none that waited before', async () => {
      const { send } = portal.notifications;
      const before = send.mock.calls.length;
      portal.story.connect('orders');

      await portal.observe();
      await waitFor(async () => (send.mock.calls.length ? true : undefined));

      expect(before).toBe(0);
      expect(send.mock.calls).toEqual([
        [
          expect.objectContaining({
            // Backstage finds the owners of the entity.
            recipients: {
              type: 'entity',
              entityRef: 'component:default/orders',
            },
            payload: expect.objectContaining({
              title: 'A consumer waits to connect to orders',
            }),
          }),
        ],
      ]);
    });

    it('costs no cloud call to look at any page', async () => {
      const { id: exposureId } = await readExposure(portal, 'ledger');
      const [consumer] = portal.story.waiting;
      const connection = await findConnection(portal, consumer);
      const asked = await ask(portal, connection, 'reject');
      await readOutcome(portal, asked.body.id);
      const values: Record<string, string> = {
        ...{ kind: 'component', namespace: 'default', name: 'ledger' },
        ...{ exposureId, decisionId: asked.body.id },
        clusterName: 'platform-eu',
        ...{ path: 'k8s/ledger.yaml', serviceName: 'ledger' },
        serviceNamespace: 'default',
      };
      const pages = (await listGetRoutes()).map(({ path, required }) => {
        const query = required.map(name => [name, values[name]]);
        const page = path.replace(/\{(\w+)\}/g, (_, name) => values[name]);
        return `${page}?${new URLSearchParams(query)}`;
      });
      const before = portal.sandbox.requestLog.total();

      // Twice: a call that the first round had left behind would show after the second.
      const statuses: number[] = [];
      for (const path of [...pages, ...pages]) {
        statuses.push((await portal.get(path)).status);
      }
      const summaries = await portal.post('/v1/exposures/by-entity-refs', {
        entityRefs: ['component:default/ledger', 'component:default/orders'],
      });
      await portal.settled();
      const after = portal.sandbox.requestLog.total();
      await portal.observe();

      expect(pages.length).toBeGreaterThanOrEqual(9);
      expect(new Set(statuses)).toEqual(new Set([200]));
      expect(summaries.body.items).toHaveLength(2);
      expect(before).toBeGreaterThan(0);
      expect(after).toBe(before);
      expect(portal.sandbox.requestLog.total()).toBeGreaterThan(after);
    });

    it.each(cloud.refusals)(
      'fails the decision if the cloud says no: $name',
      async ({ verdict, fault, message, leaves }) => {
        const [consumer] = portal.story.waiting;
        const { admit, stateOf } = portal.story;
        if (verdict === 'remove') admit(consumer);
        const state = verdict === 'remove' ? 'connected' : 'pending';
        const connection = await waitFor(async () => {
          await portal.observe();
          const now = await findConnection(portal, consumer);
          return now.state === state ? now : undefined;
        });
        const held = stateOf(consumer);
        portal.sandbox.faults.inject(fault);

        const asked = await ask(portal, connection, verdict);
        const decision = await readOutcome(portal, asked.body.id);

        expect(decision).toMatchObject({
          status: 'failed',
          message: expect.stringMatching(message),
          after: { found: true, state: leaves },
        });
        expect(stateOf(consumer)).toBe(held);
        // Pages have what the decision read a moment after its end.
        const shown = await waitFor(async () => {
          const now = await findConnection(portal, consumer);
          return now.state === leaves ? now : undefined;
        });
        expect(shown.verdicts).toEqual(verdictsFor(leaves, cloud.words.kind));
      },
    );

    it('carries out what was refused once, when the cloud takes it later', async () => {
      const [consumer] = portal.story.waiting;
      const [{ verdict, fault }] = cloud.refusals;
      portal.sandbox.faults.inject({ ...fault, times: 1 });
      const connection = await findConnection(portal, consumer);
      const refused = await ask(portal, connection, verdict);
      const first = await readOutcome(portal, refused.body.id);

      const taken = await ask(portal, connection, verdict, {
        key: 'a-new-click',
      });
      const second = await readOutcome(portal, taken.body.id);

      expect([first.status, second.status]).toEqual(['failed', 'applied']);
      expect(portal.story.stateOf(consumer)).toBe('connected');
    });

    it('decides nothing if the endpoint was replaced between view and click', async () => {
      const [consumer] = portal.story.waiting;
      const connection = await findConnection(portal, consumer);
      const successor = portal.story.replace(consumer);

      const asked = await ask(portal, connection, 'approve');
      const decision = await readOutcome(portal, asked.body.id);

      expect(decision).toMatchObject({ status: 'superseded' });
      expect(countApprovals()).toBe(0);
      expect(portal.story.stateOf(successor)).toBe('pending');
    });

    it('gives two approvers at once one effect, and tells the other one', async () => {
      const [consumer] = portal.story.waiting;
      const connection = await findConnection(portal, consumer);

      const answers = await Promise.all([
        ask(portal, connection, 'approve', { key: 'click-of-petra' }),
        ask(portal, connection, 'approve', {
          user: jonas,
          key: 'click-of-jonas',
        }),
      ]);
      const outcomes = await Promise.all(
        answers.map(async ({ status, body }) =>
          status === 202 ? (await readOutcome(portal, body.id)).status : status,
        ),
      );

      expect(outcomes).toContain('applied');
      // The second is turned away while the first is under way. One that comes when that has ended, as on a slow
      // machine, finds another state than its person saw.
      expect(outcomes.filter(outcome => outcome !== 'applied')).toEqual([
        answers.every(({ status }) => status === 202) ? 'superseded' : 409,
      ]);
      expect(portal.story.stateOf(consumer)).toBe('connected');
      expect(countApprovals()).toBe(1);
    });
  },
);

/** As the contract lists them, with the names of what they can't do without, so that no later route escapes the count. */
async function listGetRoutes(): Promise<
  { path: string; required: string[] }[]
> {
  const file = resolvePackagePath(
    '@postern/backstage-plugin-private-exposure-backend',
    'src/schema/openapi.yaml',
  );
  const { paths }: { paths: Record<string, Operations> } = parse(
    await readFile(file, 'utf8'),
  );
  return Object.entries(paths).flatMap(([path, { get }]) =>
    get ? [{ path, required: requiredQuery(get.parameters ?? []) }] : [],
  );
}

/** Of the contract's document, what is looked at here; parameters that it refers to are none of a query that is required. */
interface Operations {
  get?: { parameters?: { in?: string; name?: string; required?: boolean }[] };
}

function requiredQuery(
  parameters: readonly { in?: string; name?: string; required?: boolean }[],
): string[] {
  return parameters.flatMap(({ in: place, name, required }) =>
    place === 'query' && required && name ? [name] : [],
  );
}
