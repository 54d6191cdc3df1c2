import { hopIds } from '../../inspection/hops/hopIds';
import type { DiagnosisRule } from './DiagnosisRule';

/**
 * The distribution has no web ACL, or one that was deleted.
 *
 * @internal
 */
export const firewallMissing: DiagnosisRule = {
  id: 'aws/firewall-missing',
  severity: 'warning',
  breaksTraffic: false,
  check: ({ distribution: { name }, firewall }) => {
    if (firewall?.type !== 'seen') return [];
    const { value } = firewall;
    const isGone = value?.webAcl.type === 'seen' && !value.webAcl.value;
    if (value && !isGone) return [];
    return [
      {
        message: value
          ? `The web ACL of distribution '${name}' does not exist`
          : `Distribution '${name}' has no web ACL: every request gets to the origin`,
        remedy:
          'Give it a web ACL of scope CLOUDFRONT with managed rule groups; such a web ACL is made in us-east-1.',
        hopId: value ? hopIds.firewall : hopIds.distribution,
      },
    ];
  },
};
