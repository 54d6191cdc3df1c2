export * from './seedBulk';
export * from './seedAzureBulk';
export * from './seedEntrances';
