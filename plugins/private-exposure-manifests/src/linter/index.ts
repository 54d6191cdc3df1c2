export { AnnotationNode } from '../read/AnnotationNode';
export type { Place } from '../read/SourceText';
export { createRule, type Report, type Rule, type RuleOf } from './createRule';
export * from './lintManifests';
export { rules } from './rules';
export { findReconciler, type Reconciler } from './ServiceTarget';
export * from './targets';
export * from './types';
