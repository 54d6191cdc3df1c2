export * from './planAccessControl';
export * from './planAddresses';
export { planAzureService, type AzureServicePlan } from './planAzureService';
export { planIdleTimeout } from './planIdleTimeout';
export {
  planPlsIpConfigurations,
  type PlsIpConfigurationsPlan,
} from './planPlsIpConfigurations';
export {
  planPlsFqdns,
  planPlsName,
  planPlsProxyProtocol,
  planPlsVisibility,
} from './planPlsProperties';
export * from './planPrivateLinkService';
export { planProbes, type AzureProbe } from './planProbes';
export * from './planScheme';
export * from './planSwitches';
export * from './plsTypes';
export * from './readPlsAnnotations';
