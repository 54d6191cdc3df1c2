import { ControllerRefusal } from '../ControllerRefusal';
import { KubernetesObject } from '../KubernetesObject';
import { serviceNameOf } from '../readServiceSpec';
import { privateLinkService } from './annotations';
import { isDualStack, planIPFamilies } from './planAddresses';
import { planPlsIpConfigurations } from './planPlsIpConfigurations';
import {
  isManagedBy,
  lacksTags,
  ownerOf,
  planPlsFqdns,
  planPlsName,
  planPlsProxyProtocol,
  planPlsVisibility,
} from './planPlsProperties';
import { requiresInternalLoadBalancer } from './planScheme';
import { disablesFloatingIP } from './planSwitches';
import { ExistingPls, PlsContext, PlsIpConfiguration } from './plsTypes';
import {
  hasPlsConfiguration,
  readPlsResourceGroup,
  readPlsSubnet,
  requestsPls,
} from './readPlsAnnotations';

/** The private link service that the Azure cloud provider makes for a Service. @public */
export interface PrivateLinkServicePlan {
  plsRequested: boolean;
  /** Whether it is written: made, or changed. */
  plsCreatedOrUpdated: boolean;
  /** Whether it is deleted, with all its connections. */
  plsDeleted: boolean;
  /** The Service whose private link service this one shares, because both have the same frontend. */
  plsSharedWith?: string;
  /** `undefined`, as everything below, where none is planned; the name too where only the frontend could tell it. */
  plsName?: string;
  plsResourceGroup?: string;
  plsSubnet?: string;
  plsIpCount?: number;
  plsIpConfigurations?: readonly PlsIpConfiguration[];
  plsProxyProtocol?: boolean;
  plsFqdns?: readonly string[];
  plsVisibility?: readonly string[];
  plsAutoApproval?: readonly string[];
}

const CREATE = privateLinkService.keyOf('azure-pls-create');

/** Whether the frontend has IPv6, which a private link service can't stand at. */
function isIPv6Frontend(
  service: KubernetesObject,
  { frontend }: PlsContext,
): boolean {
  if (frontend?.ipVersion) return frontend.ipVersion === 'IPv6';
  if (isDualStack(service))
    return frontend?.name.toLowerCase().endsWith('-ipv6') ?? false;
  return !planIPFamilies(service).ipv4Enabled;
}

/** The private link service that stands at the frontend already. */
function findExisting({ frontend, existing }: PlsContext) {
  return existing?.find(
    ({ frontendIPConfigID }) =>
      frontend !== undefined &&
      frontendIPConfigID?.toLowerCase() === frontend.id.toLowerCase(),
  );
}

/** The Service that owns what stands at the frontend, where that is another one. */
function findOtherOwner(
  service: KubernetesObject,
  existing: ExistingPls,
  { clusterName = '', frontend }: PlsContext,
): string | undefined {
  const name = serviceNameOf(service);
  const problem = `reconcilePrivateLinkService for service(${name}) failed: LB frontend(${
    frontend?.id ?? ''
  }) already has`;
  if (!isManagedBy(existing, clusterName))
    throw new ControllerRefusal(
      `${problem} unmanaged private link service(${existing.name ?? ''})`,
      [CREATE],
    );
  const owner = ownerOf(existing);
  if (owner.toLowerCase() === name.toLowerCase()) return undefined;
  if (hasPlsConfiguration(service))
    throw new ControllerRefusal(
      `${problem} existing private link service(${
        existing.name ?? ''
      }) owned by service(${owner})`,
      [CREATE],
    );
  return owner;
}

