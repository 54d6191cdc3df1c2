import { ControllerRefusal } from '../ControllerRefusal';
import { KubernetesObject } from '../KubernetesObject';
import { serviceNameOf } from '../readServiceSpec';
import { privateLinkService } from './annotations';
import { AzureSubnet, PlsContext, PlsIpConfiguration } from './plsTypes';
import {
  readPlsIpCount,
  readPlsStaticIPs,
  readPlsSubnet,
} from './readPlsAnnotations';

const MAX_NAME_LENGTH = 80;

/** The addresses of a private link service. @public */
export interface PlsIpConfigurationsPlan {
  /** Whether they differ from those that stand. */
  plsChanged: boolean;
  plsIpCount: number;
  /** Name of their subnet; `undefined` where it is not known. */
  plsSubnet: string | undefined;
  plsIpConfigurations: readonly PlsIpConfiguration[];
}

function findSubnet(
  service: KubernetesObject,
  { subnets, defaultSubnet }: PlsContext,
): AzureSubnet | undefined {
  const name = readPlsSubnet(service) ?? defaultSubnet;
  if (name === undefined) return undefined;
  if (!subnets) return { name };
  const subnet = subnets.find(
    candidate => candidate.name.toLowerCase() === name.toLowerCase(),
  );
  if (subnet) return subnet;
  throw new ControllerRefusal(
    `checkAndUpdatePLSIPConfigs: failed to get private link service subnet(${name}) for service(${serviceNameOf(
      service,
    )})`,
    [privateLinkService.keyOf('azure-pls-ip-configuration-subnet')],
  );
}

/** The names are made of subnet and service, cut so that the end fits in. */
function buildConfigurations(
  staticIPs: readonly string[],
  count: number,
  names: { subnet: AzureSubnet | undefined; pls: string },
): PlsIpConfiguration[] {
  const prefix = `${names.subnet?.name ?? ''}-${names.pls}`;
  const nameWith = (suffix: string) =>
    prefix.slice(0, MAX_NAME_LENGTH - suffix.length) + suffix;
  const same = { subnetId: names.subnet?.id, version: 'IPv4' } as const;
  return [
    ...staticIPs.map((ip, index) => ({
      name: nameWith(`-static-${ip}`),
      allocation: 'Static' as const,
      primary: index === 0,
      ip,
      ...same,
    })),
    ...Array.from({ length: count - staticIPs.length }, (_, index) => ({
      name: nameWith(`-dynamic-${index}`),
      allocation: 'Dynamic' as const,
      primary: staticIPs.length === 0 && index === 0,
      ...same,
    })),
  ];
}

const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

/** Whether one address that stands is no longer what the Service asks for. Subnets that are not known are not compared. */
function isOutdated(
  existing: PlsIpConfiguration,
  staticIPs: readonly string[],
  subnetId: string | undefined,
): boolean {
  const { subnetId: currentId, ip = '' } = existing;
  if (
    subnetId !== undefined &&
    currentId !== undefined &&
    !isSame(subnetId, currentId)
  )
    return true;
  const [primary = ''] = staticIPs;
  if (existing.allocation === 'Static')
    return (
      !staticIPs.includes(ip) || (existing.primary && !isSame(primary, ip))
    );
  return existing.primary && primary !== '';
}

/**
 * Says which addresses a private link service will have.
 *
 * @remarks `reconcilePLSIpConfigs` in `pkg/provider/azure_privatelinkservice.go` of cloud-provider-azure.
 *
 * @param existing - The addresses that stand; `undefined` for a private link service without any.
 * @throws {@link ControllerRefusal} for a subnet that is not there, and for more addresses than the count allows.
 *
 * @public
 */
export function planPlsIpConfigurations(
  service: KubernetesObject,
  context: PlsContext,
  plsName: string,
  existing: readonly PlsIpConfiguration[] | undefined,
): PlsIpConfigurationsPlan {
  const subnet = findSubnet(service, context);
  const count = readPlsIpCount(service);
  const staticIPs = readPlsStaticIPs(service);
  if (count < staticIPs.length)
    throw new ControllerRefusal(
      `checkAndUpdatePLSIPConfigs: ipConfigCount(${count}) must be no smaller than number of static IPs specified(${staticIPs.length})`,
      [
        privateLinkService.keyOf('azure-pls-ip-configuration-ip-address-count'),
        privateLinkService.keyOf('azure-pls-ip-configuration-ip-address'),
      ],
    );
  const standing = existing ?? [];
  const plsChanged =
    existing === undefined ||
    standing.length !== count ||
    standing.some(one => isOutdated(one, staticIPs, subnet?.id)) ||
    standing.filter(({ allocation }) => allocation === 'Static').length !==
      staticIPs.length;
  return {
    plsChanged,
    plsIpCount: count,
    plsSubnet: subnet?.name,
    plsIpConfigurations: plsChanged
      ? buildConfigurations(staticIPs, count, { subnet, pls: plsName })
      : standing,
  };
}
