import {
  type Noticed,
  toFacts,
} from '@postern/backstage-plugin-private-exposure-node';
import { openingsOf } from '../../diagnosis/openings';
import { cidrContains } from '../../inspection/cidr';
import { hopIds } from '../../inspection/hops/hopIds';
import type { InboundRule } from '../../inspection/InspectedLoadBalancer';
import { seenOr } from '../../inspection/look';
import type { FoundBackend } from '../inspection/DistributionInspection';
import type { DiagnosisRule } from './DiagnosisRule';

// Ranges that nobody on the internet has (RFC 1918, RFC 6598, RFC 4193).
const PRIVATE_RANGES = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '100.64.0.0/10',
  'fc00::/7',
];

/**
 * An origin is a load balancer with public addresses that lets in others than CloudFront: whoever knows its name goes
 * around the distribution and its web ACL.
 *
 * @internal
 */
export const originReachableDirectly: DiagnosisRule = {
  id: 'aws/origin-reachable-directly',
  severity: 'error',
  breaksTraffic: false,
  check: ({ origins }) =>
    origins.flatMap(({ backend }) => {
      const behind = seenOr(backend);
      return behind?.type === 'found' ? noticeBackend(behind) : [];
    }),
};

function noticeBackend(backend: FoundBackend): Noticed[] {
  const { loadBalancer } = backend;
  const description = seenOr(loadBalancer.description);
  if (description?.scheme !== 'internet-facing') return [];
  const openings = openingsOf(loadBalancer);
  const open = openings.flatMap(({ rules }) =>
    rules.flatMap(rule => strangersOf(rule, backend)),
  );
  const isUnfiltered = description.securityGroupIds.length === 0;
  if (open.length === 0 && !isUnfiltered) return [];
  return [
    {
      message: `Load balancer '${loadBalancer.name}' has public addresses and ${
        isUnfiltered
          ? 'no security group'
          : `lets ${[...new Set(open)].join(', ')} in`
      }: whoever knows its name goes around the distribution and its web ACL`,
      remedy:
        "Make the load balancer internal and the origin a VPC origin. Until then let only CloudFront in: its security groups should name the prefix list 'com.amazonaws.global.cloudfront.origin-facing' and nothing else.",
      hopId: hopIds.loadBalancer(loadBalancer.arn),
      evidence: toFacts({
        Scheme: description.scheme,
        'Security groups': description.securityGroupIds,
        'Lets in': [...new Set(open)],
      }),
    },
  ];
}

/** What a rule lets in besides CloudFront and what has private addresses. Security groups are of private networks. */
function strangersOf(rule: InboundRule, backend: FoundBackend): string[] {
  const ranges = rule.cidrs.filter(
    range => !PRIVATE_RANGES.some(inner => cidrContains(inner, range)),
  );
  const known = seenOr(backend.cloudFrontPrefixLists);
  // Without the id of CloudFront's list, any list may be it.
  const lists = known
    ? rule.prefixLists.filter(list => !known.includes(list))
    : [];
  return [...ranges, ...lists];
}
