import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../inspection/hops/hopIds';
import { canonicalId } from '../mapping/resourceIds';
import { ofService } from './checks';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * A subscription would be approved without being asked about, and cannot see the service to ask.
 *
 * @internal
 */
export const autoApprovalUnseen: DiagnosisRule = {
  id: 'azure/auto-approval-unseen',
  severity: 'warning',
  breaksTraffic: false,
  source:
    'Private Link service overview, "Control service access": auto-approval is a part of visibility',
  check: ofService(({ path: { service } }) => {
    const visible = service.access.visible.map(canonicalId);
    if (visible.includes('*')) return [];
    const outside = service.access.autoApproved.filter(
      id => !visible.includes(canonicalId(id)),
    );
    if (outside.length === 0) return [];
    return [
      {
        message: `${outside.length} subscription(s) are approved automatically at '${service.name}' but do not see it`,
        remedy:
          'Add them to the visibility, or take them out of the auto-approval.',
        hopId: hopIds.linkTarget(service.id),
        evidence: toFacts({ 'Not visible to': outside }),
      },
    ];
  }),
};
