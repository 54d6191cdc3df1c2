import { AzureFault } from '../../azureWorld';
import { typeOfPath } from '../server/armRoutes';
import { azureLocations } from './locations';
import { findProvider, findResourceType, ResourceType } from './resourceTypes';

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
  const { apiVersions } = requireType(namespace, type, version);
  if (apiVersions.includes(version)) return version;
  const supported = [...apiVersions].reverse().join(', ');
  throw new AzureFault(
    'NoRegisteredProviderFound',
    `No registered resource provider found for location 'westeurope' and API version '${version}' for type '${type}'. The supported api-versions are '${supported}'. The supported locations are '${azureLocations.join(
      ', ',
    )}'.`,
  );
}

function requireType(
  namespace: string,
  type: string,
  version: string,
): ResourceType {
  if (!findProvider(namespace)) {
    throw new AzureFault(
      'InvalidResourceNamespace',
      `The resource namespace '${namespace}' is invalid.`,
      { status: 404 },
    );
  }
  const found = findResourceType(namespace, type);
  if (found) return found;
  throw new AzureFault(
    'InvalidResourceType',
    `The resource type '${type}' could not be found in the namespace '${namespace}' for api version '${version}'.`,
    { status: 404 },
  );
}
