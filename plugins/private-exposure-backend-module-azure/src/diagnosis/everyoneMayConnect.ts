import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import { ofService } from './checks';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * Any Azure subscription can connect without anybody's consent.
 *
 * @internal
 */
export const everyoneMayConnect: DiagnosisRule = {
  id: 'azure/everyone-may-connect',
  severity: 'error',
  breaksTraffic: false,
  source: 'Private Link service overview, "Control service access"',
  check: ofService(({ path: { service } }) => {
    const { visible, autoApproved } = service.access;
    return visible.includes('*') && autoApproved.includes('*')
      ? [
          {
            message: `Every Azure subscription may connect to '${service.name}' and nobody has to approve it`,
            remedy:
              "Replace '*' in visibility and auto-approval with the subscriptions that need the service.",
            hopId: hopIds.linkTarget(service.id),
            evidence: toFacts({
              Visibility: visible,
              'Auto-approval': autoApproved,
            }),
          },
        ]
      : [];
  }),
};
