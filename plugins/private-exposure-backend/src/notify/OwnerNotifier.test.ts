import { mockServices } from '@backstage/backend-test-utils';
import type { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import type { StateChange } from '../database/StateChange';
import { defaultEntityTabPath } from './entityTabPath';
import { OwnerNotifier } from './OwnerNotifier';

const failingHealth = (name: string): StateChange => ({
  type: 'health-changed',
  at: new Date('2026-11-21T08:00:00.000Z'),
  exposureId: name,
  entityRef: `component:default/${name}`,
  from: 'ok',
  to: 'failing',
  initial: false,
});

/** As the service fails when the plugin answers with a status. */
const answer = (statusCode: number) =>
  Object.assign(new Error(`Status ${statusCode}`), { statusCode });

describe('OwnerNotifier', () => {
  function setUp() {
    const told: string[] = [];
    const failures: Error[] = [];
    const logger = mockServices.logger.mock();
    const notifier = OwnerNotifier.create({
      notifications: {
        send: async ({ payload }: NotificationSendOptions) => {
          const failure = failures.shift();
          if (failure) throw failure;
          told.push(payload.title);
        },
      },
      tabPath: defaultEntityTabPath,
      logger,
    });
    return { told, failures, logger, notifier };
  }

  it('notifies again once the plugin answers, after it was not there', async () => {
    const { told, failures, logger, notifier } = setUp();
    failures.push(answer(404), answer(404));

    await notifier.add([failingHealth('a'), failingHealth('b')]);
    await notifier.add([failingHealth('c')]);
    await notifier.add([failingHealth('d')]);

    expect(told).toEqual(['Private traffic to d fails']);
    expect(logger.info).toHaveBeenCalledTimes(1);
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('says whose owner was not notified, and goes on with the others', async () => {
    const { told, failures, logger, notifier } = setUp();
    failures.push(answer(503));

    await notifier.add([failingHealth('a'), failingHealth('b')]);

    expect(told).toEqual(['Private traffic to b fails']);
    expect(logger.warn).toHaveBeenCalledWith(
      "The owner of 'component:default/a' was not notified: Error: Status 503",
    );
  });
});
