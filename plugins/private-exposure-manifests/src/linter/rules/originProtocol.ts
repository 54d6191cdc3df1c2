import { createRule } from '../createRule';
import { exampleDistribution } from './cloudFrontExamples';

/** An origin that CloudFront may ask without TLS. @internal */
export const originProtocol = createRule({
  id: 'infrastructure/origin-protocol',
  severity: 'warning',
  reads: 'cloudfront',
  page: {
    summary:
      'CloudFront asks an origin by HTTP, or in whatever way the caller came.',
    why: 'What goes to a public origin without TLS can be read and changed on its way, cookies included. In a VPC it stays in AWS’s network, and is only told. Checkov reports it as CKV2_AWS_72.',
    bad: exampleDistribution({ protocol: 'match-viewer' }),
    good: exampleDistribution({}),
    path: 'main.tf',
    source:
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/using-https-cloudfront-to-custom-origin.html',
  },
  check(target, report) {
    for (const policy of target.protocols) {
      if (policy.value === 'https-only') continue;
      report({
        at: policy,
        severity: policy.isPrivate ? 'info' : undefined,
        message: `CloudFront asks the origin with '${policy.value}'`,
        remedy:
          'Set origin_protocol_policy to "https-only", and give the origin an HTTPS listener with a certificate for its name or the published one; else callers get 502.',
        evidence: [{ label: 'origin_protocol_policy', value: policy.value }],
      });
    }
  },
});
