import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import { linkStatusOf } from '../inspection/linkStatusOf';
import { seenOr } from '../inspection/look';
import { canonicalId, nameInId } from '../mapping/resourceIds';
import { ofFrontDoor } from './checks';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * Front Door's connection at an origin was rejected, ran out, or lost its resource.
 *
 * @internal
 */
export const frontDoorConnectionLost: DiagnosisRule = {
  id: 'azure/front-door-connection-lost',
  severity: 'error',
  breaksTraffic: true,
  source: 'Microsoft.Cdn: SharedPrivateLinkResourceStatus',
  check: ofFrontDoor(({ origins }) =>
    (seenOr(origins) ?? []).flatMap(inspected => {
      const link = inspected.origin.privateLink;
      const status = linkStatusOf(inspected) ?? '';
      if (!link || !/^(rejected|disconnected|timeout)$/i.test(status)) {
        return [];
      }
      return {
        message: `Front Door's connection at '${nameInId(
          link.resourceId,
        )}' is '${status}'`,
        remedy:
          "Take the origin's private link away and set it again, so that Front Door asks anew, then approve the connection.",
        hopId: hopIds.linkTarget(canonicalId(link.resourceId)),
        evidence: toFacts({ Origin: inspected.origin.name, Status: status }),
      };
    }),
  ),
};
