import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { openingsOf } from '../../diagnosis/openings';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * An origin is a load balancer with public addresses that lets CloudFront in by its prefix list, which has the addresses
 * of everybody's distributions, and this distribution adds no header that the load balancer could tell it by (CloudFront
 * guide, "Restrict access to Application Load Balancers").
 *
 * @internal
 */
export const originOpenToDistributions: DiagnosisRule = {
  id: 'aws/origin-open-to-distributions',
  severity: 'info',
  breaksTraffic: false,
  check: ({ origins }) =>
    origins.flatMap(({ backend, addsHeaders }) => {
      const behind = seenOr(backend);
      if (addsHeaders || behind?.type !== 'found') return [];
      const { loadBalancer } = behind;
      const { scheme } = seenOr(loadBalancer.description) ?? {};
      const known = seenOr(behind.cloudFrontPrefixLists) ?? [];
      const lists = openingsOf(loadBalancer)
        .flatMap(({ rules }) => rules)
        .flatMap(({ prefixLists }) => prefixLists)
        .filter(list => known.includes(list));
      if (scheme !== 'internet-facing' || lists.length === 0) return [];
      return {
        message: `Load balancer '${loadBalancer.name}' lets in CloudFront, whoever the distribution belongs to: somebody else's goes around this one and its web ACL`,
        remedy:
          'Make the load balancer internal and the origin a VPC origin; or have the distribution add a header with a secret value for this origin, and the load balancer answer 403 to whatever comes without it.',
        hopId: hopIds.loadBalancer(loadBalancer.arn),
        evidence: toFacts({
          Scheme: scheme,
          'Prefix lists of CloudFront': [...new Set(lists)],
        }),
      };
    }),
};
