export * from './clock';
export * from './world';
