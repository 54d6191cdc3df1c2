import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import { ofService } from './checks';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * Any Azure subscription can ask to connect. Only the people who approve stand in between, and they are asked by
 * strangers.
 *
 * @internal
 */
export const everyoneMayAsk: DiagnosisRule = {
  id: 'azure/everyone-may-ask',
  severity: 'warning',
  breaksTraffic: false,
  source: 'Private Link service overview, "Control service exposure"',
  check: ofService(({ path: { service } }) => {
    const { visible, autoApproved } = service.access;
    return visible.includes('*') && !autoApproved.includes('*')
      ? [
          {
            message: `Every Azure subscription that knows its alias may ask to connect to '${service.name}'; only approval keeps strangers out`,
            remedy:
              "Replace the visibility '*' with the subscriptions that need the service. A Front Door's endpoint lies in a subscription of Microsoft: for it, '*' has to stay, and nobody is to be approved automatically.",
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
