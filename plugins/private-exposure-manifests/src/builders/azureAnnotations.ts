import { AzurePrivateLinkExposureIntent } from '../intents/azureExposure';
import { SERVICE_PREFIX } from './loadBalancerAnnotations';

/** What the annotations of the Azure cloud provider begin with. @internal */
export const AZURE_PREFIX = `${SERVICE_PREFIX}azure-`;

function text(value: string | number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

// Lists of a private link service are parted by spaces; a comma would become a part of a value.
function writeList(list: readonly string[]): string | undefined {
  return list.length ? list.join(' ') : undefined;
}

function loadBalancerAnnotations({
  loadBalancer,
}: AzurePrivateLinkExposureIntent) {
  const { subnet, address, healthProbe } = loadBalancer;
  return {
    // Exactly this: any other word, `True` included, makes a public load balancer.
    'load-balancer-internal': 'true',
    'load-balancer-internal-subnet': subnet,
    'load-balancer-ipv4': address,
    'load-balancer-health-probe-protocol': healthProbe?.protocol,
    'load-balancer-health-probe-request-path': healthProbe?.path,
    'load-balancer-health-probe-interval': text(healthProbe?.intervalSeconds),
    'load-balancer-health-probe-num-of-probe': text(healthProbe?.failures),
  };
}

function privateLinkServiceAnnotations({
  privateLinkService: service,
}: AzurePrivateLinkExposureIntent) {
  return {
    'pls-create': 'true',
    'pls-name': service.name,
    'pls-resource-group': service.resourceGroup,
    'pls-ip-configuration-subnet': service.subnet,
    'pls-ip-configuration-ip-address-count': text(
      service.addressCount ??
        (service.addresses.length > 1 ? service.addresses.length : undefined),
    ),
    'pls-ip-configuration-ip-address': writeList(service.addresses),
    'pls-fqdns': writeList(service.fqdns),
    'pls-proxy-protocol': service.proxyProtocol ? 'true' : undefined,
    'pls-visibility': writeList(service.visibility),
    'pls-auto-approval': writeList(service.autoApproval),
  };
}

/**
 * The annotations that make the Azure cloud provider build an internal load balancer and its private link service, in a
 * fixed order. None can carry an owner tag: the provider writes its own tags on a private link service, and those of its
 * configuration, which are the same for the whole cluster.
 *
 * @remarks `reconcilePLSTags` in `pkg/provider/azure_privatelinkservice.go` of cloud-provider-azure.
 *
 * @internal
 */
export function azureAnnotations(
  intent: AzurePrivateLinkExposureIntent,
): Record<string, string> {
  const named = {
    ...loadBalancerAnnotations(intent),
    ...privateLinkServiceAnnotations(intent),
  };
  return Object.fromEntries(
    Object.entries(named).flatMap(([name, value]): [string, string][] =>
      value === undefined ? [] : [[`${AZURE_PREFIX}${name}`, value]],
    ),
  );
}

/** The ten annotations of a private link service. @internal */
export const privateLinkServiceKeys: readonly string[] = [
  'create',
  'name',
  'resource-group',
  'ip-configuration-subnet',
  'ip-configuration-ip-address-count',
  'ip-configuration-ip-address',
  'fqdns',
  'proxy-protocol',
  'visibility',
  'auto-approval',
].map(name => `${AZURE_PREFIX}pls-${name}`);

// What is for public load balancers only, or would let other networks in than the intent's.
const SUPERSEDED = [
  'load-balancer-internal',
  'load-balancer-internal-subnet',
  'load-balancer-ipv4',
  'load-balancer-resource-group',
  'disable-load-balancer-floating-ip',
  'dns-label-name',
  'pip-name',
  'pip-prefix-id',
  'additional-public-ips',
  'allowed-ip-ranges',
  'allowed-service-tags',
];

/** Annotations that an edit removes unless the intent sets them: they would say something else. @internal */
export const supersededAzureAnnotations: readonly string[] = [
  ...SUPERSEDED.map(name => `${AZURE_PREFIX}${name}`),
  ...privateLinkServiceKeys,
];
