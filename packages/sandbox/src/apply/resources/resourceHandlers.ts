import { armResource } from '../azure/armResource';
import { clusterServiceResource } from '../azure/clusterServiceResource';
import { frontDoorResources } from '../azure/frontDoorResources';
import { linkServiceResource } from '../azure/linkServiceResource';
import { privateEndpointResource } from '../azure/privateEndpointResource';
import {
  createKeptResource,
  resourceGroupResource,
} from '../azure/supportingResources';
import { externalDnsRecordResource } from '../externalDns/externalDnsRecordResource';
import {
  allowedPrincipalResource,
  connectionNotificationResource,
  privateDnsVerificationResource,
} from './endpointServiceParts';
import { classicLoadBalancerResource } from './classicLoadBalancerResource';
import { keptResource } from './keptResource';
import { endpointServiceResource } from './endpointServiceResource';
import { ingressGroupResource } from './ingressGroupResource';
import { loadBalancerResource } from './loadBalancerResource';
import { ResourceHandler } from './ResourceHandler';
import {
  createRuleResource,
  securityGroupResource,
} from './securityGroupResources';
import { awsEdgeHandlers } from './awsEdgeHandlers';
import { topicPolicyResource, topicResource } from './supportingResources';
import { vpcEndpointResource } from './vpcEndpointResource';

/**
 * The resources that an apply can make, by their Terraform type.
 * @internal
 */
export const resourceHandlers: Readonly<Record<string, ResourceHandler>> = {
  aws_vpc_endpoint_service: endpointServiceResource,
  aws_vpc_endpoint_service_allowed_principal: allowedPrincipalResource,
  aws_vpc_endpoint_service_private_dns_verification:
    privateDnsVerificationResource,
  aws_vpc_endpoint_connection_notification: connectionNotificationResource,
  aws_vpc_endpoint: vpcEndpointResource,
  aws_security_group: securityGroupResource,
  aws_vpc_security_group_ingress_rule: createRuleResource('ingress'),
  aws_vpc_security_group_egress_rule: createRuleResource('egress'),
  aws_sns_topic: topicResource,
  aws_sns_topic_policy: topicPolicyResource,
  ...awsEdgeHandlers,
  kubernetes_service: loadBalancerResource,
  kubernetes_classic_service: classicLoadBalancerResource,
  kubernetes_route: keptResource(({ resource }) => ({ id: resource })),
  kubernetes_ingress_group: ingressGroupResource,
  external_dns_record: externalDnsRecordResource,
  azure_kubernetes_service: clusterServiceResource,
  azurerm_resource_group: resourceGroupResource,
  azurerm_private_link_service: linkServiceResource,
  azurerm_private_endpoint: privateEndpointResource,
  azurerm_private_dns_zone: createKeptResource('privateDnsZones'),
  azurerm_private_dns_zone_virtual_network_link: createKeptResource(
    'virtualNetworkLinks',
  ),
  azurerm_private_dns_a_record: createKeptResource('A'),
  ...frontDoorResources,
  azure_resource: armResource,
};
