import { ControllerRefusal } from '../ControllerRefusal';
import { parseCidr } from '../../values/cidr';
import { parseGoAddress } from '../../values/goAddress';
import { networkHolds } from '../../values/networkHolds';
import { LoadBalancerAddressType, SubnetFact } from './AwsLbcServiceFacts';
import { LbcService } from './LbcService';

const ENABLE = 'aws-load-balancer-enable-prefix-for-ipv6-source-nat';
const PREFIXES = 'aws-load-balancer-source-nat-ipv6-prefixes';

/**
 * Whether each subnet gets a prefix for source NAT of UDP over IPv6.
 *
 * @remarks `ValidateEnablePrefixForIpv6SourceNat` in `pkg/networking/networking_utils.go`, version 3.5.
 *
 * @internal
 */
export function planEnablePrefixForIpv6SourceNat(
  { annotations }: LbcService,
  addressType: LoadBalancerAddressType,
  subnets: readonly SubnetFact[] | undefined,
): 'on' | 'off' {
  const asked = annotations.string(ENABLE) ?? 'off';
  const about = [annotations.keyOf(ENABLE)];
  if (asked !== 'on' && asked !== 'off') {
    throw new ControllerRefusal(
      `Invalid enable-prefix-for-ipv6-source-nat value: ${asked}. Valid values are ['on', 'off'].`,
      about,
    );
  }
  if (asked === 'off') return asked;
  if (addressType === 'ipv4') {
    throw new ControllerRefusal(
      'enable-prefix-for-ipv6-source-nat annotation is only applicable to Network Load Balancers using Dualstack IP address type.',
      about,
    );
  }
  const without = (subnets ?? []).filter(
    ({ ipv6Cidrs }) => ipv6Cidrs?.length === 0,
  );
  if (without.length) {
    throw new ControllerRefusal(
      `To enable prefix for source NAT, all associated subnets must have an IPv6 CIDR. Subnets without IPv6 CIDR: [${without
        .map(({ id }) => id)
        .join(' ')}].`,
      about,
    );
  }
  return asked;
}

/** Why a prefix can't be used in a subnet, in the controller's words. */
function findPrefixProblem(
  prefix: string,
  { ipv6Cidrs }: SubnetFact,
): string | undefined {
  if (prefix === 'auto_assigned') return undefined;
  const [addressText, length] = prefix.split('/');
  if (length === undefined) return '';
  if (length !== '80')
    return ` Prefix length must be 80, but ${length} is specified.`;
  const address = parseGoAddress(addressText);
  if (address?.family !== 'ipv6') return ' Value must be a valid IPv6 CIDR.';
  if (!ipv6Cidrs) return undefined;
  const networks = ipv6Cidrs.map(parseCidr);
  return networks.some(network => network && networkHolds(network, address))
    ? undefined
    : ` Value must be within subnet CIDR range: [${ipv6Cidrs.join(' ')}].`;
}

/**
 * The prefix of each subnet, in their order; `undefined` where the Service names none.
 *
 * @remarks `ValidateSourceNatPrefixes` in `pkg/networking/networking_utils.go`, version 3.5.
 *
 * @param subnets - `undefined` where they are not known; then neither their number nor their networks are compared.
 *
 * @internal
 */
export function planSourceNatPrefixes(
  { annotations }: LbcService,
  options: {
    addressType: LoadBalancerAddressType;
    enable: 'on' | 'off';
    subnets: readonly SubnetFact[] | undefined;
  },
): string[] | undefined {
  const { addressType, enable, subnets } = options;
  const prefixes = annotations.stringList(PREFIXES);
  if (!prefixes) return undefined;
  const refuse = (message: string): never => {
    throw new ControllerRefusal(message, [annotations.keyOf(PREFIXES)]);
  };
  if (addressType !== 'dualstack')
    refuse(
      'source-nat-ipv6-prefixes annotation can only be set for Network Load Balancers using Dualstack IP address type.',
    );
  if (enable !== 'on')
    refuse(
      'source-nat-ipv6-prefixes annotation is only applicable if enable-prefix-for-ipv6-source-nat annotation is set to on.',
    );
  if (subnets && prefixes.length !== subnets.length)
    refuse(
      `Number of values in source-nat-ipv6-prefixes (${prefixes.length}) must match the number of subnets (${subnets.length}).`,
    );
  prefixes.forEach((prefix, index) => {
    const problem = findPrefixProblem(prefix, subnets?.[index] ?? { id: '' });
    if (problem !== undefined)
      refuse(`Invalid value in source-nat-ipv6-prefixes: ${prefix}.${problem}`);
  });
  return prefixes;
}
