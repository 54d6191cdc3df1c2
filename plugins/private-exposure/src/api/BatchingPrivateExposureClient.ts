import {
  PrivateExposureClient,
  type EntitySummary,
} from '@postern/backstage-plugin-private-exposure-common';
import { SummaryBatch } from './SummaryBatch';

/**
 * The HTTP client for pages: as the plain one, but summaries that are asked for at the same time share a request.
 *
 * @internal
 */
export class BatchingPrivateExposureClient extends PrivateExposureClient {
  readonly #summaries = new SummaryBatch(entityRefs =>
    super.getExposureSummaries(entityRefs),
  );

  /** A shared request can't be ended by one of those who share it, so call options are not taken. */
  override async getExposureSummaries(
    entityRefs: string[],
  ): Promise<EntitySummary[]> {
    return this.#summaries.load(entityRefs);
  }
}
