import { hopIds } from '../../inspection/hops/hopIds';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * The distribution is switched off: it answers nobody.
 *
 * @internal
 */
export const distributionDisabled: DiagnosisRule = {
  id: 'aws/distribution-disabled',
  severity: 'error',
  breaksTraffic: true,
  check: ({ distribution: { name, enabled } }) =>
    enabled
      ? []
      : [
          {
            message: `Distribution '${name}' is disabled: it answers nobody`,
            remedy:
              'Enable it; or, if it is on its way out, delete it once it is deployed, with the names and the web ACL that only it uses.',
            hopId: hopIds.distribution,
          },
        ],
};
