export { annotationFacts, explainAnnotation } from './explainAnnotation';
export * from './explainRule';
export * from './headingSlug';
export * from './referencePages';
