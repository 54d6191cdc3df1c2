import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import { seenOr } from '../inspection/look';
import { canonicalId, nameInId } from '../mapping/resourceIds';
import { ofFrontDoor } from './checks';
import type { DiagnosisRule } from './DiagnosisRule';

/** End of every alias of a private link service. */
const ALIAS = /\.azure\.privatelinkservice$/i;

/**
 * An origin is named by an alias that its private link service no longer has: the service was deleted and made again.
 * Azure gives each a new alias, and the old one's connections never come back.
 *
 * @internal
 */
export const frontDoorAliasOld: DiagnosisRule = {
  id: 'azure/front-door-alias-old',
  severity: 'warning',
  breaksTraffic: false,
  source: 'Private Link service overview, "Share your service": the alias',
  check: ofFrontDoor(({ origins }) =>
    (seenOr(origins) ?? []).flatMap(({ origin, path }) => {
      const { hostName = '', privateLink, name } = origin;
      const alias = seenOr(path)?.service.alias;
      if (!privateLink || !alias || !ALIAS.test(hostName)) return [];
      if (alias.toLowerCase() === hostName.toLowerCase()) return [];
      return {
        message: `The origin '${name}' is named by an alias that '${nameInId(
          privateLink.resourceId,
        )}' does not have: that service was deleted and made again`,
        remedy:
          "Set the origin's host name anew, take its private link away and set it again, then approve the connection that Front Door asks for. Endpoints of other consumers have to be deleted and created anew.",
        hopId: hopIds.linkTarget(canonicalId(privateLink.resourceId)),
        evidence: toFacts({ 'Host name': hostName, 'Alias now': alias }),
      };
    }),
  ),
};
