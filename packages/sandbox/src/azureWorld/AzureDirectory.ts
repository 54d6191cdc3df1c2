import { AzureFault } from './AzureFault';
import { builtInRoles } from './roleActions';
import {
  FederatedCredential,
  ResourceGroup,
  ServicePrincipal,
  Subscription,
  Tenant,
} from './types';

/** Name of a role that Azure brings along. @public */
export type BuiltInRole = keyof typeof builtInRoles;

/** A role at a scope, by name or by its actions. @public */
export type AzureRoleInput = {
  /** An id, such as `/subscriptions/{id}`. */
  scope: string;
} & (
  | { role: BuiltInRole }
  | { actions: readonly string[]; notActions?: readonly string[] }
);

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

function requireGuid(name: string, value: string): void {
  if (GUID.test(value)) return;
  throw new AzureFault(
    'InvalidParameter',
    `The ${name} '${value}' must be a GUID`,
  );
}

/**
 * Tenants, subscriptions, resource groups, and the service principals with
 * their roles.
 *
 * @public
 */
export class AzureDirectory {
  readonly #tenants = new Map<string, Tenant>();
  readonly #subscriptions = new Map<string, Subscription>();
  readonly #principals = new Map<string, ServicePrincipal>();
  readonly #groups = new Map<string, Map<string, ResourceGroup>>();

  /** Adds a tenant, or gives a known one a new name. */
  addTenant(tenant: Tenant): Tenant {
    requireGuid('tenant id', tenant.tenantId);
    this.#tenants.set(tenant.tenantId.toLowerCase(), tenant);
    return tenant;
  }

  /** Adds a subscription of a known tenant, or replaces it. */
  addSubscription(input: {
    subscriptionId: string;
    tenantId: string;
    name: string;
    isMicrosoftOwned?: boolean;
  }): Subscription {
    requireGuid('subscription id', input.subscriptionId);
    if (!this.findTenant(input.tenantId)) {
      throw new AzureFault(
        'InvalidParameter',
        `The sandbox has no tenant '${input.tenantId}'; add it first`,
      );
    }
    const subscription = { isMicrosoftOwned: false, ...input };
    const key = subscription.subscriptionId.toLowerCase();
    this.#subscriptions.set(key, subscription);
    return subscription;
  }

  /** Adds an application that signs in with what is given, or replaces it. */
  addServicePrincipal(input: {
    tenantId: string;
    clientId: string;
    clientSecret?: string;
    certificates?: readonly string[];
    federatedCredentials?: readonly FederatedCredential[];
    name: string;
    roles?: AzureRoleInput[];
  }): ServicePrincipal {
    requireGuid('client id', input.clientId);
    const { roles = [], ...application } = input;
    const { tenantId, clientId } = application;
    const principal: ServicePrincipal = {
      ...application,
      // Any other GUID will do, as long as it stays the same.
      objectId: clientId
        .split('')
        .reverse()
        .join('')
        .replace(/^(.{12})-(.{4})-(.{4})-(.{4})-(.{8})$/, '$5-$4-$3-$2-$1'),
      assignments: [],
    };
    this.#principals.set(principalKey(tenantId, clientId), principal);
    for (const role of roles) this.assignRole(principal, role);
    return principal;
  }

  /** Gives a principal a role. */
  assignRole(principal: ServicePrincipal, input: AzureRoleInput): void {
    const { actions, notActions = [] } =
      'role' in input ? builtInRoles[input.role] : input;
    principal.assignments.push({
      scope: input.scope,
      actions: [...actions],
      notActions: [...notActions],
    });
  }

  /** The tenant of this id. */
  findTenant(tenantId: string): Tenant | undefined {
    return this.#tenants.get(tenantId.toLowerCase());
  }

  /** The subscription of this id. */
  findSubscription(subscriptionId: string): Subscription | undefined {
    return this.#subscriptions.get(subscriptionId.toLowerCase());
  }

  /**
   * The subscription of this id.
   *
   * @throws AzureFault `SubscriptionNotFound` for an unknown one.
   */
  getSubscription(subscriptionId: string): Subscription {
    const subscription = this.findSubscription(subscriptionId);
    if (subscription) return subscription;
    throw new AzureFault(
      'SubscriptionNotFound',
      `The subscription '${subscriptionId}' could not be found.`,
      { status: 404 },
    );
  }

  /** All subscriptions. */
  listSubscriptions(): Subscription[] {
    return [...this.#subscriptions.values()];
  }

  /** The principal of a tenant. */
  findPrincipal(
    tenantId: string,
    clientId: string,
  ): ServicePrincipal | undefined {
    return this.#principals.get(principalKey(tenantId, clientId));
  }

  /** The resource group, which is made at the location if it is missing. */
  ensureGroup(
    subscriptionId: string,
    name: string,
    location: string,
  ): ResourceGroup {
    this.getSubscription(subscriptionId);
    const key = subscriptionId.toLowerCase();
    const groups = this.#groups.get(key) ?? new Map<string, ResourceGroup>();
    this.#groups.set(key, groups);
    const known = groups.get(name.toLowerCase());
    const group = known ?? { subscriptionId, name, location };
    groups.set(name.toLowerCase(), group);
    return group;
  }

  /** The resource groups of a subscription. */
  listGroups(subscriptionId: string): ResourceGroup[] {
    return [
      ...(this.#groups.get(subscriptionId.toLowerCase())?.values() ?? []),
    ];
  }

  /**
   * The resource group.
   *
   * @throws AzureFault `ResourceGroupNotFound` for an unknown one.
   */
  getGroup(subscriptionId: string, name: string): ResourceGroup {
    const group = this.#groups
      .get(subscriptionId.toLowerCase())
      ?.get(name.toLowerCase());
    if (group) return group;
    throw new AzureFault(
      'ResourceGroupNotFound',
      `Resource group '${name}' could not be found.`,
      { status: 404 },
    );
  }
}

function principalKey(tenantId: string, clientId: string): string {
  return `${tenantId}/${clientId}`.toLowerCase();
}
