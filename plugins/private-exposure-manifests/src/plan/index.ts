export * from './awsLbcIngress';
export * from './awsLbcService';
export {
  planAwsInTreeService,
  type InTreeContext,
  type InTreeLoadBalancerPlan,
  type InTreeServicePlan,
} from './awsInTree';
export { admitService } from './awsLbcService/admitService';
export {
  planAzureService,
  type AzureServicePlan,
  type PlsContext,
} from './azure';
export { ControllerRefusal } from './ControllerRefusal';
export {
  externalDnsContextOf,
  planExternalDns,
  type ExternalDnsContext,
  type ExternalDnsPlan,
  type ExternalDnsProfile,
  type ExternalDnsRecordsPlan,
} from './externalDns';
export {
  AUTO_MODE_INGRESS_CONTROLLER,
  findIngressReconciler,
} from './findIngressReconciler';
export {
  AUTO_MODE_CLASS,
  findReconciler,
  type Reconciler,
  type Reconciliation,
} from './findReconciler';
export type { KubernetesObject, ManifestValue } from './KubernetesObject';
export { ALLOCATED, nameLbcResource } from './nameLbcResource';
export { planIngress, type IngressPlan } from './planIngress';
export {
  planService,
  type PlanServiceOptions,
  type ServicePlan,
} from './planService';
export { withApiDefaults } from './withApiDefaults';