function planProperties(
  service: KubernetesObject,
  context: PlsContext,
  existing: ExistingPls | undefined,
) {
  const plsName = planPlsName(service, existing, context.frontend?.name);
  const parts = [
    planPlsIpConfigurations(
      service,
      context,
      plsName ?? '',
      existing?.ipConfigurations,
    ),
    planPlsProxyProtocol(service, existing),
    planPlsFqdns(service, existing),
    planPlsVisibility(service, existing),
  ] as const;
  const { plsChanged, ...properties } = Object.assign({}, ...parts) as Omit<
    PrivateLinkServicePlan,
    'plsRequested'
  > & { plsChanged: boolean };
  const isDirty =
    !existing ||
    existing.name === undefined ||
    existing.provisioningState === 'Failed' ||
    lacksTags(existing) ||
    parts.some(part => part.plsChanged);
  return {
    ...properties,
    plsName,
    plsResourceGroup: readPlsResourceGroup(service, context.resourceGroup),
    plsCreatedOrUpdated: isDirty,
    plsDeleted: false,
  };
}

/**
 * Says what becomes of a Service's private link service.
 *
 * @remarks `reconcilePrivateLinkService` in `pkg/provider/azure_privatelinkservice.go` of cloud-provider-azure. Taking
 * the request away leaves a private link service as it is; it goes with the load balancer's frontend.
 *
 * @throws {@link ControllerRefusal} for a public load balancer with floating addresses, IPv6, a private link service of
 * another owner, and values that can't be.
 *
 * @public
 */
export function planPrivateLinkService(
  service: KubernetesObject,
  context: PlsContext = {},
): PrivateLinkServicePlan {
  const plsRequested = requestsPls(service);
  const isCreated = plsRequested && !context.isDeleting;
  const nothing = {
    plsRequested,
    plsCreatedOrUpdated: false,
    plsDeleted: false,
  };
  if (isIPv6Frontend(service, context)) {
    if (isDualStack(service) || !isCreated) return nothing;
    throw new ControllerRefusal(
      'IPv6 is not supported for private link service',
      [CREATE, 'spec.ipFamilies'],
    );
  }
  const existing = findExisting(context);
  if (context.isDeleting)
    return { ...nothing, plsDeleted: existing !== undefined };
  if (!isCreated) return nothing;
  if (!requiresInternalLoadBalancer(service) && !disablesFloatingIP(service))
    throw new ControllerRefusal(
      `reconcilePrivateLinkService for service(${serviceNameOf(
        service,
      )}): service requiring private link service must be internal or disable floating ip`,
      [CREATE],
    );
  const otherOwner = existing && findOtherOwner(service, existing, context);
  if (otherOwner !== undefined)
    return { ...nothing, plsSharedWith: otherOwner, plsName: existing?.name };
  return { plsRequested, ...planProperties(service, context, existing) };
}

/**
 * Says whether the controller switches the subnet's network policies for private link services off, which it does
 * before it writes one.
 *
 * @remarks `disablePLSNetworkPolicy` in `pkg/provider/azure_privatelinkservice.go` of cloud-provider-azure.
 *
 * @throws {@link ControllerRefusal} for a subnet that is not there.
 *
 * @public
 */
export function planPlsSubnetUpdate(
  service: KubernetesObject,
  { subnets, defaultSubnet }: PlsContext,
): { plsSubnet: string | undefined; subnetUpdated: boolean | undefined } {
  const plsSubnet = readPlsSubnet(service) ?? defaultSubnet;
  if (!subnets || plsSubnet === undefined)
    return { plsSubnet, subnetUpdated: undefined };
  const subnet = subnets.find(
    ({ name }) => name.toLowerCase() === plsSubnet.toLowerCase(),
  );
  if (subnet)
    return {
      plsSubnet,
      subnetUpdated: subnet.privateLinkServiceNetworkPolicies !== 'Disabled',
    };
  throw new ControllerRefusal(
    `disablePLSNetworkPolicy: failed to get private link service subnet(${plsSubnet}) for service(${serviceNameOf(
      service,
    )})`,
    [privateLinkService.keyOf('azure-pls-ip-configuration-subnet')],
  );
}
