import { configApiRef, useApi } from '@backstage/core-plugin-api';

/**
 * Whether a decision needs a reason, by the configuration that the backend goes by, too.
 *
 * @internal
 */
export function useIsReasonRequired(): boolean {
  const config = useApi(configApiRef);
  const key = 'privateExposure.decisions.reasonRequired';
  return config.getOptionalBoolean(key) ?? true;
}
