export * from './createDemoMount';
export * from './demoAzureIds';
export * from './demoIds';
export * from './demoPublishingIds';
