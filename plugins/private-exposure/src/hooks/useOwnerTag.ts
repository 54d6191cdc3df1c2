import { configApiRef, useApi } from '@backstage/core-plugin-api';
import { DEFAULT_OWNER_TAG } from '@postern/backstage-plugin-private-exposure-common';

/**
 * The key of the tag by which the backend finds the owner of a cloud resource.
 *
 * @internal
 */
export function useOwnerTag(): string {
  const config = useApi(configApiRef);
  return (
    config.getOptionalString('privateExposure.ownerTag') ?? DEFAULT_OWNER_TAG
  );
}
