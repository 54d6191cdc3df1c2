import { AzureFault } from '../../azureWorld';
import { typeOfPath } from '../server/armRoutes';
import { azureLocations } from './locations';
import { findResourceType } from './resourceTypes';

const RESOURCES = { namespace: 'Microsoft.Resources', type: 'subscriptions' };

/**
 * The API version of a request.
 *
 * @param path - of the operation; it says for which type the version must be
 * @throws AzureFault without one, and for one that the type does not have.
 * @internal
 */
export function requireApiVersion(
  path: string,
  query: URLSearchParams,
): string {
  const version = query.get('api-version');
  if (!version) {
    throw new AzureFault(
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    );
  }
  const { namespace, type } = typeOfPath(path) ?? RESOURCES;
  const versions = findResourceType(namespace, type)?.apiVersions ?? [];
  if (versions.includes(version)) return version;
  throw new AzureFault(
    'NoRegisteredProviderFound',
    `No registered resource provider found for location 'westeurope' and API version '${version}' for type '${type}'. The supported api-versions are '${[
      ...versions,
    ]
      .reverse()
      .join(', ')}'. The supported locations are '${azureLocations.join(
      ', ',
    )}'.`,
  );
}
