import { parseStringList } from '../../values/goParsers';
import { createRule } from '../createRule';
import { findAnnotation } from '../targets/Placed';
import { AWS, exampleService } from './examples';

const PREFIXES = [
  'external-dns.kubernetes.io/',
  'external-dns.alpha.kubernetes.io/',
];
const ENDPOINT = /\.vpce\.amazonaws\.com(\.cn)?\.?$/;
const service = (alias: string) =>
  exampleService([
    `${AWS}scheme: "internal"`,
    `${PREFIXES[0]}hostname: "payments.example.com"`,
    `${PREFIXES[0]}target: "vpce-0123456789abcdef0-abcdefgh.vpce-svc-0123456789abcdef0.eu-west-1.vpce.amazonaws.com"`,
    `${PREFIXES[0]}alias: "${alias}"`,
  ]);

/** An alias for IPv6 to something that has none. @internal */
export const aliasWithoutIpv6 = createRule({
  id: 'external-dns/alias-without-ipv6',
  severity: 'info',
  reads: 'annotations',
  about: key => PREFIXES.some(prefix => key === `${prefix}alias`),
  page: {
    summary: 'An alias record for IPv6 points to a VPC endpoint.',
    why: 'true makes two alias records, for IPv4 and for IPv6. A VPC endpoint mostly has IPv4 alone, and the second one then answers with nothing.',
    bad: service('true'),
    good: service('A'),
    source:
      'https://github.com/kubernetes-sigs/external-dns/blob/v0.22.0/docs/annotations/annotations.md',
  },
  check(target, report) {
    for (const prefix of PREFIXES) {
      const alias = findAnnotation(target, `${prefix}alias`);
      const goal = findAnnotation(target, `${prefix}target`);
      if (alias?.value !== 'true' || !goal) continue;
      if (!parseStringList(goal.value).some(name => ENDPOINT.test(name)))
        continue;
      report({
        at: alias,
        message:
          'The alias has a record for IPv6 too, which a VPC endpoint rarely answers',
        remedy: 'Write "A" where the endpoint has IPv4 alone.',
        evidence: [
          { label: alias.key, value: alias.value },
          { label: goal.key, value: goal.value },
        ],
      });
    }
  },
});
