import { createApiRef } from '@backstage/core-plugin-api';
import type { PrivateExposureApi } from '@postern/backstage-plugin-private-exposure-common';

/**
 * The private exposure backend, as the pages call it.
 *
 * @public
 */
export const privateExposureApiRef = createApiRef<PrivateExposureApi>({
  id: 'plugin.private-exposure.api',
});
