import {
  type ConnectionPage,
  type ExposurePage,
  exposureReadPermission,
  inventoryReadPermission,
  type ListConnectionsOptions,
  type ListExposuresOptions,
  type Scope,
} from '@postern/backstage-plugin-private-exposure-common';
import type { ExposureReader } from '../database/ExposureStore';
import { readEntityRef } from '../entities/readEntityRef';
import type { ExposureAccess } from '../permissions/ExposureAccess';
import type { Caller } from './Caller';
import {
  exposurePagePermissions,
  type ExposurePresenter,
} from './ExposurePresenter';
import { requireInventory } from './requireInventory';

/** What {@link AuthorizedListingService} needs. @internal */
export interface AuthorizedListingServiceOptions {
  /** What was observed. */
  store: ExposureReader;
  /** Asks the policy. */
  access: ExposureAccess;
  /** Makes answers. */
  presenter: ExposurePresenter;
}

/**
 * Listings over all entities. What the policy lets a caller see is part of the query, so that pages are full and
 * cursors true.
 *
 * @internal
 */
export class AuthorizedListingService {
  readonly #options: AuthorizedListingServiceOptions;

  private constructor(options: AuthorizedListingServiceOptions) {
    this.#options = options;
  }

  static create(
    options: AuthorizedListingServiceOptions,
  ): AuthorizedListingService {
    return new AuthorizedListingService(options);
  }

  /** The inventory. @throws NotAllowedError without `inventory.read`, and to whom no exposure may be shown */
  async listExposures(
    query: ListExposuresOptions,
    caller: Caller,
  ): Promise<ExposurePage> {
    const filter = await requireInventory(this.#options.access, caller);
    const page = await this.#options.store.listExposures({
      ...query,
      ...filter,
    });
    return { ...page, items: page.items.map(({ summary }) => summary) };
  }

  /** Freshness and errors of every source. @throws NotAllowedError without `inventory.read` */
  async listScopes({ credentials }: Caller): Promise<Scope[]> {
    await this.#options.access.require(credentials, inventoryReadPermission);
    return this.#options.store.listScopes();
  }

  /** The inbox: only what the caller may read. @throws NotAllowedError if that is nothing at all; InputError */
  async listConnections(
    query: ListConnectionsOptions,
    { credentials }: Caller,
  ): Promise<ConnectionPage> {
    const { store, access, presenter } = this.#options;
    const granted = await access.of(credentials, exposurePagePermissions);
    const filter = granted.requireFilterFor(exposureReadPermission);
    const page = await store.listConnections({
      ...query,
      entityRef: query.entityRef && readEntityRef('entityRef', query.entityRef),
      ...filter,
    });
    return { ...page, items: await presenter.inbox(page.items, granted) };
  }
}
