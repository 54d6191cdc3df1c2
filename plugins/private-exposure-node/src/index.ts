/**
 * What a cloud has to offer to be observed and decided on, and where its module registers.
 *
 * @packageDocumentation
 */
export * from './ExposureProvider';
export * from './errors';
export * from './extensions';
