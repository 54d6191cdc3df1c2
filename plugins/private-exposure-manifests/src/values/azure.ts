import { patternText, singleLineText } from './text';

/** Id of an Azure subscription, in lower or upper case. @public */
export const azureSubscriptionIdSchema = patternText({
  pattern: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
  max: 36,
  expected: `the id of a subscription such as '00000000-0000-0000-0000-000000000000'`,
});

/** An Azure location by its programmatic name. @public */
export const azureLocationSchema = patternText({
  pattern: /^[a-z][a-z0-9]{2,39}$/,
  max: 40,
  expected: `a location such as 'westeurope' (not its display name)`,
});

/**
 * Name of a resource group.
 *
 * @remarks https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 *
 * @public
 */
export const azureResourceGroupNameSchema = patternText({
  pattern: /^[\p{L}\p{N}_().-]*[\p{L}\p{N}_()-]$/u,
  max: 90,
  expected:
    'the name of a resource group (letters, digits, _, -, ., parentheses; at most 90, no dot at the end)',
});

/**
 * Name of a virtual network or a subnet.
 *
 * @remarks https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules
 *
 * @public
 */
export const azureNetworkNameSchema = patternText({
  pattern: /^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9_])?$/,
  max: 80,
  expected:
    'the name of a network or subnet (letters, digits, _, -, .; at most 80), not its id',
});

/** Name of an AKS cluster, as its controller writes it on what it makes. @public */
export const azureClusterNameSchema = singleLineText({ max: 63 });

/**
 * Name of a private link service or a private endpoint.
 *
 * @remarks https://learn.microsoft.com/azure/azure-resource-manager/management/resource-name-rules#microsoftnetwork
 *
 * @public
 */
export const azurePrivateLinkServiceNameSchema = patternText({
  pattern: /^[A-Za-z0-9]([A-Za-z0-9_.-]*[A-Za-z0-9_])?$/,
  max: 80,
  expected:
    'the name of a private link service (letters, digits, _, -, .; at most 80)',
});

const SUBSCRIPTION = '[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const GROUP = '[\\p{L}\\p{N}_().-]{0,89}[\\p{L}\\p{N}_()-]';
const NAME = '[A-Za-z0-9]([A-Za-z0-9_.-]{0,78}[A-Za-z0-9_])?';

function resourceIdSchema(type: string, what: string) {
  return patternText({
    pattern: new RegExp(
      `^/subscriptions/${SUBSCRIPTION}/resourceGroups/${GROUP}/providers/${type.replaceAll(
        '.',
        '\\.',
      )}/${NAME}$`,
      'u',
    ),
    max: 400,
    expected: `the id of ${what} such as '/subscriptions/00000000-0000-0000-0000-000000000000/resourceGroups/<group>/providers/${type}/<name>'`,
  });
}

/** Id of a private link service. @public */
export const privateLinkServiceIdSchema = resourceIdSchema(
  'Microsoft.Network/privateLinkServices',
  'a private link service',
);

/** Id of a key vault. @public */
export const keyVaultIdSchema = resourceIdSchema(
  'Microsoft.KeyVault/vaults',
  'a key vault',
);

/**
 * Alias of a private link service, which names it to those who may not read it.
 *
 * @remarks https://learn.microsoft.com/azure/private-link/private-link-service-overview#alias
 *
 * @public
 */
export const privateLinkServiceAliasSchema = patternText({
  pattern: new RegExp(
    `^${NAME}\\.${SUBSCRIPTION}\\.[a-z][a-z0-9]{2,39}\\.azure\\.privatelinkservice$`,
  ),
  max: 250,
  expected: `an alias such as 'payments.00000000-0000-0000-0000-000000000000.westeurope.azure.privatelinkservice'`,
});
