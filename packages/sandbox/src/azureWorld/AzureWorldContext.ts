import { SandboxClock } from '../clock';
import { IdSource } from '../world/IdSource';
import { Tags } from '../world/types';
import { armId, ArmPlace } from './armIds';
import { ArmRecord, AzureTimings } from './types';

/** Timings that let a person follow the demo. @public */
export const defaultAzureTimings: Readonly<AzureTimings> = {
  armOperation: 4000,
  connectionUpdate: 1000,
  loadBalancerHealth: 1000,
  frontDoorPrivateLink: 8000,
  armVisibility: 0,
};

/** What a new resource starts with. @public */
export interface NewResource extends ArmPlace {
  location: string;
  tags?: Tags;
}

/**
 * What the parts of one Azure world share: the clock, the ids and the timings.
 *
 * @public
 */
export class AzureWorldContext {
  readonly clock: SandboxClock;
  readonly ids: IdSource;
  readonly timings: AzureTimings;
  #sequence = 0;

  constructor(options: {
    clock: SandboxClock;
    ids: IdSource;
    timings?: Partial<AzureTimings>;
  }) {
    this.clock = options.clock;
    this.ids = options.ids;
    this.timings = { ...defaultAzureTimings, ...options.timings };
  }

  /** The fields that every new resource starts with. */
  newRecord(type: string, input: NewResource): ArmRecord {
    return {
      id: armId(type, input),
      name: input.name,
      type,
      subscriptionId: input.subscriptionId,
      resourceGroup: input.resourceGroup,
      location: input.location,
      tags: { ...input.tags },
      provisioningState: 'Succeeded',
      resourceGuid: this.ids.guid(),
      etag: this.newEtag(),
      ...this.newAge(),
    };
  }

  /** When something new was made, and its place in listings. */
  newAge(): { sequence: number; createdAt: number; visibleAt: number } {
    this.#sequence += 1;
    const now = this.clock.now();
    return {
      sequence: this.#sequence,
      createdAt: now,
      visibleAt: now + this.timings.armVisibility,
    };
  }

  /** A version's mark, as Azure writes it. */
  newEtag(): string {
    return `W/"${this.ids.guid()}"`;
  }
}
