import { isAzureTrue } from '../../values/azureParsers';
import { KubernetesObject } from '../KubernetesObject';
import { loadBalancer } from './annotations';

/** What is switched on or off for an Azure load balancer. @public */
export interface AzureSwitchesPlan {
  /** One rule for all ports; internal load balancers only. */
  haPortsEnabled: boolean;
  /** Whether the controller leaves the network security group alone. */
  nsgRulesDisabled: boolean;
  floatingIPDisabled: boolean;
  tcpResetDisabled: boolean;
  sharedSecurityRule: boolean;
}

/**
 * Whether one rule covers all ports.
 *
 * @remarks `IsK8sServiceHasHAModeEnabled` in `pkg/consts/helpers.go` of cloud-provider-azure.
 *
 * @public
 */
export function hasHaPorts(service: KubernetesObject): boolean {
  return isAzureTrue(
    loadBalancer.read(
      service,
      'azure-load-balancer-enable-high-availability-ports',
    ),
  );
}

/**
 * Whether the controller leaves the network security group alone.
 *
 * @remarks `IsK8sServiceDisableLoadBalancerNSGRule` in `pkg/consts/helpers.go` of cloud-provider-azure.
 *
 * @public
 */
export function disablesNsgRules(service: KubernetesObject): boolean {
  return isAzureTrue(
    loadBalancer.read(service, 'azure-disable-load-balancer-nsg-rule'),
  );
}

/**
 * Whether traffic keeps the load balancer's address on its way to the nodes.
 *
 * @remarks `IsK8sServiceDisableLoadBalancerFloatingIP` in `pkg/consts/helpers.go` of cloud-provider-azure.
 *
 * @public
 */
export function disablesFloatingIP(service: KubernetesObject): boolean {
  return isAzureTrue(
    loadBalancer.read(service, 'azure-disable-load-balancer-floating-ip'),
  );
}

/** Says what is switched on or off for an Azure load balancer. @public */
export function planSwitches(service: KubernetesObject): AzureSwitchesPlan {
  return {
    haPortsEnabled: hasHaPorts(service),
    nsgRulesDisabled: disablesNsgRules(service),
    floatingIPDisabled: disablesFloatingIP(service),
    tcpResetDisabled: isAzureTrue(
      loadBalancer.read(service, 'azure-load-balancer-disable-tcp-reset'),
    ),
    sharedSecurityRule: isAzureTrue(
      loadBalancer.read(service, 'azure-shared-securityrule'),
    ),
  };
}
