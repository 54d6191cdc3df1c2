import { BicepNode, bicepNodeAt, bicepText } from '../bicep/readBicepNode';
import { BicepResourceNode } from '../bicep/readBicepResources';
import { BicepFile } from './bicepFrontDoorFile';
import { PlacedValue, PrivateLinkServiceTarget } from './targets';

const SERVICE = 'microsoft.network/privatelinkservices';
const SUBNET = 'microsoft.network/virtualnetworks/subnets';

function textsIn(
  { source }: BicepFile,
  node: BicepNode | undefined,
): PlacedValue[] {
  if (node?.type !== 'list') return [];
  return node.items.flatMap(item => {
    const value = bicepText(item);
    return value === undefined ? [] : { value, ...source.placeAt(item.start) };
  });
}

const named = ({ symbol, line, column }: BicepResourceNode): PlacedValue => ({
  value: symbol,
  line,
  column,
});

/** Switched on unless the file says otherwise. */
function hasPolicies({ body, isExisting }: BicepResourceNode): boolean {
  const node = bicepNodeAt(
    body,
    'properties',
    'privateLinkServiceNetworkPolicies',
  );
  const isTold = node === undefined || node.type === 'literal';
  return !isExisting && isTold && !/^disabled$/i.test(bicepText(node) ?? '');
}

/** The symbol of the subnet that an address is taken from. */
function subnetOf(address: BicepNode): string | undefined {
  const id = bicepNodeAt(address, 'properties', 'subnet', 'id');
  return id?.type === 'computed' ? /^(\w+)\.id$/.exec(id.text)?.[1] : undefined;
}

/**
 * Reads the private link services of a Bicep file.
 *
 * @remarks https://learn.microsoft.com/azure/templates/microsoft.network/privatelinkservices
 *
 * @internal
 */
export function readBicepPrivateLinkServices(
  file: BicepFile,
): PrivateLinkServiceTarget[] {
  const subnets = file.resources.filter(
    one => one.type === SUBNET && hasPolicies(one),
  );
  return file.resources
    .filter(({ type, isExisting }) => type === SERVICE && !isExisting)
    .map(service => {
      const inner = (...keys: string[]) =>
        bicepNodeAt(service.body, 'properties', ...keys);
      const addresses = inner('ipConfigurations');
      const items = addresses?.type === 'list' ? addresses.items : [];
      const used = new Set(items.flatMap(item => subnetOf(item) ?? []));
      return {
        type: 'private-link-service',
        path: file.path,
        ...named(service),
        visibility: textsIn(file, inner('visibility', 'subscriptions')),
        visibilityIsWhole: isWhole(inner('visibility', 'subscriptions')),
        autoApproval: textsIn(file, inner('autoApproval', 'subscriptions')),
        addresses: items.map(({ start }) => ({
          value: 'ipConfigurations',
          ...file.source.placeAt(start),
        })),
        subnetsWithPolicies: subnets
          .filter(({ symbol }) => used.has(symbol))
          .map(named),
      };
    });
}

/** Whether no subscription is named but those that the file tells. */
function isWhole(node: BicepNode | undefined): boolean {
  if (node?.type !== 'list') return node === undefined;
  return node.items.every(item => bicepText(item) !== undefined);
}
