import { KubernetesObject } from '../KubernetesObject';
import { nameLbcResource } from '../nameLbcResource';
import {
  AwsLbcServiceFacts,
  LoadBalancerAddressType,
  LoadBalancerScheme,
} from './AwsLbcServiceFacts';
import { LbcService, readLbcService } from './LbcService';
import { planAddressType, planScheme } from './planAddressing';
import {
  planLoadBalancerAttributes,
  planMinimumCapacity,
} from './planAttributes';
import { ListenersPlan, planListeners } from './planListeners';
import { ManagedIngressRule, planManagedIngress } from './planManagedIngress';
import { planLoadBalancerName } from './planName';
import { checkDeletionProtection, planReconciled } from './planReconciled';
import {
  planInboundRulesOnPrivateLink,
  planSecurityGroups,
  SecurityGroupPlan,
} from './planSecurityGroups';
import { planEnablePrefixForIpv6SourceNat } from './planSourceNat';
import { planSubnetMappings, SubnetMappingPlan } from './planSubnetMappings';
import { planSubnets, SubnetPlan } from './planSubnets';
import { planTags } from './planTags';
import { PROXY_PROTOCOL } from './planTargetGroupAttributes';
import { TargetType } from './planTargetType';

/** What the AWS Load Balancer Controller builds from a Service that it takes. @public */
export interface NetworkLoadBalancerPlan extends ListenersPlan {
  reconciled: true;
  loadBalancerName: string;
  loadBalancerType: 'network';
  scheme: LoadBalancerScheme;
  ipAddressType: LoadBalancerAddressType;
  subnetResolution: SubnetPlan['resolution'];
  /** Ids; `undefined` where they are not known. */
  subnets: readonly string[] | undefined;
  subnetMappings: readonly SubnetMappingPlan[] | undefined;
  securityGroupMode: SecurityGroupPlan['mode'];
  /** Ids; names where they are not known. */
  securityGroups: readonly string[];
  /** Rules of the security group that the controller makes; `undefined` where it makes none. */
  managedSecurityGroupIngress: readonly ManagedIngressRule[] | undefined;
  /** Name of that group. */
  managedSecurityGroupName: string | undefined;
  /** `undefined` leaves it as AWS has it, which is on. */
  inboundSgRulesOnPrivateLink: 'on' | 'off' | undefined;
  enablePrefixForIpv6SourceNat: 'on' | 'off';
  loadBalancerAttributes: Record<string, string>;
  /** `undefined` where nothing is said of it. */
  minimumLoadBalancerCapacity: { capacityUnits: number } | undefined;
  tags: Record<string, string>;
  /** Of the first port. */
  targetType: TargetType | undefined;
  /** Whether any target group gets the PROXY protocol. */
  proxyProtocol: boolean;
}

/** What the AWS Load Balancer Controller makes of a Service. @public */
export type AwsLbcServicePlan =
  /** It leaves the Service alone. */
  { reconciled: false } | NetworkLoadBalancerPlan;

function nameManagedGroup(
  { namespace, name, uid }: LbcService,
  clusterName: string,
): string {
  const hashed = [clusterName, name, namespace, uid];
  return nameLbcResource({ namespace, name, hashed });
}

/** The security groups of the load balancer, and what is in one that the controller makes. */
function planGroups(
  service: LbcService,
  facts: AwsLbcServiceFacts,
  addressType: LoadBalancerAddressType,
) {
  const securityGroups = planSecurityGroups(service, facts);
  const isManaged = securityGroups.mode === 'managed';
  return {
    securityGroups,
    managedSecurityGroupIngress: isManaged
      ? planManagedIngress(service, addressType)
      : undefined,
    managedSecurityGroupName: isManaged
      ? nameManagedGroup(service, facts.clusterName)
      : undefined,
  };
}

// The order in which things are refused is the controller's: it tells the first one only.
function planNetworkLoadBalancer(
  service: LbcService,
  facts: AwsLbcServiceFacts,
): NetworkLoadBalancerPlan {
  const scheme = planScheme(service, facts);
  const { resolution, subnets } = planSubnets(service, facts, scheme);
  const addressType = planAddressType(service, facts);
  const enablePrefix = planEnablePrefixForIpv6SourceNat(
    service,
    addressType,
    subnets,
  );
  const loadBalancerAttributes = planLoadBalancerAttributes(service);
  const minimumLoadBalancerCapacity = planMinimumCapacity(service, facts);
  const { securityGroups, ...managed } = planGroups(
    service,
    facts,
    addressType,
  );
  const tags = planTags(service, facts);
  const subnetMappings = planSubnetMappings(service, {
    scheme,
    addressType,
    enablePrefixForIpv6SourceNat: enablePrefix,
    subnets,
  });
  const loadBalancerName = planLoadBalancerName(service, facts, scheme);
  const inboundSgRulesOnPrivateLink = planInboundRulesOnPrivateLink(service);
  const listening = planListeners(service, facts, {
    scheme,
    addressType,
    subnets,
    securityGroups,
    tags,
  });
  return {
    reconciled: true,
    loadBalancerName,
    loadBalancerType: 'network',
    scheme,
    ipAddressType: addressType,
    subnetResolution: resolution,
    subnets: subnets?.map(({ id }) => id),
    subnetMappings,
    securityGroupMode: securityGroups.mode,
    securityGroups: securityGroups.groups,
    ...managed,
    inboundSgRulesOnPrivateLink,
    enablePrefixForIpv6SourceNat: enablePrefix,
    loadBalancerAttributes,
    minimumLoadBalancerCapacity,
    tags,
    ...listening,
    targetType: listening.targetGroups[0]?.targetType,
    proxyProtocol: listening.targetGroups.some(
      ({ attributes }) => attributes[PROXY_PROTOCOL] === 'true',
    ),
  };
}

/**
 * What the AWS Load Balancer Controller 3.5 makes of a Service.
 *
 * @param object - The Service as it is in the cluster, with all that the API server and its webhooks fill in.
 *
 * @throws {@link ControllerRefusal} - Where the controller refuses it, in the controller's words.
 *
 * @public
 */
export function planAwsLbcService(
  object: KubernetesObject,
  facts: AwsLbcServiceFacts,
): AwsLbcServicePlan {
  const service = readLbcService(object);
  if (planReconciled(service, facts))
    return planNetworkLoadBalancer(service, facts);
  if (facts.isBeingDeleted || facts.existingLoadBalancer)
    checkDeletionProtection(service);
  return { reconciled: false };
}
