export type { ExternalDnsContext } from './annotations';
export {
  externalDnsContextOf,
  type ExternalDnsProfile,
} from './contextOfProfile';
export {
  planExternalDns,
  type ExternalDnsPlan,
  type ExternalDnsRecordsPlan,
} from './planExternalDns';
export {
  hasAlias,
  planProviderSpecific,
  type ProviderSpecificPlan,
} from './planProviderSpecific';
export * from './planRecords';
