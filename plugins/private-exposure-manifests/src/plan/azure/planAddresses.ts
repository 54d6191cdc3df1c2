import {
  GoAddress,
  formatGoAddress,
  isGoIpv4,
  parseGoAddress,
} from '../../values/goAddress';
import { quoteGo, trimGoSpace } from '../../values/goParsers';
import { ControllerRefusal } from '../ControllerRefusal';
import { KubernetesObject } from '../KubernetesObject';
import { readServiceSpec } from '../readServiceSpec';
import { loadBalancer } from './annotations';

/** An IP family as Kubernetes writes it. @public */
export type IPFamily = 'IPv4' | 'IPv6';

const FAMILIES: readonly IPFamily[] = ['IPv4', 'IPv6'];

/** Whether a Service has addresses of each family. @public */
export interface AzureIPFamiliesPlan {
  ipv4Enabled: boolean;
  ipv6Enabled: boolean;
}

/**
 * Says which families a Service has: what its spec names, else IPv4.
 *
 * @remarks `getIPFamiliesEnabled` in `pkg/provider/azure_utils.go` of cloud-provider-azure.
 *
 * @public
 */
export function planIPFamilies(service: KubernetesObject): AzureIPFamiliesPlan {
  const { ipFamilies } = readServiceSpec(service);
  const ipv6Enabled = ipFamilies.includes('IPv6');
  return {
    ipv4Enabled: ipFamilies.includes('IPv4') || !ipv6Enabled,
    ipv6Enabled,
  };
}

/**
 * Whether a Service has both families.
 *
 * @remarks `isServiceDualStack` in `pkg/provider/azure_utils.go` of cloud-provider-azure.
 *
 * @public
 */
export function isDualStack(service: KubernetesObject): boolean {
  return readServiceSpec(service).ipFamilies.length === 2;
}

type PerFamily = { [F in IPFamily]: Parameters<typeof loadBalancer.read>[1] };

/** Which of two annotations counts for a family; empty where it is missing. */
function readForFamily(
  service: KubernetesObject,
  family: IPFamily,
  names: PerFamily,
): string {
  const read = (of: IPFamily) => loadBalancer.read(service, names[of]) ?? '';
  if (isDualStack(service)) return read(family);
  const { ipv6Enabled } = planIPFamilies(service);
  // A single family that the Service doesn't have has no address, whatever the annotations say.
  if ((family === 'IPv6') !== ipv6Enabled) return '';
  return read(family) || read('IPv4');
}

/**
 * Name of the existing public address that a family uses; empty for none.
 *
 * @remarks `getServicePIPName` in `pkg/provider/azure_utils.go` of cloud-provider-azure.
 *
 * @public
 */
export function planPublicIPName(
  service: KubernetesObject,
  family: IPFamily,
): string {
  return readForFamily(service, family, {
    IPv4: 'azure-pip-name',
    IPv6: 'azure-pip-name-ipv6',
  });
}

/**
 * Names of the existing public addresses that a Service uses, IPv4 first.
 *
 * @remarks `getServicePIPNames` in `pkg/provider/azure_utils.go` of cloud-provider-azure.
 *
 * @public
 */
export function planPublicIPNames(service: KubernetesObject): string[] {
  return FAMILIES.map(family => planPublicIPName(service, family)).filter(
    name => name !== '',
  );
}

/**
 * Id of the public prefix that a family's address is taken from; empty for none.
 *
 * @remarks `getServicePIPPrefixID` in `pkg/provider/azure_utils.go` of cloud-provider-azure.
 *
 * @public
 */
export function planPublicIPPrefix(
  service: KubernetesObject,
  family: IPFamily,
): string {
  return readForFamily(service, family, {
    IPv4: 'azure-pip-prefix-id',
    IPv6: 'azure-pip-prefix-id-ipv6',
  });
}

const ADDRESS_OF = {
  IPv4: 'azure-load-balancer-ipv4',
  IPv6: 'azure-load-balancer-ipv6',
} as const;

/**
 * The load balancer's address of a family: the annotation, else `spec.loadBalancerIP` where it is of that family; empty
 * for one that Azure picks.
 *
 * @remarks `getServiceLoadBalancerIP` in `pkg/provider/azure_utils.go` of cloud-provider-azure.
 *
 * @public
 */
export function planLoadBalancerIP(
  service: KubernetesObject,
  family: IPFamily,
): string {
  const annotated = loadBalancer.read(service, ADDRESS_OF[family]) ?? '';
  if (annotated !== '') return annotated;
  const { loadBalancerIP } = readServiceSpec(service);
  return isGoIpv4(loadBalancerIP) === (family === 'IPv4') ? loadBalancerIP : '';
}

/**
 * All addresses that a Service asks for.
 *
 * @remarks `getServiceLoadBalancerIPs` in `pkg/provider/azure_utils.go` of cloud-provider-azure.
 *
 * @public
 */
export function planLoadBalancerIPs(service: KubernetesObject): string[] {
  const annotated = FAMILIES.map(
    family => loadBalancer.read(service, ADDRESS_OF[family]) ?? '',
  ).filter(address => address !== '');
  const { loadBalancerIP } = readServiceSpec(service);
  if (annotated.length > 0 || loadBalancerIP === '') return annotated;
  return [loadBalancerIP];
}

/**
 * Addresses that reach the nodes some other way, as Go prints them.
 *
 * @remarks `AdditionalPublicIPs` in `pkg/provider/loadbalancer/configuration.go` of cloud-provider-azure.
 *
 * @throws {@link ControllerRefusal} where one is no address.
 *
 * @public
 */
export function planAdditionalPublicIPs(service: KubernetesObject): string[] {
  const name = 'azure-additional-public-ips';
  const value = loadBalancer.read(service, name);
  if (value === undefined) return [];
  const read = (token: string): GoAddress => {
    const address = parseGoAddress(token);
    if (address) return address;
    const key = loadBalancer.keyOf(name);
    throw new ControllerRefusal(
      `invalid service annotation ${key}:${value}: ParseAddr(${quoteGo(
        token,
      )}): unable to parse IP`,
      [key],
    );
  };
  return value
    .split(',')
    .map(trimGoSpace)
    .filter(token => token !== '')
    .map(token => formatGoAddress(read(token)));
}
