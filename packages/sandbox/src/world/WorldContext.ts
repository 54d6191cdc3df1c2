import { SandboxClock } from '../clock';
import { IdSource } from './IdSource';
import { ScopedRecord, Scope, Tags, WorldTimings } from './types';

/** What happened to a resource. @public */
export interface WorldEvent {
  at: number;
  /** For example `endpoint-service`, `endpoint`, `load-balancer`. */
  kind: string;
  resourceId: string;
  /** The state it has now, or `gone`. */
  state: string;
}

/** Timings that let a person follow the demo. @public */
export const defaultTimings: Readonly<WorldTimings> = {
  loadBalancerActive: 6000,
  targetHealthy: 6000,
  targetDraining: 10_000,
  serviceAvailable: 3000,
  endpointAvailable: 5000,
  endpointDeleted: 4000,
  domainVerification: 4000,
  distributionDeployed: 8000,
  vpcOriginDeployed: 8000,
  certificateIssued: 4000,
  recordsInSync: 2000,
  roleSession: 3_600_000,
  visibility: 0,
};

/**
 * What the parts of one world share: the clock, the ids, the timings, and the way to
 * tell of a change of state.
 *
 * @public
 */
export class WorldContext {
  readonly clock: SandboxClock;
  readonly ids: IdSource;
  readonly timings: WorldTimings;
  readonly #announce: (event: WorldEvent) => void;
  #sequence = 0;

  constructor(options: {
    clock: SandboxClock;
    ids: IdSource;
    timings?: Partial<WorldTimings>;
    announce: (event: WorldEvent) => void;
  }) {
    this.clock = options.clock;
    this.ids = options.ids;
    this.#announce = options.announce;
    this.timings = { ...defaultTimings, ...options.timings };
  }

  /** The fields that every new record starts with. */
  newRecord(scope: Scope, id: string, tags: Tags = {}): ScopedRecord {
    this.#sequence += 1;
    const now = this.clock.now();
    return {
      id,
      accountId: scope.accountId,
      region: scope.region,
      sequence: this.#sequence,
      createdAt: now,
      visibleAt: now + this.timings.visibility,
      tags: { ...tags },
    };
  }

  /** Tells of a change of state. */
  announce(kind: string, resourceId: string, state: string): void {
    this.#announce({ at: this.clock.now(), kind, resourceId, state });
  }
}
