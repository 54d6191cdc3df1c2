import { TestDatabases } from '@backstage/backend-test-utils';
import {
  FakeExposureProvider,
  surveyedConnection,
  surveyedExposure,
} from '@postern/backstage-plugin-private-exposure-node/testUtils';
import { exposureId } from '../database/ids';
import { createObservationHarness } from './__testUtils__/observationHarness';

const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });
const minute = 60_000;

describe.each(databases.eachSupportedId())('ExposureObservation on %s', id => {
  const setUp = (providers: FakeExposureProvider[]) =>
    createObservationHarness(databases, id, providers);

  it('has one task for each account, and surveys it without touching others that fail', async () => {
    const provider = FakeExposureProvider.create();
    const good = provider.addScope({ id: 'fake/good', account: '1' });
    const bad = provider.addScope({ id: 'fake/bad', account: '1' });
    provider.addScope({ id: 'fake/other', account: '2' });
    good.exposures = [surveyedExposure({ nativeId: 'a' })];
    bad.failAfterPages = 0;
    bad.error = new Error('AccessDenied for AKIAIOSFODNN7EXAMPLE');
    const { scheduler, store } = await setUp([provider]);

    await scheduler.runAll();

    expect([...scheduler.tasks.keys()]).toEqual([
      'observe-fake-1',
      'observe-fake-2',
    ]);
    const scopes = await store.listScopes();
    expect(scopes.map(scope => [scope.id, scope.source.state])).toEqual([
      ['fake/bad', 'failed'],
      ['fake/good', 'fresh'],
      ['fake/other', 'fresh'],
    ]);
    expect(scopes[0].source.error).toBe('AccessDenied for [access key]');
    expect(scopes[1]).toMatchObject({ exposures: 1, calls: 1, throttles: 0 });
  });

  it.each([
    ['aws/111122223333', 'observe-aws-111122223333'],
    ['111122223333', 'observe-aws-111122223333'],
    ['aws-labs/eu', 'observe-aws-aws-labs-eu'],
  ])('names the task of the group %s %s', async (group, task) => {
    const provider = FakeExposureProvider.create({ id: 'aws' });
    provider.addScope({ id: 'aws/a', group });

    const { scheduler } = await setUp([provider]);

    expect([...scheduler.tasks.keys()]).toEqual([task]);
  });

  it('goes on with the other providers when one cannot say what it sees', async () => {
    const broken = FakeExposureProvider.create({ id: 'broken' });
    jest.spyOn(broken, 'listScopes').mockRejectedValue(new Error('no config'));
    const provider = FakeExposureProvider.create();
    provider.addScope({ id: 'fake/a' });

    const { scheduler, logger } = await setUp([broken, provider]);

    expect(scheduler.tasks.size).toBe(1);
    expect(logger.error).toHaveBeenCalledWith(
      "The provider 'broken' cannot be observed: no config",
    );
  });

  it('surveys a quiet scope seldom and a moving one often', async () => {
    const provider = FakeExposureProvider.create();
    const quiet = provider.addScope({ id: 'fake/quiet' });
    const moving = provider.addScope({ id: 'fake/moving' });
    quiet.exposures = [surveyedExposure({ nativeId: 'a' })];
    moving.exposures = [
      surveyedExposure({ nativeId: 'b', lifecycle: 'provisioning' }),
    ];
    const { scheduler, clock } = await setUp([provider]);
    const surveys = () => provider.calls.filter(call => /^survey/.test(call));

    await scheduler.runAll();
    clock.advance(11_000);
    await scheduler.runAll();
    const soon = surveys();
    clock.advance(2 * minute);
    await scheduler.runAll();

    expect(soon).toEqual([
      'survey fake/quiet',
      'survey fake/moving',
      'survey fake/moving',
    ]);
    expect(surveys()).toHaveLength(5);
  });

  it('inspects within the budget, what changed and what was asked for first', async () => {
    const provider = FakeExposureProvider.create();
    const state = provider.addScope({ id: 'fake/a' });
    state.exposures = ['a', 'b', 'c', 'd', 'e'].map(nativeId =>
      surveyedExposure({ nativeId }),
    );
    const { scheduler, clock, observation } = await setUp([provider]);
    const inspected = () =>
      provider.calls
        .filter(call => /^inspect/.test(call))
        .map(call => call.split(' ')[1]);

    await scheduler.runAll();
    const first = inspected();
    const [waiting] = ['a', 'b', 'c', 'd', 'e'].filter(
      name => !first.includes(name),
    );
    const answer = await observation.requestRefresh(
      exposureId('fake/a', waiting),
    );
    clock.advance(20_000);
    await scheduler.runAll();

    expect(first).toHaveLength(3);
    expect(answer).toBe('queued');
    expect(scheduler.triggered).toEqual(['observe-fake-111122223333']);
    expect(inspected()).toEqual([...first, waiting]);
  });

  it('makes one survey of many requests for one', async () => {
    const provider = FakeExposureProvider.create();
    provider.addScope({ id: 'fake/a' });
    const { scheduler, clock, observation } = await setUp([provider]);
    const surveys = () => provider.calls.length;
    provider.addScope({ id: 'fake/a' }).exposures = [
      surveyedExposure({ nativeId: 'a' }),
    ];
    await scheduler.runAll();

    for (let round = 0; round < 5; round += 1) {
      clock.advance(1000);
      await observation.surveySoon();
      await scheduler.runAll();
    }
    const early = surveys();
    clock.advance(5000);
    await scheduler.runAll();

    expect([early, surveys()]).toEqual([2, 3]);
  });

  it.each([0, 10 * minute])(
    'surveys once more for whoever asked while a survey was under way that took %d ms',
    async duration => {
      const provider = FakeExposureProvider.create();
      provider.addScope({ id: 'fake/a' });
      const { scheduler, clock, observation } = await setUp([provider]);
      const surveys = jest.spyOn(provider, 'survey');
      await scheduler.runAll();
      clock.advance(3 * minute);
      surveys.mockImplementationOnce(async function* readPast() {
        await observation.surveySoon('fake/a');
        await observation.surveySoon('fake/a');
        clock.advance(duration);
        yield { exposures: [], connections: [] };
      });
      await scheduler.runAll();

      clock.advance(11_000);
      await scheduler.runAll();
      const after = surveys.mock.calls.length;
      clock.advance(11_000);
      await scheduler.runAll();

      expect([after, surveys.mock.calls.length]).toEqual([3, 3]);
    },
  );

  it('surveys once more for whoever asked during the first survey', async () => {
    const provider = FakeExposureProvider.create();
    provider.addScope({ id: 'fake/a' });
    const { scheduler, clock, observation } = await setUp([provider]);
    const surveys = jest.spyOn(provider, 'survey');
    surveys.mockImplementationOnce(async function* readPast() {
      await observation.surveySoon();
      yield { exposures: [], connections: [] };
    });
    await scheduler.runAll();
    clock.advance(11_000);

    await scheduler.runAll();

    expect(surveys).toHaveBeenCalledTimes(2);
  });

  it('inspects again once a connection changed', async () => {
    const provider = FakeExposureProvider.create();
    const state = provider.addScope({ id: 'fake/a' });
    state.exposures = [surveyedExposure({ nativeId: 'a' })];
    const { scheduler, clock, told } = await setUp([provider]);
    await scheduler.runAll();
    state.connections = [
      surveyedConnection({ exposureNativeId: 'a', nativeId: 'c1' }),
    ];
    clock.advance(3 * minute);

    await scheduler.runAll();

    const inspections = provider.calls.filter(call => call === 'inspect a');
    expect(inspections).toHaveLength(2);
    expect(told.at(-1)).toMatchObject({
      type: 'connection-appeared',
      initial: false,
    });
  });

  it('keeps what the last inspection saw when the next one fails', async () => {
    const provider = FakeExposureProvider.create();
    const state = provider.addScope({ id: 'fake/a' });
    state.exposures = [surveyedExposure({ nativeId: 'a' })];
    const { scheduler, clock, store } = await setUp([provider]);
    await scheduler.runAll();
    provider.inspections.set('a', new Error('password=hunter2 refused'));
    clock.advance(20 * minute);

    await scheduler.runAll();

    const detail = await store.getExposure(exposureId('fake/a', 'a'));
    expect(detail).toMatchObject({
      summary: { health: 'ok' },
      inspection: {
        state: 'failed',
        observedAt: '2026-11-21T08:00:00.000Z',
        error: 'password=[hidden] refused',
      },
    });
  });

  it('notices a consumer that waits too long', async () => {
    const provider = FakeExposureProvider.create();
    const state = provider.addScope({ id: 'fake/a' });
    state.exposures = [surveyedExposure({ nativeId: 'a' })];
    state.connections = [
      surveyedConnection({
        ...{ exposureNativeId: 'a', nativeId: 'c1' },
        createdAt: '2026-11-17T07:00:00.000Z',
      }),
    ];
    const { scheduler, store } = await setUp([provider]);

    await scheduler.runAll();

    const detail = await store.getExposure(exposureId('fake/a', 'a'));
    expect(detail?.findings).toMatchObject([
      {
        ruleId: 'connection-pending-too-long',
        message: '1 consumer has waited for an answer for more than 3 days.',
      },
    ]);
  });

  it('logs a state that it does not know once', async () => {
    const provider = FakeExposureProvider.create();
    const state = provider.addScope({ id: 'fake/a' });
    state.exposures = [surveyedExposure({ nativeId: 'a' })];
    state.connections = ['c1', 'c2'].map(nativeId =>
      surveyedConnection({
        ...{ exposureNativeId: 'a', nativeId },
        ...{ state: 'unknown', nativeState: 'Frozen' },
      }),
    );
    const { scheduler, clock, logger } = await setUp([provider]);

    await scheduler.runAll();
    clock.advance(3 * minute);
    await scheduler.runAll();

    const warnings = logger.warn.mock.calls.filter(([text]) =>
      text.includes("'Frozen'"),
    );
    expect(warnings).toHaveLength(1);
  });

  it('ends with the process, and calls nothing gone for it', async () => {
    const provider = FakeExposureProvider.create();
    const state = provider.addScope({ id: 'fake/a' });
    state.exposures = [surveyedExposure({ nativeId: 'a' })];
    const { scheduler, clock, store } = await setUp([provider]);
    await scheduler.runAll();
    clock.advance(3 * minute);
    const controller = new AbortController();
    controller.abort();

    await scheduler.runAll(controller.signal);

    const { items } = await store.listExposures({});
    expect(items[0].summary).toMatchObject({ lifecycle: 'live' });
    expect(provider.calls.filter(call => /^survey/.test(call))).toHaveLength(1);
  });
});
