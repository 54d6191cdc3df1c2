import {
  ApiBlueprint,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { BatchingPrivateExposureClient } from '../api/BatchingPrivateExposureClient';
import { privateExposureApiRef } from '../api/privateExposureApiRef';

/** Binds the backend. An app replaces it under the same id. @internal */
export const privateExposureApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: privateExposureApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new BatchingPrivateExposureClient(deps),
    }),
});
