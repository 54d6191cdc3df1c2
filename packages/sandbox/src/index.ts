export * from './aws';
export * from './clock';
export * from './faults';
export * from './sandboxContext';
export * from './startSandbox';
export * from './world';
export * from './server/listenOnLoopback';
