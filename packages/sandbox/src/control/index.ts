export * from './seedBulk';
