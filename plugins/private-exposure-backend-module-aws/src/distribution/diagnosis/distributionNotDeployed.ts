import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../inspection/hops/hopIds';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * The distribution's last change has not reached all of CloudFront's places.
 *
 * @internal
 */
export const distributionNotDeployed: DiagnosisRule = {
  id: 'aws/distribution-not-deployed',
  severity: 'info',
  breaksTraffic: false,
  check: ({ distribution: { name, status } }) =>
    /^inprogress$/i.test(status)
      ? [
          {
            message: `The last change of distribution '${name}' is still on its way to all of CloudFront's places`,
            remedy:
              'Wait: it takes minutes, seldom longer. Until then some places answer as before the change, or not yet.',
            hopId: hopIds.distribution,
            evidence: toFacts({ State: status }),
          },
        ]
      : [],
};
