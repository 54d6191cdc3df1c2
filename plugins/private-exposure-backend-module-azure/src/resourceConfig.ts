import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  canonicalId,
  isFrontDoorId,
  isPrivateLinkServiceId,
  parseResourceId,
} from './mapping/resourceIds';

/**
 * Reads the resources of a subscription whose private endpoint connections are looked at besides those of private link
 * services.
 *
 * @param subscription - An element of `subscriptions`.
 * @param options - Its id, and its full key, for errors.
 * @returns ARM ids, as they were spelled
 * @throws InputError, naming the full key, if an id cannot be used.
 * @internal
 */
export function readResources(
  subscription: Config,
  options: { subscriptionId: string; key: string },
): string[] {
  const ids = subscription.getOptionalStringArray('resources') ?? [];
  ids.forEach((id, index) => {
    const key = `${options.key}.resources[${index}]`;
    requireUsable(id, key, options.subscriptionId);
    const isRepeated = ids
      .slice(0, index)
      .some(other => canonicalId(other) === canonicalId(id));
    if (isRepeated) {
      throw new InputError(`'${key}' repeats '${id}': list each resource once`);
    }
  });
  return ids;
}

function requireUsable(id: string, key: string, subscriptionId: string): void {
  const resource = parseResourceId(id);
  if (!resource?.resourceGroup) {
    throw new InputError(
      `'${key}' must be the id of a resource, such as '/subscriptions/${subscriptionId}/resourceGroups/<group>/providers/Microsoft.Web/sites/<name>', not '${id}'`,
    );
  }
  if (resource.subscriptionId !== subscriptionId) {
    throw new InputError(
      `'${key}' is in subscription '${resource.subscriptionId}', not in '${subscriptionId}': list it under its own`,
    );
  }
  if (isPrivateLinkServiceId(id) || isFrontDoorId(id)) {
    throw new InputError(
      `'${key}' names '${id}', which is found without being listed: leave it out`,
    );
  }
  if (resource.type.endsWith('/privateendpointconnections')) {
    throw new InputError(
      `'${key}' names a connection: list the resource that it leads to`,
    );
  }
}
