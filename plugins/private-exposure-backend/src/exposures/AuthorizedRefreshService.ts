import {
  ConflictError,
  ForwardedError,
  NotAllowedError,
} from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import {
  exposureReadPermission,
  exposureRefreshPermission,
} from '@postern/backstage-plugin-private-exposure-common';
import type { ExposureReader } from '../database/ExposureStore';
import type { ExposureRecord } from '../database/records';
import type { EntityDirectory } from '../entities/EntityDirectory';
import type { ExposureAccess } from '../permissions/ExposureAccess';
import { toExposureResource } from '../permissions/exposureResource';
import type { ExposureObservation } from '../observation/ExposureObservation';
import { scrubError } from '../observation/scrubSecrets';
import type { ProviderRegistry } from '../providers/ProviderRegistry';
import type { Caller } from './Caller';
import {
  exposureNotFound,
  type ExposureVisibility,
} from './ExposureVisibility';
import { TooManyRequestsError } from './TooManyRequestsError';

const CALL_TIMEOUT: HumanDuration = { seconds: 20 };

/** What {@link AuthorizedRefreshService} needs. @internal */
export interface AuthorizedRefreshServiceOptions {
  /** What was observed. */
  store: ExposureReader;
  /** Looks again. */
  observation: Pick<ExposureObservation, 'requestRefresh'>;
  /** Who owns entities now. */
  entities: EntityDirectory;
  /** For whom an exposure is there at all. */
  visibility: Pick<ExposureVisibility, 'require'>;
  /** Asks the policy. */
  access: ExposureAccess;
  /** Where the cloud is. */
  providers: ProviderRegistry;
  /** Whether an unconfirmed annotation is enough to act. */
  allowUnconfirmedClaims: boolean;
}

/**
 * Has the cloud looked at again, or look itself, for callers who may.
 *
 * @internal
 */
export class AuthorizedRefreshService {
  readonly #options: AuthorizedRefreshServiceOptions;

  private constructor(options: AuthorizedRefreshServiceOptions) {
    this.#options = options;
  }

  static create(
    options: AuthorizedRefreshServiceOptions,
  ): AuthorizedRefreshService {
    return new AuthorizedRefreshService(options);
  }

  /**
   * Queues an inspection.
   *
   * @throws NotFoundError, NotAllowedError; TooManyRequestsError within a minute of the last one
   */
  async refresh(
    exposureId: string,
    caller: Caller,
  ): Promise<{ queuedAt: string }> {
    await this.#requireAllowed(exposureId, caller);
    await this.#queue(exposureId);
    return { queuedAt: new Date().toISOString() };
  }

  /**
   * Asks the cloud to check the TXT record of the private domain name.
   *
   * @throws NotFoundError, NotAllowedError; ConflictError if there is nothing to check; TooManyRequestsError within a
   * minute of the last one, or of a refresh
   */
  async verifyDomain(
    exposureId: string,
    caller: Caller,
  ): Promise<{ requestedAt: string }> {
    const { store, providers, allowUnconfirmedClaims } = this.#options;
    const allowed = await this.#requireAllowed(exposureId, caller);
    const { claim } = allowed.summary;
    if (claim && !claim.confirmed && !allowUnconfirmedClaims) {
      throw new NotAllowedError(
        'Only an annotation ties this resource to the entity, and nothing on the cloud side confirms it',
      );
    }
    const detail = await store.getExposure(exposureId);
    const provider = providers.get(allowed.provider);
    if (!provider.startDomainVerification || !detail?.domain) {
      throw new ConflictError(
        `Exposure '${exposureId}' has no private domain name that its cloud could check`,
      );
    }
    if (detail.domain.state === 'verified') {
      throw new ConflictError(`'${detail.domain.domain}' is verified already`);
    }
    // Before the call: whoever asks again and again must not use up the calls that the surveys need.
    await this.#queue(exposureId);
    const signal = AbortSignal.timeout(durationToMilliseconds(CALL_TIMEOUT));
    try {
      await provider.startDomainVerification(allowed.ref, { signal });
    } catch (error) {
      throw new ForwardedError(
        'The cloud did not take the request',
        scrubError(error),
      );
    }
    return { requestedAt: new Date().toISOString() };
  }

  async #queue(exposureId: string): Promise<void> {
    const outcome = await this.#options.observation.requestRefresh(exposureId);
    if (outcome === 'not-found') throw exposureNotFound(exposureId);
    if (outcome === 'too-soon') {
      throw new TooManyRequestsError(
        `Exposure '${exposureId}' was asked for less than a minute ago; what was seen then shows soon`,
      );
    }
  }

  async #requireAllowed(
    exposureId: string,
    { credentials, note }: Caller,
  ): Promise<ExposureRecord> {
    const { store, visibility, entities, access } = this.#options;
    const record = await store.getExposureRecord(exposureId);
    if (!record || record.summary.lifecycle === 'gone') {
      throw exposureNotFound(exposureId);
    }
    const { entityRef } = record.summary;
    note?.({ entityRef: entityRef ?? null });
    await visibility.require(record, credentials);
    const ownedBy = entityRef ? await entities.ownersOf(entityRef) : [];
    const resource = toExposureResource(
      { ...record, ownedBy },
      await store.getConsumerAccounts(exposureId),
    );
    const asked = [exposureReadPermission, exposureRefreshPermission];
    const granted = await access.of(credentials, asked);
    if (!asked.every(permission => granted.can(permission, resource))) {
      throw new NotAllowedError(
        `You need the permission '${exposureRefreshPermission.name}' on this exposure`,
      );
    }
    return record;
  }
}
