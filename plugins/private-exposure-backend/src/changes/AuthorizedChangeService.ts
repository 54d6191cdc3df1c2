import type { LoggerService } from '@backstage/backend-plugin-api';
import { NotAllowedError, stringifyError } from '@backstage/errors';
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
import type { ClaimResolver } from '../claims/ClaimResolver';
import type { ReadFilter } from '../database/ExposureStore';
import type { StateChangeListener } from '../database/StateChange';
import { type EntityDirectory, ownersIn } from '../entities/EntityDirectory';
import { readEntityRef } from '../entities/readEntityRef';
import type { Caller } from '../exposures/Caller';
import type { ExposureAccess } from '../permissions/ExposureAccess';
import type { ChangeQuery, ChangeStore } from './ChangeStore';
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
  /** Learns who owns the entity of a new change, for listings that policies narrow to owners. */
  claims: Pick<ClaimResolver, 'resolveNewOwners'>;
  /** Told of new changes, after they are stored. */
  onChanges: StateChangeListener;
  /** Says when what is known of a change is old. */
  pollInterval: HumanDuration;
  /** For what does not concern the caller. */
  logger: LoggerService;
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
      entityRef: readEntityRef('entityRef', request.entityRef),
      openedBy: request.openedBy && readEntityRef('openedBy', request.openedBy),
    });
    await onChanges(changes);
    await this.#learnOwner(change.entityRef);
    return toChange(change, pollInterval);
  }

  /**
   * One page. Of one entity, for everybody who may read its exposures; of all, for those who may see the inventory, and
   * of it those whose exposures they may read.
   *
   * @throws NotFoundError, NotAllowedError
   */
  async listChanges(
    query: ListChangesOptions,
    caller: Caller,
  ): Promise<ChangePage> {
    const { store, pollInterval } = this.#options;
    const { entityRef, limit = 50, cursor, state } = query;
    const ref = entityRef && readEntityRef('entityRef', entityRef);
    const filter = ref
      ? await this.#entityFilter(ref, caller)
      : await this.#inventoryFilter(caller);
    const page = await store.list({ limit, cursor, state, ...filter });
    return {
      ...page,
      items: page.items.map(change => toChange(change, pollInterval)),
    };
  }

  /** The change is stored by now; what the catalog does not tell, the next round over it asks again. */
  async #learnOwner(entityRef: string): Promise<void> {
    const { claims, logger } = this.#options;
    try {
      await claims.resolveNewOwners();
    } catch (error) {
      logger.warn(
        `Who owns '${entityRef}' was left to the next round: ${stringifyError(
          error,
        )}`,
      );
    }
  }

  async #entityFilter(
    entityRef: string,
    { credentials }: Caller,
  ): Promise<ReadFilter & Pick<ChangeQuery, 'entityRefs'>> {
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
    return {
      ...granted.requireFilterFor(exposureReadPermission),
      entityRefs: [entityRef],
    };
  }

  async #inventoryFilter({ credentials }: Caller): Promise<ReadFilter> {
    const { access } = this.#options;
    await access.require(credentials, inventoryReadPermission);
    const granted = await access.of(credentials, [exposureReadPermission]);
    return granted.requireFilterFor(exposureReadPermission);
  }
}
