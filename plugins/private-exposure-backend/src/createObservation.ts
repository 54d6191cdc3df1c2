import type {
  AuthService,
  DatabaseService,
  LoggerService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import type { CatalogService } from '@backstage/plugin-catalog-node';
import { ClaimResolver } from './claims/ClaimResolver';
import { DatabaseClaimStore } from './claims/DatabaseClaimStore';
import type { PrivateExposureConfig } from './config';
import type { DatabaseExposureStore } from './database/DatabaseExposureStore';
import type { StateChangeListener } from './database/StateChange';
import type { ObservationMetrics } from './metrics/ObservationMetrics';
import { ExposureObservation } from './observation/ExposureObservation';
import { RetentionCleaner } from './observation/RetentionCleaner';
import type { ProviderRegistry } from './providers/ProviderRegistry';

/** What observing is made of. @internal */
export interface CreateObservationOptions {
  auth: AuthService;
  catalog: CatalogService;
  config: PrivateExposureConfig;
  database: DatabaseService;
  logger: LoggerService;
  metrics: ObservationMetrics;
  onChanges: StateChangeListener;
  providers: ProviderRegistry;
  scheduler: SchedulerService;
  store: DatabaseExposureStore;
}

/** Makes what observes, claims and cleans up; nothing runs before `start`. @internal */
export async function createObservation(options: CreateObservationOptions) {
  const { config, scheduler } = options;
  const resolver = ClaimResolver.create({
    ...options,
    store: await DatabaseClaimStore.create({
      ...options,
      namespaceOwners: config.claims.namespaceOwners,
    }),
    settings: config.claims,
  });
  const observation = ExposureObservation.create({
    ...options,
    providers: options.providers.list(),
    settings: config.observation,
    resolver,
  });
  const cleaner = await RetentionCleaner.create({
    ...options,
    settings: config.retention,
    providers: options.providers.list().map(({ id }) => id),
  });
  return {
    observation,
    claims: resolver,
    async start(): Promise<void> {
      await observation.start();
      await resolver.start(scheduler);
      await cleaner.start(scheduler);
    },
  };
}
