export * from './auth/CredentialStore';
export * from './server/RequestLog';
export * from './server/Throttle';
