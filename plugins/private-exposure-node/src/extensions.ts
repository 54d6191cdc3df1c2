import { createExtensionPoint } from '@backstage/backend-plugin-api';
import type { ExposureProvider } from './ExposureProvider';

/**
 * Where a cloud's module adds its provider.
 *
 * @public
 */
export interface PrivateExposureProvidersExtensionPoint {
  /**
   * Adds a provider. A second one with the same id, or one that fails, fails the module that added it and leaves the
   * others running.
   */
  addProvider(provider: ExposureProvider): void;
}

/**
 * Lets modules bring the clouds.
 *
 * @public
 */
export const privateExposureProvidersExtensionPoint =
  createExtensionPoint<PrivateExposureProvidersExtensionPoint>({
    id: 'private-exposure.providers',
  });
