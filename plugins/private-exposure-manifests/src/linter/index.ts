export { createRule, type Report, type Rule, type RuleOf } from './createRule';
export type {
  EndpointServiceTarget,
  PlacedValue,
} from './EndpointServiceTarget';
export * from './lintManifests';
export { rules } from './rules';
export {
  findReconciler,
  type AnnotationNode,
  type Reconciler,
  type ServiceTarget,
} from './ServiceTarget';
export * from './types';
