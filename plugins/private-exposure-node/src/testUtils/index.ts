/**
 * For tests of what uses a provider, and for tests that every provider has to pass.
 *
 * @packageDocumentation
 */
export * from './FakeExposureProvider';
export * from './runProviderContractTests';
export * from './surveyed';
export * from './surveyPages';
// The contract's types are part of what these functions take and give.
export type * from '../ExposureProvider';
export type * from '../calls/CallObserver';
