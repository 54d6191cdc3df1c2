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

/**
 * An origin leads to a load balancer that does not exist: its controller has made it again, under another host name and
 * ARN, or somebody has deleted it. Of a host name that is said only where every account of ours that has its region could
 * be read.
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
        case 'gone':
          return noticeGone(origin, behind);
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

function noticeGone(
  { id, host, name }: InspectedOrigin,
  gone: OriginBackend & { type: 'gone' },
): Noticed {
  const { wanted, accountIds } = gone;
  const successors = seenOr(gone.successors) ?? [];
  const [successor] = successors;
  return {
    message: `Origin '${host}' leads to ${wanted}, which is the host name of no load balancer any more`,
    remedy: successor
      ? `${successor.madeFor} has ${successors
          .map(({ dnsName }) => dnsName)
          .join(' or ')} now. ${pointAt(host, 'that', name)}`
      : `${pointAt(
          host,
          'the load balancer that took its place',
          name,
        )} If it is in an account that is not looked into, add that under 'privateExposure.aws.accounts'.`,
    hopId: hopIds.loadBalancer(id),
    evidence: toFacts(
      {
        'Leads to': wanted,
        'Accounts that were looked into': accountIds,
        'Made for the same object': successors.map(({ arn }) => arn),
      },
      ['Leads to'],
    ),
  };
}

function pointAt(
  host: string,
  target: string,
  name: InspectedOrigin['name'],
): string {
  return name
    ? `Point the record of '${host}' at ${target}. external-dns does that by itself, if it owns the record.`
    : `Point the origin at ${target}; better, at a name of your own that external-dns keeps pointed at it, or at a VPC origin.`;
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
