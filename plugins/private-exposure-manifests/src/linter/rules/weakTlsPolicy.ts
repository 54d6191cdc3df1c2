import { createRule } from '../createRule';
import { ALB, AWS, exampleIngress } from './examples';

const KEYS = new Set([`${ALB}ssl-policy`, `${AWS}ssl-negotiation-policy`]);
const CERTIFICATE = `${ALB}certificate-arn: "arn:aws:acm:eu-west-1:111122223333:certificate/0a1b2c3d"`;

/** Policies that still accept TLS 1.0 or 1.1, by what follows `ELBSecurityPolicy-`. */
const WEAK =
  /^ELBSecurityPolicy-(2015-05|2016-08|2015-02|2014-\d\d|2011-08|TLS-1-[01]-\d{4}-\d\d|FS-2018-06|FS-1-1-2019-08|TLS13-1-[01]-\d{4}-\d\d)/;

/** A policy that accepts versions of TLS that are no longer safe. @internal */
export const weakTlsPolicy = createRule({
  id: 'aws/weak-tls-policy',
  severity: 'warning',
  reads: 'annotations',
  about: key => KEYS.has(key),
  page: {
    summary: 'The TLS policy accepts TLS 1.0 or 1.1.',
    why: 'Both versions are withdrawn (RFC 8996), and scanners object to them (Checkov CKV_AWS_103). ELBSecurityPolicy-2016-08, the default of long ago, accepts both.',
    bad: exampleIngress([
      CERTIFICATE,
      `${ALB}ssl-policy: "ELBSecurityPolicy-2016-08"`,
    ]),
    good: exampleIngress([
      CERTIFICATE,
      `${ALB}ssl-policy: "ELBSecurityPolicy-TLS13-1-2-2021-06"`,
    ]),
    source:
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html',
  },
  check(target, report) {
    for (const node of target.annotations) {
      if (!KEYS.has(node.key) || !WEAK.test(node.value)) continue;
      report({
        at: node,
        message: `${node.value} accepts TLS 1.0 or 1.1`,
        remedy:
          'Write "ELBSecurityPolicy-TLS13-1-2-2021-06", or another policy from TLS 1.2 on.',
        evidence: [{ label: node.key, value: node.value }],
      });
    }
  },
});
