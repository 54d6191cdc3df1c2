import { isAzureTrue } from '../../values/azureParsers';
import { trimGoSpace } from '../../values/goParsers';
import { KubernetesObject } from '../KubernetesObject';
import { loadBalancer } from './annotations';

/** Whether an Azure load balancer stays inside its network. @public */
export interface AzureSchemePlan {
  /** Whether the load balancer is internal: the annotation is exactly `true`. */
  internal: boolean;
  /**
   * Whether the security rules, high availability ports and the rest are those of an internal load balancer: the
   * annotation is `true` in any case. Where this is true and `internal` is not, the value's case is wrong: **the load
   * balancer is public**, and its rules let nobody in from the Internet.
   */
  internalRules: boolean;
  /** Name of the subnet that an internal load balancer stands in; `undefined` for the cluster's, and for a public one. */
  internalSubnet: string | undefined;
}

/**
 * Whether the load balancer is internal.
 *
 * @remarks `requiresInternalLoadBalancer` in `pkg/provider/azure_loadbalancer.go` of cloud-provider-azure.
 *
 * @public
 */
export function requiresInternalLoadBalancer(
  service: KubernetesObject,
): boolean {
  return loadBalancer.read(service, 'azure-load-balancer-internal') === 'true';
}

/**
 * Whether the security rules are those of an internal load balancer, which they may be for a public one.
 *
 * @remarks `IsInternal` in `pkg/provider/loadbalancer/configuration.go` and `IsK8sServiceUsingInternalLoadBalancer` in
 * `pkg/consts/helpers.go` of cloud-provider-azure.
 *
 * @public
 */
export function usesInternalRules(service: KubernetesObject): boolean {
  return isAzureTrue(
    loadBalancer.read(service, 'azure-load-balancer-internal'),
  );
}

/** What {@link planScheme} says of the subnet alone: its name as it stands in the annotation. @public */
export function planInternalSubnet(
  service: KubernetesObject,
): string | undefined {
  if (!requiresInternalLoadBalancer(service)) return undefined;
  const name = loadBalancer.read(
    service,
    'azure-load-balancer-internal-subnet',
  );
  return name !== undefined && trimGoSpace(name) !== '' ? name : undefined;
}

/** Says whether an Azure load balancer stays inside its network, and where. @public */
export function planScheme(service: KubernetesObject): AzureSchemePlan {
  return {
    internal: requiresInternalLoadBalancer(service),
    internalRules: usesInternalRules(service),
    internalSubnet: planInternalSubnet(service),
  };
}
