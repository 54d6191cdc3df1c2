import { InputError } from '@backstage/errors';

/** The parts of an ARM id that calls are made of. @internal */
export interface ResourceId {
  /** The whole id as it was given. */
  id: string;
  /** A GUID, lower case. */
  subscriptionId: string;
  /** Its resource group; empty for what has none. */
  resourceGroup: string;
  /** Provider and types, lower case, such as `microsoft.network/privatelinkservices/privateendpointconnections`. */
  type: string;
  /** Names, outermost first, as they were spelled. */
  names: string[];
}

/**
 * An ARM id in the one spelling that we compare and store. Azure compares ids without regard to case and spells them
 * differently from one answer to the next.
 *
 * @internal
 */
export function canonicalId(id: string): string {
  return id.toLowerCase();
}

/**
 * Takes an ARM id apart; `undefined` if it is none. For what is computed from stored rows and from other people's
 * answers.
 *
 * @internal
 */
export function parseResourceId(
  id: string | undefined,
): ResourceId | undefined {
  const parts =
    /^\/subscriptions\/([^/?#]+)(?:\/resourcegroups\/([^/?#]+))?\/providers\/([^/?#]+)\/([^?#]+)$/i.exec(
      id ?? '',
    );
  if (!id || !parts) return undefined;
  const [, subscriptionId, resourceGroup = '', namespace, rest] = parts;
  const segments = rest.split('/');
  // Dots alone would lead a call up the path, to what the id does not name.
  const isUp = [subscriptionId, resourceGroup, namespace, ...segments].some(
    part => /^\.+$/.test(part),
  );
  if (isUp || segments.length % 2 !== 0 || segments.includes('')) {
    return undefined;
  }
  const types = segments.filter((_, index) => index % 2 === 0);
  return {
    id,
    subscriptionId: subscriptionId.toLowerCase(),
    resourceGroup,
    type: [namespace, ...types].join('/').toLowerCase(),
    names: segments.filter((_, index) => index % 2 === 1),
  };
}

/**
 * Takes an ARM id apart that we stored ourselves.
 *
 * @throws InputError if it is none.
 * @internal
 */
export function readResourceId(id: string): ResourceId {
  const parsed = parseResourceId(id);
  if (!parsed) {
    throw new InputError(`'${id}' is not the id of an Azure resource`);
  }
  return parsed;
}

/**
 * The id of the resource that a child's id lies in, `levels` up: of the load balancer for one of its frontends.
 *
 * @internal
 */
export function parentId(id: string, levels: number = 1): string {
  return id
    .split('/')
    .slice(0, -2 * levels)
    .join('/');
}

/**
 * The last name in an ARM id, or the whole text if it is none.
 *
 * @internal
 */
export function nameInId(id: string): string {
  return id.slice(id.lastIndexOf('/') + 1);
}

/**
 * Whether an ARM id names a Front Door, or another profile of Microsoft.Cdn.
 *
 * @internal
 */
export function isFrontDoorId(id: string): boolean {
  return parseResourceId(id)?.type === 'microsoft.cdn/profiles';
}

/**
 * Whether an ARM id names a private link service.
 *
 * @internal
 */
export function isPrivateLinkServiceId(id: string): boolean {
  return parseResourceId(id)?.type === 'microsoft.network/privatelinkservices';
}
