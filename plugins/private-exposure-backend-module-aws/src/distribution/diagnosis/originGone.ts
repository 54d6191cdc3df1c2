import {
  type Noticed,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type { InspectedOrigin } from '../inspection/DistributionInspection';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * An origin leads to a load balancer that does not exist: its controller has made it again, under another host name and
 * ARN, or somebody has deleted it.
 *
 * @internal
 */
export const originGone: DiagnosisRule = {
  id: 'aws/origin-gone',
  severity: 'error',
  breaksTraffic: true,
  check: ({ origins }) => origins.flatMap(noticeOrigin),
};

function noticeOrigin({
  id,
  host,
  name,
  vpcOrigin,
  backend,
}: InspectedOrigin): Noticed[] {
  const behind = seenOr(backend);
  if (behind?.type === 'recreated') {
    const { wanted, existing } = behind;
    return [
      {
        message: `Origin '${host}' leads to ${wanted}, and the load balancer of that name is now ${existing.dnsName}`,
        remedy: name
          ? `Point the record of '${host}' at the load balancer that there is now. external-dns does that by itself, if it owns the record.`
          : 'Point the origin at the load balancer that there is now; better, at a name of your own that external-dns keeps pointed at it, or at a VPC origin.',
        hopId: hopIds.loadBalancer(id),
        evidence: toFacts(
          {
            'Leads to': wanted,
            'There is': existing.dnsName,
            'Load balancer': existing.arn,
            Account: existing.accountId,
          },
          ['Load balancer'],
        ),
      },
    ];
  }
  if (behind?.type !== 'found') return [];
  const { arn, description, name: title } = behind.loadBalancer;
  if (description.type !== 'seen' || description.value) return [];
  return [
    {
      message: `VPC origin '${
        vpcOrigin?.id ?? host
      }' leads to load balancer '${title}', which does not exist`,
      remedy:
        'Make a VPC origin for the load balancer that took its place, have the distribution use that one, then delete the old: a VPC origin in use cannot be changed.',
      hopId: hopIds.loadBalancer(arn),
      evidence: toFacts({ 'Load balancer': arn }, ['Load balancer']),
    },
  ];
}
