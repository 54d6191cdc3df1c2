import {
  isAzureTrueTrimmed,
  parseAzureInt32,
  parseSpaceList,
} from '../../values/azureParsers';
import { isGoIpv4, parseGoAddress } from '../../values/goAddress';
import { trimGoSpace } from '../../values/goParsers';
import { ControllerRefusal } from '../ControllerRefusal';
import { KubernetesObject } from '../KubernetesObject';
import { privateLinkService } from './annotations';
import { planInternalSubnet } from './planScheme';

/** Whether a Service asks for a private link service. @public */
export function requestsPls(service: KubernetesObject): boolean {
  return isAzureTrueTrimmed(
    privateLinkService.read(service, 'azure-pls-create'),
  );
}

/** Whether a Service asks for the proxy protocol on its private link service. @public */
export function requestsPlsProxyProtocol(service: KubernetesObject): boolean {
  return isAzureTrueTrimmed(
    privateLinkService.read(service, 'azure-pls-proxy-protocol'),
  );
}

/**
 * Name of the subnet for a private link service's addresses, as it stands in the annotation; the internal load
 * balancer's where none is given, and `undefined` for the cluster's.
 *
 * @public
 */
export function readPlsSubnet(service: KubernetesObject): string | undefined {
  const name = privateLinkService.read(
    service,
    'azure-pls-ip-configuration-subnet',
  );
  return name !== undefined && trimGoSpace(name) !== ''
    ? name
    : planInternalSubnet(service);
}

/** Resource group of a private link service; the given one where the annotation is missing or blank. @public */
export function readPlsResourceGroup<T extends string | undefined>(
  service: KubernetesObject,
  otherwise: T,
): string | T {
  const name = privateLinkService.read(service, 'azure-pls-resource-group');
  return trimGoSpace(name ?? '') || otherwise;
}

const [FEWEST, MOST] = [1, 8];

/**
 * How many addresses a private link service has.
 *
 * @throws {@link ControllerRefusal} for anything but 1 to 8.
 *
 * @public
 */
export function readPlsIpCount(service: KubernetesObject): number {
  const name = 'azure-pls-ip-configuration-ip-address-count';
  const text = privateLinkService.read(service, name);
  if (text === undefined) return FEWEST;
  const refuse = (problem: string) =>
    new ControllerRefusal(problem, [privateLinkService.keyOf(name)]);
  const parsed = parseAzureInt32(text);
  if ('problem' in parsed) throw refuse(parsed.problem);
  const { value } = parsed;
  if (value < FEWEST)
    throw refuse(
      `error parsing value: minimum number of private link service ipConfig is ${FEWEST}, ${value} provided`,
    );
  if (value > MOST)
    throw refuse(
      `error parsing value: maximum number of private link service ipConfig is ${MOST}, ${value} provided`,
    );
  return value;
}

/**
 * The addresses that a private link service asks for; the first one is its primary address.
 *
 * @throws {@link ControllerRefusal} for what is no IPv4 address.
 *
 * @public
 */
export function readPlsStaticIPs(service: KubernetesObject): string[] {
  const name = 'azure-pls-ip-configuration-ip-address';
  const text = privateLinkService.read(service, name);
  const addresses = text === undefined ? [] : parseSpaceList(text);
  for (const address of addresses) {
    const parsed = parseGoAddress(address);
    const problem =
      !parsed || parsed.zone !== ''
        ? `getPLSStaticIPs: ${address} is not a valid IP address`
        : !isGoIpv4(address) &&
          `getPLSStaticIPs: private link service ip config only supports IPv4, ${address} provided`;
    if (problem)
      throw new ControllerRefusal(problem, [privateLinkService.keyOf(name)]);
  }
  return [...new Set(addresses)];
}

/** The names under which a private link service can be reached. None is checked. @public */
export function readPlsFqdns(service: KubernetesObject): string[] {
  return parseSpaceList(
    privateLinkService.read(service, 'azure-pls-fqdns') ?? '',
  );
}

/** The subscriptions that may see a private link service: `*` alone for all of them. @public */
export function readPlsVisibility(service: KubernetesObject): string[] {
  const subscriptions = parseSpaceList(
    privateLinkService.read(service, 'azure-pls-visibility') ?? '',
  );
  return subscriptions.includes('*') ? ['*'] : subscriptions;
}

/** The subscriptions whose connections need no approval. @public */
export function readPlsAutoApproval(service: KubernetesObject): string[] {
  return parseSpaceList(
    privateLinkService.read(service, 'azure-pls-auto-approval') ?? '',
  );
}

/**
 * Whether a Service says anything of its private link service besides that it wants one. A Service that shares the
 * frontend of another one must not. The resource group doesn't count.
 *
 * @public
 */
export function hasPlsConfiguration(service: KubernetesObject): boolean {
  return (
    [
      'azure-pls-name',
      'azure-pls-ip-configuration-subnet',
      'azure-pls-ip-configuration-ip-address-count',
      'azure-pls-ip-configuration-ip-address',
      'azure-pls-fqdns',
      'azure-pls-proxy-protocol',
      'azure-pls-visibility',
      'azure-pls-auto-approval',
    ] as const
  ).some(name => privateLinkService.read(service, name) !== undefined);
}
