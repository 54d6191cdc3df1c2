import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import { ofFrontDoor } from './checks';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * Only the Premium SKU reaches origins privately. With another, the origins have to be public.
 *
 * @internal
 */
export const frontDoorNotPremium: DiagnosisRule = {
  id: 'azure/front-door-not-premium',
  severity: 'warning',
  breaksTraffic: false,
  source: 'Azure Front Door tier comparison: Private Link is Premium',
  check: ofFrontDoor(({ profile }) =>
    /^premium_/i.test(profile.sku)
      ? []
      : [
          {
            message: `'${profile.name}' cannot reach an origin privately: its SKU is ${profile.sku}`,
            remedy:
              'Upgrade the profile to Premium_AzureFrontDoor, then give its origins a private link.',
            hopId: hopIds.frontDoor,
            evidence: toFacts({ SKU: profile.sku }),
          },
        ],
  ),
};
