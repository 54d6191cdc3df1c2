import {
  type Noticed,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type {
  FoundBackend,
  InspectedOrigin,
  OriginBackend,
} from '../inspection/DistributionInspection';
import type { DiagnosisRule } from './DiagnosisRule';
import { pointAt } from './pointAt';

/**
 * An origin leads to a load balancer that does not exist: its controller has made it again, under another host name and
 * ARN, or somebody has deleted a VPC origin's. Of a host name that is said only where something else took its place; where
 * nothing did, its account may be one that is not configured.
 *
 * @internal
 */
export const originGone: DiagnosisRule = {
  id: 'aws/origin-gone',
  severity: 'error',
  breaksTraffic: true,
  check: ({ origins }) =>
    origins.flatMap(origin => {
      const behind = seenOr(origin.backend);
      switch (behind?.type) {
        case 'recreated':
          return noticeRecreated(origin, behind);
        case 'missing':
          return noticeReplaced(origin, behind);
        case 'found':
          return noticeVpcOrigin(origin, behind);
        default:
          return [];
      }
    }),
};

function noticeRecreated(
  { id, host, name }: InspectedOrigin,
  { wanted, existing }: OriginBackend & { type: 'recreated' },
): Noticed {
  return {
    message: `Origin '${host}' leads to ${wanted}, and the load balancer of that name is now ${existing.dnsName}`,
    remedy: pointAt(host, 'the load balancer that there is now', name),
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
  };
}

function noticeReplaced(
  { id, host, name }: InspectedOrigin,
  missing: OriginBackend & { type: 'missing' },
): Noticed[] {
  const { wanted, accountIds } = missing;
  const successors = seenOr(missing.successors) ?? [];
  const [successor] = successors;
  if (!successor) return [];
  return [
    {
      message: `Origin '${host}' leads to ${wanted}, which is the host name of no load balancer any more`,
      remedy: `${successor.madeFor} has ${successors
        .map(({ dnsName }) => dnsName)
        .join(' or ')} now. ${pointAt(host, 'that', name)}`,
      hopId: hopIds.loadBalancer(id),
      evidence: toFacts(
        {
          'Leads to': wanted,
          'Accounts that were looked into': accountIds,
          'Made for the same object': successors.map(({ arn }) => arn),
        },
        ['Leads to'],
      ),
    },
  ];
}

function noticeVpcOrigin(
  { host, vpcOrigin }: InspectedOrigin,
  { loadBalancer }: FoundBackend,
): Noticed[] {
  const { arn, description, name } = loadBalancer;
  if (description.type !== 'seen' || description.value) return [];
  return [
    {
      message: `VPC origin '${
        vpcOrigin?.id ?? host
      }' leads to load balancer '${name}', which does not exist`,
      remedy:
        'Make a VPC origin for the load balancer that took its place, have the distribution use that one, then delete the old: a VPC origin in use cannot be changed.',
      hopId: hopIds.loadBalancer(arn),
      evidence: toFacts({ 'Load balancer': arn }, ['Load balancer']),
    },
  ];
}
