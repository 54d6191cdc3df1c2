export * from './lintManifests';
export * from './types';
