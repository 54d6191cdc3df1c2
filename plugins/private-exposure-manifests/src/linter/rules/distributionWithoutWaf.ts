import { createRule } from '../createRule';
import { exampleDistribution } from './cloudFrontExamples';

/** A distribution that lets every request through. @internal */
export const distributionWithoutWaf = createRule({
  id: 'infrastructure/distribution-without-waf',
  severity: 'warning',
  reads: 'cloudfront',
  page: {
    summary: 'A CloudFront distribution has no web ACL.',
    why: 'Everybody can send it anything. A web ACL of AWS WAF filters the known attacks and keeps the lists of who gets in. Checkov reports it as CKV_AWS_68.',
    bad: exampleDistribution({ webAcl: '' }),
    good: exampleDistribution({}),
    path: 'main.tf',
    source:
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/distribution-web-awswaf.html',
  },
  check(target, report) {
    for (const distribution of target.distributions) {
      if (distribution.hasWebAcl) continue;
      report({
        at: distribution,
        message: `${distribution.value} has no web ACL`,
        remedy:
          'Set web_acl_id to a web ACL with the scope CLOUDFRONT, kept in us-east-1.',
        evidence: [{ label: 'distribution', value: distribution.value }],
      });
    }
  },
});
