import type { Profile } from '@azure/arm-cdn';
import {
  type OutgoingRequest,
  type StateReader,
  type SurveyedExposure,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import { mapSeen, seenOr } from '../inspection/look';
import type { FrontDoorOrigin, FrontDoorParts } from '../survey/FrontDoor';
import { canonicalId, nameInId } from './resourceIds';
import { profileLifecycles } from './states';
import { toProvenance } from './toProvenance';
import { toRegion } from './toSurveyedConnection';

/** What stands in the place of a part that no role lets us read: unknown is not none. */
const NOT_READABLE = 'not readable with the roles that the portal has';

/**
 * Whether a Microsoft.Cdn profile is a Front Door: the classic CDN's profiles are listed with them.
 *
 * @internal
 */
export function isFrontDoor({ sku }: Profile): boolean {
  return /_AzureFrontDoor$/i.test(sku?.name ?? '');
}

/**
 * A Front Door profile as the survey hands it on; `undefined` for an entry without an id.
 *
 * @internal
 */
export function toFrontDoorExposure(
  profile: Profile,
  parts: FrontDoorParts,
  { states }: { states: StateReader },
): SurveyedExposure | undefined {
  const { id, resourceState, tags = {} } = profile;
  if (!id) return undefined;
  const hostNames = mapSeen(parts.endpoints, endpoints =>
    endpoints.flatMap(({ hostName }) => hostName ?? []),
  );
  const origins = seenOr(parts.origins);
  return {
    nativeId: canonicalId(id),
    kind: 'azure-front-door',
    name: profile.name ?? nameInId(id),
    nativeState: resourceState ?? '',
    lifecycle:
      states.read('Front Door profile', resourceState, profileLifecycles) ??
      'provisioning',
    evidence: { tags, kubernetesServices: [] },
    address: seenOr(hostNames)?.[0],
    provenance: toProvenance(tags, profile.systemData),
    facts: toFacts(
      {
        'Host names': seenOr(hostNames) ?? NOT_READABLE,
        'Resource id': id,
        'Front Door id': profile.frontDoorId,
        SKU: profile.sku?.name,
        Origins:
          origins?.map(({ hostName, name }) => hostName ?? name) ??
          NOT_READABLE,
        'Private origins':
          origins?.flatMap(({ privateLink }) =>
            privateLink ? nameInId(privateLink.resourceId) : [],
          ) ?? NOT_READABLE,
      },
      seenOr(hostNames) ? ['Host names', 'Resource id'] : ['Resource id'],
    ),
    requests: origins?.flatMap(toRequests),
  };
}

/** An origin asks until Azure says that somebody has decided; often it says nothing. */
function toRequests({ privateLink }: FrontDoorOrigin): OutgoingRequest[] {
  const { resourceId, requestMessage, location, status } = privateLink ?? {};
  const isDecided = status !== undefined && !/^pending$/i.test(status);
  if (!resourceId || !requestMessage || isDecided) return [];
  return [
    {
      targetNativeId: canonicalId(resourceId),
      requestMessage,
      region: location && toRegion(location),
    },
  ];
}
