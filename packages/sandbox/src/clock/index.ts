export * from './SandboxClock';
