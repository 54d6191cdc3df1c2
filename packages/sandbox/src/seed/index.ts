export * from './createDemoMount';
export * from './demoIds';
