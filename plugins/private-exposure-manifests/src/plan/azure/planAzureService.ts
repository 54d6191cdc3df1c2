import { KubernetesObject } from '../KubernetesObject';
import { AzureAccessControlPlan, planAccessControl } from './planAccessControl';
import {
  AzureIPFamiliesPlan,
  IPFamily,
  planAdditionalPublicIPs,
  planIPFamilies,
  planLoadBalancerIP,
  planPublicIPNames,
  planPublicIPPrefix,
} from './planAddresses';
import {
  PrivateLinkServicePlan,
  planPrivateLinkService,
} from './planPrivateLinkService';
import { planIdleTimeout } from './planIdleTimeout';
import { AzureProbe, planProbes } from './planProbes';
import { AzureSchemePlan, planScheme } from './planScheme';
import { AzureSwitchesPlan, planSwitches } from './planSwitches';
import { PlsContext } from './plsTypes';

/** What the Azure cloud provider makes of a Service of type LoadBalancer. @public */
export interface AzureServicePlan
  extends AzureSchemePlan,
    AzureSwitchesPlan,
    AzureIPFamiliesPlan,
    AzureAccessControlPlan,
    PrivateLinkServicePlan {
  /** The addresses that are asked for, IPv4 first. */
  loadBalancerIPs: string[];
  /** Names of existing public addresses; none for an internal load balancer. */
  pipNames: string[];
  /** Ids of the prefixes that public addresses are taken from; none for an internal load balancer. */
  pipPrefixIds: string[];
  additionalPublicIPs: string[];
  idleTimeoutMinutes: number;
  /** How the load balancer finds out whether a node serves; one for each TCP port. */
  probes: AzureProbe[];
}

/**
 * Says what the Azure cloud provider makes of a Service of type LoadBalancer: its load balancer, who may reach it, and
 * its private link service.
 *
 * @remarks From cloud-provider-azure at 7b31c76c. `internalRules` without `internal` is the mistake that opens a Service
 * to the Internet: `azure-load-balancer-internal` in the wrong case.
 *
 * @throws {@link ControllerRefusal} with the controller's words for what it doesn't accept.
 *
 * @public
 */
export function planAzureService(
  service: KubernetesObject,
  context: PlsContext = {},
): AzureServicePlan {
  const scheme = planScheme(service);
  const families = planIPFamilies(service);
  const enabled: IPFamily[] = [
    ...(families.ipv4Enabled ? (['IPv4'] as const) : []),
    ...(families.ipv6Enabled ? (['IPv6'] as const) : []),
  ];
  const forEach = (plan: (of: KubernetesObject, family: IPFamily) => string) =>
    enabled.map(family => plan(service, family)).filter(text => text !== '');
  return {
    ...scheme,
    ...planSwitches(service),
    ...families,
    ...planAccessControl(service),
    loadBalancerIPs: forEach(planLoadBalancerIP),
    pipNames: scheme.internal ? [] : planPublicIPNames(service),
    pipPrefixIds: scheme.internal ? [] : forEach(planPublicIPPrefix),
    additionalPublicIPs: planAdditionalPublicIPs(service),
    idleTimeoutMinutes: planIdleTimeout(service),
    probes: planProbes(service),
    ...planPrivateLinkService(service, context),
  };
}
