import { createHash } from 'node:crypto';
import type { ProviderScope } from '@postern/backstage-plugin-private-exposure-node';
import type { AzureTenantConfig } from './config';
import { canonicalId, nameInId, readResourceId } from './mapping/resourceIds';

/**
 * A scope of the Azure provider: the private link services of one subscription, its Front Doors, or one resource that the
 * configuration names.
 *
 * @remarks
 * Front Doors and named resources are scopes of their own because their listings can fail by themselves: they have RBAC
 * actions and a resource provider of their own. In one scope with others, they would leave all of them stale.
 *
 * @internal
 */
export interface AzureScope {
  /** `azure/<subscription>`, `azure/<subscription>/front-door`, or with the resource behind it where it is one's. */
  id: string;
  /** A GUID, lower case. */
  subscriptionId: string;
  /** What people call it, where known. */
  subscriptionName?: string;
  /** The tenant that it trusts. */
  tenantId: string;
  /** Where the portal of its cloud is. */
  portalUrl: string;
  /** Whether the subscription's Front Doors are looked at, and nothing else. */
  isFrontDoor?: boolean;
  /** The one resource that is looked at, as the configuration spells it. */
  resourceId?: string;
}

/** The longest id that the contract allows for a scope. */
const LONGEST_ID = 200;

/**
 * The id of a subscription's scope.
 *
 * @internal
 */
export function toScopeId(subscriptionId: string): string {
  return `azure/${subscriptionId.toLowerCase()}`;
}

/**
 * The id of the scope of a subscription's Front Doors.
 *
 * @internal
 */
export function toFrontDoorScopeId(subscriptionId: string): string {
  return `${toScopeId(subscriptionId)}/front-door`;
}

/**
 * The id of a named resource's scope: `azure/<subscription>/<group>/<provider>/<types>/<names>`. One that is too long is
 * cut, and ends with a digest that keeps it apart from others.
 *
 * @internal
 */
export function toResourceScopeId(resourceId: string): string {
  const { subscriptionId, resourceGroup, type, names } =
    readResourceId(resourceId);
  const id = canonicalId(
    [toScopeId(subscriptionId), resourceGroup, type, ...names].join('/'),
  );
  if (id.length <= LONGEST_ID) return id;
  const digest = createHash('sha256').update(id).digest('hex').slice(0, 16);
  return `${id.slice(0, LONGEST_ID - digest.length - 1)}~${digest}`;
}

/**
 * The scopes of the configured tenants, tenant by tenant.
 *
 * @internal
 */
export function toAzureScopes(
  tenants: readonly AzureTenantConfig[],
): AzureScope[] {
  return tenants.flatMap(({ tenantId, cloud, subscriptions }) =>
    subscriptions.flatMap(({ subscriptionId, name, frontDoors, resources }) => {
      const subscription = {
        id: toScopeId(subscriptionId),
        subscriptionId,
        subscriptionName: name,
        tenantId,
        portalUrl: cloud.portalUrl,
      };
      return [
        subscription,
        ...(frontDoors
          ? [
              {
                ...subscription,
                id: toFrontDoorScopeId(subscriptionId),
                isFrontDoor: true,
              },
            ]
          : []),
        ...resources.map(resourceId => ({
          ...subscription,
          id: toResourceScopeId(resourceId),
          resourceId,
        })),
      ];
    }),
  );
}

/**
 * A scope as the backend knows it. A subscription has no region of its own, and is surveyed by a task of its own, its Front
 * Doors after its private link services; so are the resources that are named in it, one after the other.
 *
 * @internal
 */
export function toProviderScope(scope: AzureScope): ProviderScope {
  const { id, subscriptionId, subscriptionName, resourceId } = scope;
  const subscription = subscriptionName ?? subscriptionId;
  const part = resourceId ? nameInId(resourceId) : 'Front Door';
  return {
    id,
    title:
      resourceId || scope.isFrontDoor
        ? `${subscription} · ${part}`
        : subscription,
    account: subscriptionId,
    accountName: subscriptionName,
    group: resourceId
      ? `${toScopeId(subscriptionId)}/resources`
      : toScopeId(subscriptionId),
  };
}
