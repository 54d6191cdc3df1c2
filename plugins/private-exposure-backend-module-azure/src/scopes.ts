import { createHash } from 'node:crypto';
import type { ProviderScope } from '@postern/backstage-plugin-private-exposure-node';
import type { AzureTenantConfig } from './config';
import { canonicalId, nameInId, readResourceId } from './mapping/resourceIds';

/**
 * A scope of the Azure provider: one subscription with what is listed in bulk, or one resource that the configuration
 * names.
 *
 * @remarks
 * A named resource is a scope of its own because its listing can fail by itself: its type has its own RBAC actions and its
 * own resource provider. In one scope with others, it would leave all of them stale.
 *
 * @internal
 */
export interface AzureScope {
  /** `azure/<subscription>`, with the resource behind it where it is one's. */
  id: string;
  /** A GUID, lower case. */
  subscriptionId: string;
  /** What people call it, where known. */
  subscriptionName?: string;
  /** The tenant that it trusts. */
  tenantId: string;
  /** Where the portal of its cloud is. */
  portalUrl: string;
  /** The one resource that is looked at, as the configuration spells it; without it, the subscription is. */
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
    subscriptions.flatMap(({ subscriptionId, name, resources }) => {
      const subscription = {
        id: toScopeId(subscriptionId),
        subscriptionId,
        subscriptionName: name,
        tenantId,
        portalUrl: cloud.portalUrl,
      };
      return [
        subscription,
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
 * A scope as the backend knows it. A subscription has no region of its own, and is surveyed by a task of its own; so are
 * the resources that are named in it, one after the other.
 *
 * @internal
 */
export function toProviderScope(scope: AzureScope): ProviderScope {
  const { id, subscriptionId, subscriptionName, resourceId } = scope;
  const subscription = subscriptionName ?? subscriptionId;
  return {
    id,
    title: resourceId
      ? `${subscription} · ${nameInId(resourceId)}`
      : subscription,
    account: subscriptionId,
    accountName: subscriptionName,
    group: resourceId ? `${toScopeId(subscriptionId)}/resources` : id,
  };
}
