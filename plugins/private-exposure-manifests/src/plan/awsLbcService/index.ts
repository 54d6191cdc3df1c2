export {
  awsLbcServiceDefaults,
  factsFromProfile,
  type AwsLbcFeatureGates,
  type AwsLbcServiceFacts,
  type ExistingLoadBalancer,
  type LoadBalancerAddressType,
  type LoadBalancerScheme,
  type SubnetFact,
} from './AwsLbcServiceFacts';
export type { AllocatedPort } from './LbcService';
export {
  planAwsLbcService,
  type AwsLbcServicePlan,
  type NetworkLoadBalancerPlan,
} from './planAwsLbcService';
export {
  UNKNOWN_SUBNETS,
  UNKNOWN_VPC,
  type BindingIngressRule,
} from './planBindingIngress';
export type { ForwardActionPlan } from './planForwardAction';
export type { HealthCheckPlan } from './planHealthCheck';
export type { ListenerPlan, ListenersPlan } from './planListeners';
export type { ListenerProtocol } from './planListenerProtocols';
export type { ManagedIngressRule } from './planManagedIngress';
export {
  MANAGED_SECURITY_GROUP,
  type SecurityGroupPlan,
} from './planSecurityGroups';
export type { SubnetMappingPlan } from './planSubnetMappings';
export type { SubnetPlan } from './planSubnets';
export type {
  TargetGroupBindingPlan,
  TargetGroupPlan,
} from './planTargetGroup';
export type { TargetType } from './planTargetType';
