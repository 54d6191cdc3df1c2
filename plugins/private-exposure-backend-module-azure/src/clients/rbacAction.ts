const verbs: Readonly<Record<string, string>> = {
  GET: 'read',
  HEAD: 'read',
  PUT: 'write',
  PATCH: 'write',
  DELETE: 'delete',
};

// Our own ids are in lower case; an action reads the same however it was asked for.
const spellings: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'Microsoft.Cdn',
    'Microsoft.ContainerService',
    'Microsoft.KeyVault',
    'Microsoft.Network',
    'Microsoft.Sql',
    'Microsoft.Storage',
    'Microsoft.Web',
    'frontDoorWebApplicationFirewallPolicies',
    'loadBalancers',
    'managedClusters',
    'privateEndpointConnections',
    'privateEndpoints',
    'privateLinkServices',
    'storageAccounts',
    'virtualNetworks',
  ].map(word => [word.toLowerCase(), word]),
);

/**
 * The RBAC action that Azure asks for when a call is made: provider, types without names, and what the method does.
 *
 * @remarks
 * `GET …/Microsoft.Network/privateLinkServices/a/privateEndpointConnections/b` needs
 * `Microsoft.Network/privateLinkServices/privateEndpointConnections/read` (Azure RBAC, "Understand Azure role
 * definitions"). What a subscription says of its resource providers is `Microsoft.Resources/subscriptions/providers/read`.
 *
 * @param url - Absolute; its query is ignored.
 * @internal
 */
export function rbacAction(method: string, url: string): string {
  const verb = verbs[method] ?? 'action';
  const path = decodeURIComponent(new URL(url).pathname);
  const at = path.toLowerCase().lastIndexOf('/providers/');
  const [namespace = '', ...segments] = path
    .slice(at + '/providers/'.length)
    .split('/');
  if (at < 0 || segments.length === 0) {
    return `Microsoft.Resources/subscriptions/providers/${verb}`;
  }
  const types = segments.filter((_, index) => index % 2 === 0);
  return [...[namespace, ...types].map(spell), verb].join('/');
}

function spell(word: string): string {
  return spellings[word.toLowerCase()] ?? word;
}
