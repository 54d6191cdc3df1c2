import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import { linkStatusOf } from '../inspection/linkStatusOf';
import { seenOr } from '../inspection/look';
import { canonicalId, nameInId } from '../mapping/resourceIds';
import { ofFrontDoor } from './checks';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * Front Door asked for its connection at an origin and nobody has approved it. Until then it answers its clients with an
 * error.
 *
 * @internal
 */
export const frontDoorApprovalForgotten: DiagnosisRule = {
  id: 'azure/front-door-approval-forgotten',
  severity: 'error',
  breaksTraffic: true,
  source:
    'Secure your origin with Private Link in Azure Front Door Premium: the connection is approved at the origin',
  check: ofFrontDoor(({ origins }) =>
    (seenOr(origins) ?? []).flatMap(inspected => {
      const link = inspected.origin.privateLink;
      if (!link || !/^pending$/i.test(linkStatusOf(inspected) ?? '')) return [];
      return {
        message: `Front Door waits to be let in at '${nameInId(
          link.resourceId,
        )}'`,
        remedy:
          'Approve the connection at that resource: it is the one with the same request message. Its endpoint lies in a subscription of Microsoft, so that no allow-list can name it.',
        hopId: hopIds.linkTarget(canonicalId(link.resourceId)),
        evidence: toFacts({
          Origin: inspected.origin.name,
          'Request message': link.requestMessage,
        }),
      };
    }),
  ),
};
