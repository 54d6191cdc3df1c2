export * from './seedBulk';
export * from './seedAzureBulk';
