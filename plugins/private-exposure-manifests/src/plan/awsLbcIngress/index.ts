export {
  awsLbcIngressDefaults,
  type AwsLbcIngressFacts,
  type AwsLbcIngressFeatureGates,
  type IngressClassFacts,
} from './AwsLbcIngressFacts';
export type { IngressGroupId } from './IngressGroup';
export { ALB_INGRESS_CONTROLLER } from './loadIngressClass';
export type { AlbAddressType } from './planAddressing';
export type {
  CognitoConfig,
  JwtValidationConfig,
  OidcConfig,
} from './planAuthConfig';
export { planAwsLbcIngress } from './planAwsLbcIngress';
export { PlannedGroups } from './PlannedGroups';
export type {
  FixedResponseConfig,
  ForwardConfig,
  RedirectConfig,
} from './planBackendAction';
export type { CertificateRequestPlan } from './planCertificates';
export type { RuleConditionPlan } from './planConditions';
export type { FrontendListenerPlan } from './planFrontendListeners';
export type { FrontendNlbPlan } from './planFrontendNlb';
export type {
  AlbHealthCheckPlan,
  AlbTargetType,
  HealthCheckMatcher,
  ProtocolVersion,
} from './planHealthCheck';
export type {
  ApplicationLoadBalancerPlan,
  AwsLbcIngressPlan,
} from './planIngressGroup';
export type { AlbListenerPlan, AlbListenerRulePlan } from './planListeners';
export type { AlbProtocol } from './planListenPorts';
export type { MutualAuthenticationPlan } from './planMutualAuthentication';
export type { AlbActionPlan } from './planRuleActions';
export type { AlbSecurityGroupPlan } from './planSecurityGroups';
export type { SslRedirectPlan } from './planSslRedirect';
export type { AlbSubnetPlan } from './planSubnets';
export type {
  AlbTargetGroupBindingPlan,
  AlbTargetGroupPlan,
} from './planTargetGroup';
export type { TransformPlan } from './planTransforms';
