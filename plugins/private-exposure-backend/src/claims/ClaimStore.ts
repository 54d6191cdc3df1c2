import type { StateChange } from '../database/StateChange';
import type { Claimant } from './Claimant';

/**
 * Keeps what entities say about exposures, and what follows from it.
 *
 * @internal
 */
export interface ClaimStore {
  /** Takes note of some entities; returns what changed for exposures. */
  applyClaimants(
    claimants: readonly Claimant[],
    at: Date,
  ): Promise<StateChange[]>;
  /** Forgets entities that have to do with exposures no more. */
  removeClaimants(
    entityRefs: readonly string[],
    at: Date,
  ): Promise<StateChange[]>;
  /** Every entity that is known here. */
  listClaimants(): Promise<string[]>;
  /**
   * Entities that owner tags name, and those that changes are about: whoever owns them reads these before anything of
   * theirs is seen. Only what nobody has looked up yet, if `isUnknown`.
   */
  listNamedEntities(options?: { isUnknown?: boolean }): Promise<string[]>;
  /**
   * Whether an entity says other than is known here, and has to do with exposures at all. Who asks at the same time
   * shares one read.
   */
  isNews(claimant: Claimant): Promise<boolean>;
}
