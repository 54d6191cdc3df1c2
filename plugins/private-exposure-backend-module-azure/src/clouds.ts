/** One of the separate clouds that are all Azure. @internal */
export interface AzureCloud {
  /** As the configuration spells it. */
  id: 'public' | 'us-government' | 'china';
  /** Where tokens are asked for. */
  authorityHost: string;
  /** Where Azure Resource Manager is. */
  resourceManagerUrl: string;
  /** Where the portal is. */
  portalUrl: string;
}

// Microsoft's list of national clouds, "Azure endpoints in the national clouds".
const clouds: readonly AzureCloud[] = [
  {
    id: 'public',
    authorityHost: 'https://login.microsoftonline.com',
    resourceManagerUrl: 'https://management.azure.com',
    portalUrl: 'https://portal.azure.com',
  },
  {
    id: 'us-government',
    authorityHost: 'https://login.microsoftonline.us',
    resourceManagerUrl: 'https://management.usgovcloudapi.net',
    portalUrl: 'https://portal.azure.us',
  },
  {
    id: 'china',
    authorityHost: 'https://login.chinacloudapi.cn',
    resourceManagerUrl: 'https://management.chinacloudapi.cn',
    portalUrl: 'https://portal.azure.cn',
  },
];

/** Ids of the clouds, for messages. @internal */
export const cloudIds: readonly string[] = clouds.map(({ id }) => id);

/**
 * A cloud by its id.
 *
 * @internal
 */
export function findCloud(id: string): AzureCloud | undefined {
  return clouds.find(cloud => cloud.id === id);
}

/**
 * Whether Microsoft runs an authority, so that its own list of authorities knows it.
 *
 * @internal
 */
export function isKnownAuthority(authorityHost: string): boolean {
  return clouds.some(cloud => cloud.authorityHost === authorityHost);
}
