import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { InputError, isError, NotAllowedError } from '@backstage/errors';
import type { HumanDuration } from '@backstage/types';
import {
  type Change,
  changeCreatePermission,
  type ChangePage,
  type ChangeRequest,
  exposureReadPermission,
  inventoryReadPermission,
  type ListChangesOptions,
} from '@postern/backstage-plugin-private-exposure-common';
import type { StateChangeListener } from '../database/StateChange';
import { type EntityDirectory, ownersIn } from '../entities/EntityDirectory';
import type { Caller } from '../exposures/AuthorizedExposureService';
import type { ExposureAccess } from '../permissions/ExposureAccess';
import type { ChangeStore } from './ChangeStore';
import type { PullRequestReader } from './PullRequestReader';
import { toChange } from './toChange';

/** What {@link AuthorizedChangeService} needs. @internal */
export interface AuthorizedChangeServiceOptions {
  /** Where changes are kept. */
  store: ChangeStore;
  /** Says whether an address can be followed. */
  reader: Pick<PullRequestReader, 'requireKnown'>;
  /** Who sees and owns entities. */
  entities: EntityDirectory;
  /** Asks the policy. */
  access: ExposureAccess;
  /** Told of new changes, after they are stored. */
  onChanges: StateChangeListener;
  /** Says when what is known of a change is old. */
  pollInterval: HumanDuration;
}

/**
 * Pull requests, for callers who may.
 *
 * @internal
 */
export class AuthorizedChangeService {
  readonly #options: AuthorizedChangeServiceOptions;

  private constructor(options: AuthorizedChangeServiceOptions) {
    this.#options = options;
  }

  static create(
    options: AuthorizedChangeServiceOptions,
  ): AuthorizedChangeService {
    return new AuthorizedChangeService(options);
  }

  /**
   * Tracks a pull request.
   *
   * @throws NotAllowedError without `change.create`; InputError if the address is on no configured Git host
   */
  async createChange(
    request: ChangeRequest,
    { credentials }: Caller,
  ): Promise<Change> {
    const { store, reader, access, onChanges, pollInterval } = this.#options;
    await access.require(credentials, changeCreatePermission);
    reader.requireKnown(request.url);
    const { change, changes } = await store.track({
      ...request,
      entityRef: normalizeRef('entityRef', request.entityRef),
      openedBy: request.openedBy && normalizeRef('openedBy', request.openedBy),
    });
    await onChanges(changes);
    return toChange(change, pollInterval);
  }

  /**
   * One page. Of one entity, for everybody who may read its exposures; of all, for those who may see the inventory.
   *
   * @throws NotFoundError, NotAllowedError
   */
  async listChanges(
    query: ListChangesOptions,
    caller: Caller,
  ): Promise<ChangePage> {
    const { store, access, pollInterval } = this.#options;
    const { entityRef, limit = 50, cursor, state } = query;
    const ref = entityRef && normalizeRef('entityRef', entityRef);
    if (ref) {
      await this.#requireReadable(ref, caller);
    } else {
      await access.require(caller.credentials, inventoryReadPermission);
    }
    const page = await store.list({
      limit,
      cursor,
      state,
      entityRefs: ref ? [ref] : undefined,
    });
    return {
      ...page,
      items: page.items.map(change => toChange(change, pollInterval)),
    };
  }

  async #requireReadable(
    entityRef: string,
    { credentials }: Caller,
  ): Promise<void> {
    const { entities, access } = this.#options;
    const entity = await entities.getVisible(entityRef, credentials);
    const granted = await access.of(credentials, [exposureReadPermission]);
    const resource = {
      entityRef,
      ownedBy: ownersIn(entity),
      consumerAccounts: [],
    };
    if (!granted.can(exposureReadPermission, resource)) {
      throw new NotAllowedError(
        `You may not read the exposures of '${entityRef}'`,
      );
    }
  }
}

function normalizeRef(field: string, ref: string): string {
  try {
    return stringifyEntityRef(parseEntityRef(ref));
  } catch (error) {
    throw new InputError(
      `'${field}' must be an entity reference such as 'component:default/payments', not '${ref}'`,
      isError(error) ? error : undefined,
    );
  }
}
