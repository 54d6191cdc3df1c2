import type { BackstageCredentials } from '@backstage/backend-plugin-api';
import { NotFoundError } from '@backstage/errors';
import { inventoryReadPermission } from '@postern/backstage-plugin-private-exposure-common';
import type { ExposureRecord } from '../database/records';
import type { EntityDirectory } from '../entities/EntityDirectory';
import type { ExposureAccess } from '../permissions/ExposureAccess';

/** What {@link ExposureVisibility} needs. @internal */
export interface ExposureVisibilityOptions {
  /** Who sees entities. */
  entities: Pick<EntityDirectory, 'filterVisible'>;
  /** Asks the policy. */
  access: Pick<ExposureAccess, 'may'>;
}

/**
 * For whom an exposure is there at all: for whoever sees its entity in the catalog, and for whoever may see the
 * inventory, which lists it whatever the catalog shows. What they may read of it is another question, which the policy
 * answers; so it is alone where the exposure belongs to no entity.
 *
 * @internal
 */
export class ExposureVisibility {
  readonly #options: ExposureVisibilityOptions;

  private constructor(options: ExposureVisibilityOptions) {
    this.#options = options;
  }

  static create(options: ExposureVisibilityOptions): ExposureVisibility {
    return new ExposureVisibility(options);
  }

  /** @throws NotFoundError, in the words of an exposure that nobody has, if it is not there for the caller */
  async require(
    { summary: { id, entityRef } }: ExposureRecord,
    credentials: BackstageCredentials,
  ): Promise<void> {
    if (!(await this.shows(entityRef, credentials))) throw exposureNotFound(id);
  }

  /** Whether what belongs to an entity is there for the caller; what belongs to none is. */
  async shows(
    entityRef: string | undefined,
    credentials: BackstageCredentials,
  ): Promise<boolean> {
    if (entityRef === undefined) return true;
    const { entities, access } = this.#options;
    const visible = await entities.filterVisible([entityRef], credentials);
    return (
      visible.has(entityRef) || access.may(credentials, inventoryReadPermission)
    );
  }
}

/** What is answered for an id that nobody has, or that is not there for the caller. @internal */
export function exposureNotFound(exposureId: string): NotFoundError {
  return new NotFoundError(`There is no exposure '${exposureId}'`);
}
