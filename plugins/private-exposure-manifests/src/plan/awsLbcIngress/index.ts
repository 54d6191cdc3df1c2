export {
  awsLbcIngressDefaults,
  type AwsLbcIngressFacts,
  type AwsLbcIngressFeatureGates,
  type IngressClassFacts,
} from './AwsLbcIngressFacts';
export type { IngressGroupId } from './IngressGroup';
export { ALB_INGRESS_CONTROLLER } from './loadIngressClass';
export type { AlbAddressType } from './planAddressing';
export { planAwsLbcIngress } from './planAwsLbcIngress';
export type { CertificateRequestPlan } from './planCertificates';
export type { FrontendListenerPlan } from './planFrontendListeners';
export type { FrontendNlbPlan } from './planFrontendNlb';
export type { AlbHealthCheckPlan } from './planHealthCheck';
export type {
  ApplicationLoadBalancerPlan,
  AwsLbcIngressPlan,
} from './planIngressGroup';
export type { AlbListenerPlan, AlbListenerRulePlan } from './planListeners';
export type { AlbProtocol } from './planListenPorts';
export type { AlbActionPlan } from './planRuleActions';
export type { SslRedirectPlan } from './planSslRedirect';
export type {
  AlbTargetGroupBindingPlan,
  AlbTargetGroupPlan,
} from './planTargetGroup';
