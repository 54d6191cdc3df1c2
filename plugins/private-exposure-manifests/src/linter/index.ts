export { AnnotationNode } from '../read/AnnotationNode';
export type { Place } from '../read/SourceText';
export { applyEdits, type TextEdit } from '../read/TextEdit';
export {
  createRule,
  type Report,
  type Rule,
  type RuleOf,
  type RulePage,
} from './createRule';
export { fixManifest } from './fixManifest';
export * from './lintManifests';
export { rules } from './rules';
export * from './targets';
export * from './types';
