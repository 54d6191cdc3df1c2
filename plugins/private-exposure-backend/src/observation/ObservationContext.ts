import type { LoggerService } from '@backstage/backend-plugin-api';
import type { ObservationStore } from '../database/ObservationStore';
import type { StateChange } from '../database/StateChange';
import type { ObservationMetrics } from '../metrics/ObservationMetrics';
import type { ObservationSettings } from './ObservationSettings';

/** What every part of observation works with. @internal */
export interface ObservationContext {
  /** Where what is seen is kept. */
  store: ObservationStore;
  logger: LoggerService;
  metrics: ObservationMetrics;
  settings: ObservationSettings;
  /** Passes on what is committed; never throws. */
  publish: (changes: readonly StateChange[]) => Promise<void>;
  /** The present. */
  clock: () => Date;
}
