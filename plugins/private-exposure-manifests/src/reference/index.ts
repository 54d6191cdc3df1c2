export * from './explainAnnotation';
export * from './explainRule';
