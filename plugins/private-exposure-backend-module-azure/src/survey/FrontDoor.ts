import type { AFDOrigin, CdnManagementClient, Profile } from '@azure/arm-cdn';
import { mapWithLimit } from '@postern/backstage-plugin-private-exposure-node';
import { isNotFound } from '../clients/errors';
import { listAll } from '../clients/listPages';
import type { Seen } from '../inspection/AzureInspection';
import { look } from '../inspection/look';
import { readResourceId } from '../mapping/resourceIds';

/** An endpoint of a Front Door profile: a name that clients use. @internal */
export interface FrontDoorEndpoint {
  /** Its ARM id. */
  id: string;
  /** Its own host name, such as `payments-abc.z01.azurefd.net`. */
  hostName?: string;
  /** Whether it takes traffic. */
  enabled: boolean;
}

/** Where a Front Door profile sends requests. @internal */
export interface FrontDoorOrigin {
  /** Its ARM id. */
  id: string;
  /** Name within its group. */
  name: string;
  /** Name or address that is connected to. */
  hostName?: string;
  /** The `Host` that is sent; the client's where it is left out. */
  hostHeader?: string;
  /** Whether the certificate must be for the name. */
  checksCertificateName: boolean;
  /** Whether it takes traffic. */
  enabled: boolean;
  /** The way in, where it is a private one. */
  privateLink?: FrontDoorPrivateLink;
}

/** Front Door's own private endpoint at an origin. @internal */
export interface FrontDoorPrivateLink {
  /** The resource that is connected to. */
  resourceId: string;
  /** Where the endpoint is. */
  location?: string;
  /** The text that comes with the request; its approver finds it as the connection's description. */
  requestMessage?: string;
  /** What Front Door says of it: `Pending`, `Approved`, …; Azure does not always say. */
  status?: string;
}

/** What hangs on a profile and is needed at every survey. @internal */
export interface FrontDoorParts {
  /** Its endpoints. */
  endpoints: Seen<FrontDoorEndpoint[]>;
  /** The origins of all its groups. */
  origins: Seen<FrontDoorOrigin[]>;
}

const GROUPS_AT_ONCE = 4;

/**
 * Reads the endpoints and origins of a profile: two calls, and one for each origin group. The API lists only profiles in
 * bulk.
 *
 * @returns `undefined` if the profile does not exist any more; a part that no role lets us read is unseen.
 * @internal
 */
export async function readFrontDoorParts(
  profile: Pick<Profile, 'id'>,
  cdn: CdnManagementClient,
  signal: AbortSignal,
): Promise<FrontDoorParts | undefined> {
  try {
    const [endpoints, origins] = await Promise.all([
      look(() => readEndpoints(profile, cdn, signal)),
      look(() => readOrigins(profile, cdn, signal)),
    ]);
    return { endpoints, origins };
  } catch (error) {
    if (isNotFound(error)) return undefined;
    throw error;
  }
}

async function readEndpoints(
  profile: Pick<Profile, 'id'>,
  cdn: CdnManagementClient,
  signal: AbortSignal,
): Promise<FrontDoorEndpoint[]> {
  const { resourceGroup, names } = readResourceId(profile.id ?? '');
  const endpoints = await listAll(
    options => cdn.afdEndpoints.listByProfile(resourceGroup, names[0], options),
    signal,
  );
  return endpoints.map(({ id = '', hostName, enabledState }) => ({
    id,
    hostName,
    enabled: enabledState !== 'Disabled',
  }));
}

async function readOrigins(
  profile: Pick<Profile, 'id'>,
  cdn: CdnManagementClient,
  signal: AbortSignal,
): Promise<FrontDoorOrigin[]> {
  const { resourceGroup, names } = readResourceId(profile.id ?? '');
  const groups = await listAll(
    options =>
      cdn.afdOriginGroups.listByProfile(resourceGroup, names[0], options),
    signal,
  );
  const origins = await mapWithLimit(groups, GROUPS_AT_ONCE, ({ name = '' }) =>
    listAll(
      options =>
        cdn.afdOrigins.listByOriginGroup(
          resourceGroup,
          names[0],
          name,
          options,
        ),
      signal,
    ).catch((error: unknown) => {
      // The group was deleted since it was listed, and its origins with it.
      if (isNotFound(error)) return [];
      throw error;
    }),
  );
  return origins.flat().map(toFrontDoorOrigin);
}

/**
 * An origin as the rules read it.
 *
 * @internal
 */
export function toFrontDoorOrigin(origin: AFDOrigin): FrontDoorOrigin {
  const { id = '', name = '', sharedPrivateLinkResource: link } = origin;
  const resourceId = link?.privateLink?.id;
  return {
    id,
    name,
    hostName: origin.hostName,
    hostHeader: origin.originHostHeader || undefined,
    // On unless it was switched off (Microsoft.Cdn, AFDOriginProperties).
    checksCertificateName: origin.enforceCertificateNameCheck !== false,
    enabled: origin.enabledState !== 'Disabled',
    privateLink: resourceId
      ? {
          resourceId,
          location: link?.privateLinkLocation,
          requestMessage: link?.requestMessage,
          status: link?.status,
        }
      : undefined,
  };
}
