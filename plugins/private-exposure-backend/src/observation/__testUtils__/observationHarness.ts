import {
  mockServices,
  type TestDatabases,
} from '@backstage/backend-test-utils';
import { metricsServiceMock } from '@backstage/backend-test-utils/alpha';
import type {
  SchedulerService,
  SchedulerServiceTaskInvocationDefinition,
  SchedulerServiceTaskScheduleDefinition,
} from '@backstage/backend-plugin-api';
import type { FakeExposureProvider } from '@postern/backstage-plugin-private-exposure-node/testUtils';
import { createStoreHarness } from '../../database/__testUtils__/storeHarness';
import type { StateChange } from '../../database/StateChange';
import { ObservationMetrics } from '../../metrics/ObservationMetrics';
import { ExposureObservation } from '../ExposureObservation';
import { defaultObservationSettings } from '../ObservationSettings';

type Task = SchedulerServiceTaskScheduleDefinition &
  SchedulerServiceTaskInvocationDefinition;

/** Holds the tasks, and runs them when the test says so. */
class ManualScheduler {
  readonly tasks = new Map<string, Task>();
  readonly triggered: string[] = [];

  readonly service: SchedulerService = mockServices.scheduler.mock({
    scheduleTask: async task => {
      this.tasks.set(task.id, task);
    },
    triggerTask: async id => {
      this.triggered.push(id);
    },
  });

  async runAll(signal = new AbortController().signal): Promise<void> {
    for (const task of this.tasks.values()) await task.fn(signal);
  }
}

/** Observation of some clouds, on a fresh database and a schedule that the test runs. */
export async function createObservationHarness(
  databases: TestDatabases,
  databaseId: Parameters<TestDatabases['init']>[0],
  providers: FakeExposureProvider[],
) {
  const harness = await createStoreHarness(databases, databaseId);
  const scheduler = new ManualScheduler();
  const logger = mockServices.logger.mock();
  const told: StateChange[] = [];
  const observation = ExposureObservation.create({
    store: harness.store,
    providers,
    scheduler: scheduler.service,
    logger,
    metrics: ObservationMetrics.create({
      metrics: metricsServiceMock.mock(),
    }),
    settings: { ...defaultObservationSettings, inspectionsPerMinute: 3 },
    onChanges: changes => {
      told.push(...changes);
    },
    resolver: { resolveNewOwners: async () => {} },
    clock: harness.clock.read,
  });
  await observation.start();
  return { ...harness, scheduler, logger, told, observation };
}
