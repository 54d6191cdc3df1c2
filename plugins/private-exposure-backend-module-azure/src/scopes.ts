import type { ProviderScope } from '@postern/backstage-plugin-private-exposure-node';
import type { AzureTenantConfig } from './config';

/** A scope of the Azure provider: one subscription. @internal */
export interface AzureScope {
  /** `azure/<subscription>`. */
  id: string;
  /** A GUID, lower case. */
  subscriptionId: string;
  /** What people call it, where known. */
  subscriptionName?: string;
  /** The tenant that it trusts. */
  tenantId: string;
  /** Where the portal of its cloud is. */
  portalUrl: string;
}

/**
 * The id of a subscription's scope.
 *
 * @internal
 */
export function toScopeId(subscriptionId: string): string {
  return `azure/${subscriptionId.toLowerCase()}`;
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
    subscriptions.map(({ subscriptionId, name }) => ({
      id: toScopeId(subscriptionId),
      subscriptionId,
      subscriptionName: name,
      tenantId,
      portalUrl: cloud.portalUrl,
    })),
  );
}

/**
 * A scope as the backend knows it. A subscription has no region of its own, and is surveyed by a task of its own.
 *
 * @internal
 */
export function toProviderScope(scope: AzureScope): ProviderScope {
  return {
    id: scope.id,
    title: scope.subscriptionName ?? scope.subscriptionId,
    account: scope.subscriptionId,
    accountName: scope.subscriptionName,
    group: scope.id,
  };
}
