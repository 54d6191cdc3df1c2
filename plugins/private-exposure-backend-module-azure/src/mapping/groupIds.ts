import { parseResourceId } from './resourceIds';

/**
 * What a private endpoint can connect to at a resource, by its type in lower case.
 *
 * @remarks
 * Compared with the tables "Private-link resource" of the private endpoint overview and "DNS zone configuration" of
 * private endpoint DNS (MicrosoftDocs/azure-docs, articles/private-link/private-endpoint-overview.md and
 * private-endpoint-dns.md), which spell them for API Management, Container Apps environments and flexible servers of
 * PostgreSQL in their later editions. Second regions of a storage account have ids of their own. A type that is missing
 * has group ids too: the resource lists them at `privateLinkResources`.
 */
const groupIds: Readonly<Record<string, readonly string[]>> = {
  'microsoft.apimanagement/service': ['Gateway'],
  'microsoft.app/managedenvironments': ['managedEnvironments'],
  'microsoft.appconfiguration/configurationstores': ['configurationStores'],
  'microsoft.cache/redis': ['redisCache'],
  'microsoft.cognitiveservices/accounts': ['account'],
  'microsoft.containerregistry/registries': ['registry'],
  'microsoft.containerservice/managedclusters': ['management'],
  'microsoft.dbformysql/flexibleservers': ['mysqlServer'],
  'microsoft.dbforpostgresql/flexibleservers': ['postgresqlServer'],
  'microsoft.documentdb/databaseaccounts': [
    'Sql',
    'MongoDB',
    'Cassandra',
    'Gremlin',
    'Table',
  ],
  'microsoft.eventgrid/domains': ['domain'],
  'microsoft.eventgrid/topics': ['topic'],
  'microsoft.eventhub/namespaces': ['namespace'],
  'microsoft.keyvault/vaults': ['vault'],
  'microsoft.search/searchservices': ['searchService'],
  'microsoft.servicebus/namespaces': ['namespace'],
  'microsoft.signalrservice/signalr': ['signalr'],
  'microsoft.sql/servers': ['sqlServer'],
  'microsoft.storage/storageaccounts': [
    'blob',
    'file',
    'queue',
    'table',
    'web',
    'dfs',
    'blob_secondary',
    'file_secondary',
    'queue_secondary',
    'table_secondary',
    'web_secondary',
    'dfs_secondary',
  ],
  'microsoft.web/sites': ['sites'],
};

/**
 * The group ids, also called subresources, of a resource; none where its type is not known here.
 *
 * @internal
 */
export function groupIdsOf(resourceId: string): readonly string[] {
  const type = parseResourceId(resourceId)?.type ?? '';
  return groupIds[type] ?? [];
}
