import { NotAllowedError, ServiceUnavailableError } from '@backstage/errors';
import type {
  EntityExposures,
  EntitySummary,
} from '@postern/backstage-plugin-private-exposure-common';
import { SummaryBatch } from '../src/api/SummaryBatch';
import { FakePrivateExposureApi } from '../src/__testUtils__/FakePrivateExposureApi';

/** The backend in memory; the entities `loading`, `failed` and `forbidden` do what they are called. */
export class DevPrivateExposureApi extends FakePrivateExposureApi {
  readonly #batch = new SummaryBatch(async entityRefs => {
    await Promise.all(entityRefs.map(misbehave));
    return super.getExposureSummaries(entityRefs);
  });

  override async getEntityExposures(
    entityRef: string,
  ): Promise<EntityExposures> {
    await misbehave(entityRef);
    return super.getEntityExposures(entityRef);
  }

  override async getExposureSummaries(
    entityRefs: string[],
  ): Promise<EntitySummary[]> {
    return this.#batch.load(entityRefs);
  }
}

async function misbehave(entityRef: string): Promise<void> {
  switch (entityRef) {
    case 'component:default/loading':
      return new Promise(() => {});
    case 'component:default/failed':
      throw new ServiceUnavailableError('The database does not answer');
    case 'component:default/forbidden':
      throw new NotAllowedError('Reading this exposure is not allowed');
    default:
      return undefined;
  }
}
