export * from './auth/createApplicationCertificate';
export * from './azureCredentials';
export * from './server/ArmLimits';
export * from './server/AzureSettings';
export * from './tls/trustAuthority';
