/**
 * The RBAC actions that the provider's calls need, by what they are for. The role definitions in
 * `docs/role-assignments.md` are made of these, and a test compares both with the calls that the code makes.
 *
 * @public
 */
export const requiredRbacActions = {
  /** To observe: surveys, inspections, readings before and after a decision. */
  reader: [
    'Microsoft.Cdn/profiles/afdEndpoints/read',
    'Microsoft.Cdn/profiles/afdEndpoints/routes/read',
    'Microsoft.Cdn/profiles/customDomains/read',
    'Microsoft.Cdn/profiles/originGroups/origins/read',
    'Microsoft.Cdn/profiles/originGroups/read',
    'Microsoft.Cdn/profiles/read',
    'Microsoft.Cdn/profiles/securityPolicies/read',
    'Microsoft.Network/frontDoorWebApplicationFirewallPolicies/read',
    'Microsoft.Network/loadBalancers/loadBalancingRules/health/action',
    'Microsoft.Network/loadBalancers/read',
    'Microsoft.Network/locations/operationResults/read',
    'Microsoft.Network/locations/operations/read',
    'Microsoft.Network/networkInterfaces/read',
    'Microsoft.Network/privateEndpoints/read',
    'Microsoft.Network/privateLinkServices/privateEndpointConnections/read',
    'Microsoft.Network/privateLinkServices/read',
    'Microsoft.Network/virtualNetworks/subnets/read',
    'Microsoft.Resources/subscriptions/providers/read',
  ],
  /** To observe a resource that the configuration names: each behind its type, such as `Microsoft.Web/sites/read`. */
  resourceReader: ['privateEndpointConnections/read', 'read'],
  /** To decide on the connections of private link services. Without these the provider only looks. */
  approver: [
    'Microsoft.Network/locations/operationResults/read',
    'Microsoft.Network/locations/operations/read',
    'Microsoft.Network/privateLinkServices/privateEndpointConnections/delete',
    'Microsoft.Network/privateLinkServices/privateEndpointConnections/write',
  ],
  /** To decide on the connections of a resource that the configuration names: each behind its type. */
  resourceApprover: [
    'privateEndpointConnections/delete',
    'privateEndpointConnections/write',
  ],
} as const;
