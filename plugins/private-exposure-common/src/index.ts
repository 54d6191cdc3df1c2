/**
 * The words that every part of private exposure shares: types, states, annotations, permissions and the API client.
 *
 * @packageDocumentation
 */
export * from './types';
export * from './states';
export * from './kinds';
export * from './longIds';
export * from './annotations';
export * from './drafts';
export * from './parseRepositoryUrl';
export * from './permissions';
export * from './requestMessage';
export * from './signals';
export * from './client/PrivateExposureApi';
export * from './client/PrivateExposureClient';
