import { InvalidIntentError, IntentIssue } from './errors';
import { AzureClusterProfile } from './intents/azureClusterProfile';
import { AzurePrivateLinkExposureIntent } from './intents/azureExposure';
import { parseCidr } from './values/cidr';
import { parseGoAddress } from './values/goAddress';
import { networkHolds } from './values/networkHolds';

function identityIssues(
  intent: AzurePrivateLinkExposureIntent,
  profile: AzureClusterProfile,
): IntentIssue[] {
  const pairs: [string, string, string][] = [
    ['cluster', intent.cluster, profile.name],
    ['subscription', intent.subscription, profile.subscription],
    ['resourceGroup', intent.resourceGroup, profile.resourceGroup],
    ['location', intent.location, profile.location],
  ];
  return pairs
    .filter(([, asked, actual]) => asked !== actual)
    .map(([field, asked, actual]) => ({
      field,
      message: `must be '${actual}', as the cluster profile says, not '${asked}'`,
    }));
}

function subnetIssues(
  field: string,
  name: string | undefined,
  { subnets, vnet }: AzureClusterProfile,
): IntentIssue[] {
  if (name === undefined || subnets.length === 0) return [];
  const names = subnets.map(subnet => subnet.name);
  if (names.includes(name)) return [];
  return [
    {
      field,
      message: `must be a subnet of the cluster's network${
        vnet ? ` '${vnet}'` : ''
      } (${names.map(each => `'${each}'`).join(', ')}), not '${name}'`,
    },
  ];
}

function addressIssues(
  places: { field: string; address: string }[],
  subnetName: string | undefined,
  { subnets }: AzureClusterProfile,
): IntentIssue[] {
  const text = subnets.find(({ name }) => name === subnetName)?.cidr;
  const network = text === undefined ? undefined : parseCidr(text);
  if (!network) return [];
  return places.flatMap(({ field, address }) => {
    const parsed = parseGoAddress(address);
    return parsed && networkHolds(network, parsed)
      ? []
      : [
          {
            field,
            message: `must be in the subnet '${subnetName}' (${text}), not '${address}'`,
          },
        ];
  });
}

/**
 * Refuses an intent that does not fit the cluster: another place, a subnet that its network doesn't have, an address
 * outside of its subnet.
 *
 * @throws {@link InvalidIntentError} naming every field
 * @internal
 */
export function checkAzureProfile(
  intent: AzurePrivateLinkExposureIntent,
  profile: AzureClusterProfile,
): void {
  const { loadBalancer, privateLinkService: service } = intent;
  const frontend = loadBalancer.subnet ?? profile.defaultSubnet;
  const nat = service.subnet ?? frontend;
  const [first, ...others] = [
    ...identityIssues(intent, profile),
    ...subnetIssues('loadBalancer.subnet', loadBalancer.subnet, profile),
    ...subnetIssues('privateLinkService.subnet', service.subnet, profile),
    ...addressIssues(
      loadBalancer.address === undefined
        ? []
        : [{ field: 'loadBalancer.address', address: loadBalancer.address }],
      frontend,
      profile,
    ),
    ...addressIssues(
      service.addresses.map((address, index) => ({
        field: `privateLinkService.addresses[${index}]`,
        address,
      })),
      nat,
      profile,
    ),
  ];
  if (first) throw new InvalidIntentError(first, ...others);
}
