import type { HumanDuration } from '@backstage/types';

/**
 * How often the clouds are looked at. Read from the configuration by `config.ts`.
 *
 * @internal
 */
export interface ObservationSettings {
  /** Between two surveys of a group while nothing moves. Default 2 minutes. */
  frequency: HumanDuration;
  /** Between two surveys of a group while something is on its way. Default 10 seconds. */
  activeFrequency: HumanDuration;
  /** For how long after its last change something counts as on its way. Default 1 hour. */
  activeFor: HumanDuration;
  /** How long a survey of a group may take. Default 10 minutes. */
  timeout: HumanDuration;
  /** Before the first survey after a start. Default none. */
  initialDelay?: HumanDuration;
  /** When a survey counts as old. Default three times the frequency and one timeout. */
  staleAfter: HumanDuration;
  /** Inspections that one scope may have in a minute. Default 30. */
  inspectionsPerMinute: number;
  /** When an inspection counts as old, and is made again if the budget allows. Default 15 minutes. */
  inspectAfter: HumanDuration;
  /** How long one inspection may take. Default 1 minute. */
  inspectionTimeout: HumanDuration;
  /** How long a connection may wait before a finding says so. Default 3 days. */
  pendingLimit: HumanDuration;
}

/** What holds where the configuration says nothing. @internal */
export const defaultObservationSettings = {
  frequency: { minutes: 2 },
  activeFrequency: { seconds: 10 },
  activeFor: { hours: 1 },
  timeout: { minutes: 10 },
  staleAfter: { minutes: 16 },
  inspectionsPerMinute: 30,
  inspectAfter: { minutes: 15 },
  inspectionTimeout: { minutes: 1 },
  pendingLimit: { days: 3 },
} as const satisfies ObservationSettings;
