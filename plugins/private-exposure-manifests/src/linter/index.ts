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
export {
  fixManifest,
  type FixedManifest,
  type FixOptions,
} from './fixManifest';
export { Linter } from './Linter';
export { lintManifests } from './lintManifests';
export { type LintOptions } from './RuleLinter';
export type { LintInput } from './readFile';
export { rules } from './rules';
export * from './targets';
export * from './types';
