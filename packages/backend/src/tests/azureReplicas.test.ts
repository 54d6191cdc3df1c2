import { TestDatabases } from '@backstage/backend-test-utils';
import type {
  Decision,
  ExposureDetail,
} from '@postern/backstage-plugin-private-exposure-common';
import {
  type AzurePortal,
  startAzurePortal,
} from '../__testUtils__/startAzurePortal';
import { waitFor } from '../__testUtils__/waitFor';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['POSTGRES_17', 'SQLITE_3'] });
const [[id]] = databases.eachSupportedId();

/**
 * Two backends with a provider each on one database, in front of an Azure whose clock stands still: an operation takes
 * until the test moves it. Nothing runs by the clock here, the recovery neither.
 */
describe(`decisions on one private link service in two replicas on ${id}`, () => {
  let portal: AzurePortal;
  let other: Awaited<ReturnType<AzurePortal['startReplica']>>;

  /** @param settleTime - How long the call of a decision may take. */
  const start = async (settleTime: { seconds: number }) => {
    portal = await startAzurePortal({
      knex: await databases.init(id),
      resources: [{ type: 'Microsoft.Web/sites', groupId: 'sites' }],
      decisions: { settleTime, effectTimeout: { seconds: 60 } },
    });
    other = await portal.startReplica();
    const { clock } = portal.sandbox;
    const [connected] = portal.story.waiting;
    portal.story.admit(connected);
    clock.advance(60_000);
    clock.freeze(clock.now());
    await portal.observe();
  };
  afterEach(async () => {
    await other.stop();
    await portal.stop();
  });

  const connectionIn = async (state: string, entity: string) => {
    const { body } = await portal.get(
      `/v1/entities/component/default/${entity}/exposures`,
    );
    const [exposure]: ExposureDetail[] = body.exposures;
    const found = exposure.connections.find(one => one.state === state);
    if (!found) throw new Error(`No connection is ${state}`);
    return found;
  };
  const decide = async (
    replica: Pick<AzurePortal, 'post'>,
    verdict: string,
    state: string,
    entity = 'ledger',
  ): Promise<Decision> => {
    const connection = await connectionIn(state, entity);
    const { body, status } = await replica.post(
      `/v1/connections/${connection.id}/decisions`,
      { verdict, reason: 'Globex signed.', seen: { state } },
    );
    expect(status).toBe(202);
    return body;
  };
  const read = async (decision: Decision): Promise<Decision> =>
    (await portal.get(`/v1/decisions/${decision.id}`)).body;
  const endOf = (decision: Decision) =>
    waitFor(async () => {
      const now = await read(decision);
      return now.endedAt ? now : undefined;
    });
  /** Answers to changes of connections, as Azure was asked for them. */
  const changes = () =>
    portal.sandbox.requestLog
      .list()
      .filter(({ action }) =>
        /^PrivateLinkServices_(Delete|Update)PrivateEndpointConnection$/.test(
          action,
        ),
      );
  const removalIsTaken = () =>
    waitFor(async () => (changes().length > 0 ? true : undefined));
  /** Once Azure has turned a whole call away, with all of its attempts. */
  const isBusy = () => {
    const turnedAway = changes().filter(
      ({ errorCode }) => errorCode === 'AnotherOperationInProgress',
    );
    return turnedAway.length >= 5 ? true : undefined;
  };
  const endOperation = () =>
    portal.sandbox.clock.advance(portal.sandbox.azure.timings.armOperation);

  it('never overlap: an approval waits for a removal in the other replica, and begins when that has ended', async () => {
    await start({ seconds: 30 });
    const removal = await decide(portal, 'remove', 'connected');
    await removalIsTaken();

    const approval = await decide(other, 'approve', 'pending');
    // What came later and is about another exposure shows that the replica has passed the approval over.
    const elsewhere = await endOf(
      await decide(other, 'approve', 'pending', 'webapp'),
    );
    const meanwhile = await read(approval);
    endOperation();
    const ends = [await endOf(removal), await endOf(approval)];

    expect(elsewhere.status).toBe('applied');
    expect(meanwhile.status).toBe('requested');
    expect(ends.map(({ status }) => status)).toEqual(['applied', 'applied']);
    expect(changes().map(({ errorCode }) => errorCode)).toEqual([
      undefined,
      undefined,
    ]);
  });

  it('are not refused where the call ahead was given up on and Azure goes on with it', async () => {
    await start({ seconds: 2 });
    const removal = await decide(portal, 'remove', 'connected');
    await removalIsTaken();
    const approval = await decide(other, 'approve', 'pending');

    await waitFor(async () => isBusy());
    const meanwhile = await read(approval);
    endOperation();
    const ends = [await endOf(removal), await endOf(approval)];

    expect(meanwhile.status).toBe('applying');
    expect(ends.map(({ status }) => status)).toEqual(['applied', 'applied']);
  });

  it('are not refused while somebody else changes the service, and are carried out afterwards', async () => {
    await start({ seconds: 30 });
    const { azure } = portal.sandbox;
    const { id: resourceId, subscriptionId, location } = portal.story.ledger;
    azure.operations.begin({
      ...{ resourceId, subscriptionId, location },
      namespace: 'Microsoft.Network',
      finish: () => {},
    });

    const approval = await decide(other, 'approve', 'pending');
    await waitFor(async () => isBusy());
    const meanwhile = await read(approval);
    endOperation();
    const end = await endOf(approval);

    expect(meanwhile.status).toBe('applying');
    expect(end.status).toBe('applied');
  });
});
