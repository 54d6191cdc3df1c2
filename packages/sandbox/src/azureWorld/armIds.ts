import { AzureFault } from './AzureFault';

/** The parts of a resource's id. @public */
export interface ArmId {
  subscriptionId: string;
  resourceGroup: string;
  /** Namespace and types, such as `Microsoft.Network/virtualNetworks/subnets`. */
  type: string;
  /** A name for each type, outermost first. */
  names: string[];
}

/** Where a resource is or will be. @public */
export interface ArmPlace {
  subscriptionId: string;
  resourceGroup: string;
  name: string;
}

const PATTERN =
  /^\/subscriptions\/([^/]+)\/resourceGroups\/([^/]+)\/providers\/([^/]+)((?:\/[^/]+\/[^/]+)+)$/i;

/** The form of an id by which two are compared: Azure ignores case. @public */
export function armKey(id: string): string {
  return id.toLowerCase();
}

/** The id of a resource directly in a resource group. @public */
export function armId(type: string, place: ArmPlace): string {
  const { subscriptionId, resourceGroup, name } = place;
  return `/subscriptions/${subscriptionId}/resourceGroups/${resourceGroup}/providers/${type}/${name}`;
}

/** The parts of an id, or undefined for a text that is none. @public */
export function tryParseArmId(id: string): ArmId | undefined {
  const match = PATTERN.exec(id);
  if (!match) return undefined;
  const [, subscriptionId, resourceGroup, namespace, rest] = match;
  const segments = rest.slice(1).split('/');
  const types = segments.filter((_, index) => index % 2 === 0);
  return {
    subscriptionId,
    resourceGroup,
    type: [namespace, ...types].join('/'),
    names: segments.filter((_, index) => index % 2 === 1),
  };
}

/**
 * The parts of an id.
 *
 * @throws AzureFault `LinkedInvalidPropertyId` for a text that is none.
 * @public
 */
export function parseArmId(id: string): ArmId {
  const parsed = tryParseArmId(id);
  if (parsed) return parsed;
  throw new AzureFault(
    'LinkedInvalidPropertyId',
    `Property id '${id}' is invalid. Expect fully qualified resource Id that start with '/subscriptions/{subscriptionId}' or '/providers/{resourceProviderNamespace}/'.`,
  );
}

/** The id without its last type and name. @public */
export function parentId(id: string): string {
  return id.split('/').slice(0, -2).join('/');
}

/** The last name in an id. @public */
export function lastName(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}
