import { ControllerRefusal } from '../ControllerRefusal';
import { parseCidr } from '../../values/cidr';
import {
  formatGoAddress,
  GoAddress,
  parseGoAddress,
} from '../../values/goAddress';
import { networkHolds } from '../../values/networkHolds';
import {
  LoadBalancerAddressType,
  LoadBalancerScheme,
  SubnetFact,
} from './AwsLbcServiceFacts';
import { LbcService } from './LbcService';
import { planSourceNatPrefixes } from './planSourceNat';

/** What the load balancer has in one subnet. @public */
export interface SubnetMappingPlan {
  subnetId: string;
  allocationId?: string;
  privateIPv4Address?: string;
  ipv6Address?: string;
  sourceNatIpv6Prefix?: string;
}

/** What a mapping depends on besides the Service. @internal */
export interface SubnetMappingOptions {
  scheme: LoadBalancerScheme;
  addressType: LoadBalancerAddressType;
  enablePrefixForIpv6SourceNat: 'on' | 'off';
  /** `undefined` where they are not known; then there are no mappings, but what can be checked is. */
  subnets: readonly SubnetFact[] | undefined;
}

/** A list of addresses that the Service may name, and when it may. */
interface AddressList {
  key:
    | 'aws-load-balancer-eip-allocations'
    | 'aws-load-balancer-private-ipv4-addresses'
    | 'aws-load-balancer-ipv6-addresses';
  /** What messages call them. */
  words: string;
  /** For what they are, where this load balancer is something else. */
  onlyFor: string | undefined;
}

function readList(
  { annotations }: LbcService,
  { key, words, onlyFor }: AddressList,
  subnets: readonly SubnetFact[] | undefined,
): string[] | undefined {
  const values = annotations.stringList(key);
  if (!values) return undefined;
  const about = [annotations.keyOf(key)];
  if (onlyFor !== undefined)
    throw new ControllerRefusal(
      `${words} can only be set for ${onlyFor} load balancers`,
      about,
    );
  if (subnets && values.length !== subnets.length)
    throw new ControllerRefusal(
      `count of ${words} (${values.length}) and subnets (${subnets.length}) must match`,
      about,
    );
  return values;
}

function parseAddresses(
  values: readonly string[],
  family: GoAddress['family'],
  { words, about }: { words: string; about: readonly string[] },
): GoAddress[] {
  const version = family === 'ipv4' ? 'IPv4' : 'IPv6';
  return values.map(value => {
    const address = parseGoAddress(value);
    if (!address)
      throw new ControllerRefusal(
        `${words} must be valid IP address: ${value}`,
        about,
      );
    if (address.family !== family)
      throw new ControllerRefusal(
        `${words} must be valid ${version} address: ${value}`,
        about,
      );
    return address;
  });
}

/** The one address that lies in a subnet; `undefined` where the subnet's networks are not known. */
function chooseAddress(
  addresses: readonly GoAddress[],
  cidrs: readonly string[] | undefined,
  refuse: () => never,
): string | undefined {
  if (!cidrs) return undefined;
  const networks = cidrs.map(parseCidr);
  const inside = addresses.filter(address =>
    networks.some(network => network && networkHolds(network, address)),
  );
  return inside.length === 1 ? formatGoAddress(inside[0]) : refuse();
}

function planFixedAddresses(
  service: LbcService,
  list: AddressList,
  subnets: readonly SubnetFact[] | undefined,
): ((subnet: SubnetFact) => string | undefined) | undefined {
  const values = readList(service, list, subnets);
  if (!values) return undefined;
  const isIpv4 = list.key === 'aws-load-balancer-private-ipv4-addresses';
  const about = [service.annotations.keyOf(list.key)];
  const { words } = list;
  const family = isIpv4 ? 'ipv4' : 'ipv6';
  const addresses = parseAddresses(values, family, { words, about });
  return subnet =>
    chooseAddress(
      addresses,
      isIpv4 ? subnet.ipv4Cidrs : subnet.ipv6Cidrs,
      () => {
        throw new ControllerRefusal(
          `expect one ${
            isIpv4 ? 'private IPv4' : 'IPv6'
          } address configured for subnet: ${subnet.id}`,
          about,
        );
      },
    );
}

/**
 * What the load balancer has in each of its subnets.
 *
 * @remarks `buildLoadBalancerSubnetMappings` in `pkg/service/model_build_load_balancer.go`, version 3.5.
 *
 * @internal
 */
export function planSubnetMappings(
  service: LbcService,
  options: SubnetMappingOptions,
): SubnetMappingPlan[] | undefined {
  const { scheme, addressType, subnets } = options;
  const enable = options.enablePrefixForIpv6SourceNat;
  const allocations = readList(
    service,
    {
      key: 'aws-load-balancer-eip-allocations',
      words: 'EIP allocations',
      onlyFor: scheme === 'internet-facing' ? undefined : 'internet facing',
    },
    subnets,
  );
  const ipv4In = planFixedAddresses(
    service,
    {
      key: 'aws-load-balancer-private-ipv4-addresses',
      words: 'private IPv4 addresses',
      onlyFor: scheme === 'internal' ? undefined : 'internal',
    },
    subnets,
  );
  const ipv6In = planFixedAddresses(
    service,
    {
      key: 'aws-load-balancer-ipv6-addresses',
      words: 'IPv6 addresses',
      onlyFor: addressType === 'dualstack' ? undefined : 'dualstack',
    },
    subnets,
  );
  const prefixes = planSourceNatPrefixes(service, {
    addressType,
    enable,
    subnets,
  });
  return subnets?.map((subnet, index) => ({
    subnetId: subnet.id,
    allocationId: allocations?.[index],
    privateIPv4Address: ipv4In?.(subnet),
    ipv6Address: ipv6In?.(subnet),
    sourceNatIpv6Prefix: prefixes?.[index],
  }));
}
