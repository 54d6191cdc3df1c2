import {
  type EntitySummary,
  exposureReadPermission,
} from '@postern/backstage-plugin-private-exposure-common';
import type { ExposureReader } from '../database/ExposureStore';
import type { EntityDirectory } from '../entities/EntityDirectory';
import { readEntityRef } from '../entities/readEntityRef';
import type { ExposureAccess } from '../permissions/ExposureAccess';
import type { Caller } from './Caller';
import { readsEntity } from './readsEntity';

/** What {@link AuthorizedSummaryService} needs. @internal */
export interface AuthorizedSummaryServiceOptions {
  /** What was observed. */
  store: Pick<ExposureReader, 'getExposureSummaries'>;
  /** Who sees entities. */
  entities: Pick<EntityDirectory, 'filterVisible'>;
  /** Asks the policy. */
  access: ExposureAccess;
}

/**
 * The state of many entities at once, for callers who may.
 *
 * @internal
 */
export class AuthorizedSummaryService {
  readonly #options: AuthorizedSummaryServiceOptions;

  private constructor(options: AuthorizedSummaryServiceOptions) {
    this.#options = options;
  }

  static create(
    options: AuthorizedSummaryServiceOptions,
  ): AuthorizedSummaryService {
    return new AuthorizedSummaryService(options);
  }

  /** One summary for each entity that has something to show; the rest is left out. @throws InputError */
  async getExposureSummaries(
    entityRefs: readonly string[],
    { credentials }: Caller,
  ): Promise<EntitySummary[]> {
    const { store, entities, access } = this.#options;
    const asked = entityRefs.map((ref, index) =>
      readEntityRef(`entityRefs/${index}`, ref),
    );
    const granted = await access.of(credentials, [exposureReadPermission]);
    const filter = granted.filterFor(exposureReadPermission);
    if (!filter) return [];
    const visible = await entities.filterVisible(asked, credentials);
    const summaries = await store.getExposureSummaries([...visible], filter);
    return summaries
      .filter(
        ({ exposures, entityRef, ownedBy }) =>
          exposures.length > 0 || readsEntity(granted, entityRef, ownedBy),
      )
      .map(({ entityRef, exposures, openChanges, conflicts }) => ({
        entityRef,
        exposures: exposures.map(({ summary }) => summary),
        openChanges,
        conflicts,
      }));
  }
}
