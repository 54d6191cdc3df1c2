/**
 * What a cloud has to offer to be observed and decided on, where its module registers, and what every provider needs on the
 * way: a budget for calls, a reader of state words, facts, texts of snippets, and a way to run rules.
 *
 * @packageDocumentation
 */
export * from './ExposureProvider';
export * from './errors';
export * from './extensions';
export * from './calls/CallBudget';
export * from './calls/CallObserver';
export * from './calls/mapWithLimit';
export * from './calls/readCallRate';
export * from './connecting/hclText';
export * from './connecting/shellText';
export * from './connecting/toLabel';
export * from './diagnosis/DiagnosisRule';
export * from './diagnosis/concludeInspection';
export * from './diagnosis/diagnose';
export * from './mapping/StateReader';
export * from './mapping/toFacts';
