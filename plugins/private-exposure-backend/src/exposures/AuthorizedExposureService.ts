import { NotAllowedError } from '@backstage/errors';
import {
  type EventPage,
  type ExposureDetail,
  exposureReadPermission,
  type ListEventsOptions,
} from '@postern/backstage-plugin-private-exposure-common';
import type { ExposureReader } from '../database/ExposureStore';
import type { ExposureAccess } from '../permissions/ExposureAccess';
import { toExposureResource } from '../permissions/exposureResource';
import type { Caller } from './Caller';
import {
  exposurePagePermissions,
  type ExposurePresenter,
} from './ExposurePresenter';
import {
  exposureNotFound,
  type ExposureVisibility,
} from './ExposureVisibility';
import { readableExposures } from './readableExposures';
import type { ViewLog } from './ViewLog';

/** What {@link AuthorizedExposureService} needs. @internal */
export interface AuthorizedExposureServiceOptions {
  /** What was observed. */
  store: ExposureReader;
  /** For whom an exposure is there at all. */
  visibility: Pick<ExposureVisibility, 'require'>;
  /** Asks the policy. */
  access: ExposureAccess;
  /** Makes answers. */
  presenter: ExposurePresenter;
  /** Told what is viewed. */
  views: Pick<ViewLog, 'add'>;
}

/**
 * Single exposures, for callers who may read them.
 *
 * @internal
 */
export class AuthorizedExposureService {
  readonly #options: AuthorizedExposureServiceOptions;

  private constructor(options: AuthorizedExposureServiceOptions) {
    this.#options = options;
  }

  static create(
    options: AuthorizedExposureServiceOptions,
  ): AuthorizedExposureService {
    return new AuthorizedExposureService(options);
  }

  /** One exposure. @throws NotFoundError, also if it is not there for the caller; NotAllowedError */
  async getExposure(
    exposureId: string,
    { credentials, note }: Caller,
  ): Promise<ExposureDetail> {
    const { store, visibility, access, presenter, views } = this.#options;
    const record = await store.getExposure(exposureId);
    if (!record) throw exposureNotFound(exposureId);
    note?.({ entityRef: record.summary.entityRef ?? null });
    await visibility.require(record, credentials);
    const granted = await access.of(credentials, exposurePagePermissions);
    const readable = await readableExposures([record], { store, granted });
    if (readable.length === 0) throw notReadable(exposureId);
    const [detail] = await presenter.details(readable, granted);
    views.add([exposureId]);
    return detail;
  }

  /** The timeline of one exposure. @throws as {@link AuthorizedExposureService.getExposure} does */
  async listEvents(
    exposureId: string,
    query: ListEventsOptions,
    { credentials, note }: Caller,
  ): Promise<EventPage> {
    const { store, visibility, access } = this.#options;
    const record = await store.getExposureRecord(exposureId);
    if (!record) throw exposureNotFound(exposureId);
    note?.({ entityRef: record.summary.entityRef ?? null });
    await visibility.require(record, credentials);
    const granted = await access.of(credentials, [exposureReadPermission]);
    const accounts = await store.getConsumerAccounts(exposureId);
    const resource = toExposureResource(record, accounts);
    if (!granted.can(exposureReadPermission, resource)) {
      throw notReadable(exposureId);
    }
    return store.listEvents(exposureId, query);
  }
}

function notReadable(exposureId: string): NotAllowedError {
  return new NotAllowedError(`You may not read exposure '${exposureId}'`);
}
