import { toFacts } from '@postern/backstage-plugin-private-exposure-node';
import { hopIds } from '../../inspection/hops/hopIds';
import { seenOr } from '../../inspection/look';
import { parseWebAclArn } from '../../inspection/readWebAcl';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * The distribution names a web ACL that is none for CloudFront: a regional one, or one of AWS WAF Classic, which AWS has
 * retired.
 *
 * @internal
 */
export const firewallWrongScope: DiagnosisRule = {
  id: 'aws/firewall-wrong-scope',
  severity: 'error',
  breaksTraffic: false,
  check: ({ distribution: { name }, firewall }) => {
    const { id } = seenOr(firewall) ?? {};
    if (!id) return [];
    const named = parseWebAclArn(id);
    if (named?.scope === 'CLOUDFRONT') return [];
    return [
      {
        message: `Distribution '${name}' names a web ACL ${
          named ? 'of scope REGIONAL' : 'of AWS WAF Classic'
        }, which does not protect it`,
        remedy:
          'Make a web ACL of scope CLOUDFRONT in us-east-1 with the same rules, and name that one.',
        hopId: hopIds.firewall,
        evidence: toFacts({ 'Web ACL': id }, ['Web ACL']),
      },
    ];
  },
};
