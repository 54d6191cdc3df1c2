import { createRule } from '../createRule';
import { exampleDistribution } from './cloudFrontExamples';

const acl = (scope: string) =>
  `arn:aws:wafv2:us-east-1:111122223333:${scope}/webacl/shop/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f`;

/** A web ACL that can't protect a distribution. @internal */
export const cloudFrontWafScope = createRule({
  id: 'infrastructure/cloud-front-waf-scope',
  severity: 'error',
  reads: 'cloudfront',
  page: {
    summary: 'The web ACL of a distribution is regional, or not in us-east-1.',
    why: 'CloudFront takes web ACLs with the scope CLOUDFRONT, which are kept in us-east-1. AWS refuses the rest, and the distribution stays unprotected.',
    bad: exampleDistribution({ webAcl: acl('regional') }),
    good: exampleDistribution({ webAcl: acl('global') }),
    path: 'main.tf',
    source:
      'https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html',
  },
  check(target, report) {
    for (const { value, regionalWebAcl: regional } of target.distributions) {
      if (!regional) continue;
      report({
        at: regional,
        message: `The web ACL of ${value} is regional; CloudFront takes those with the scope CLOUDFRONT alone`,
        remedy: 'Name a web ACL with the scope CLOUDFRONT.',
        evidence: [{ label: 'web_acl_id', value: regional.value }],
      });
    }
    for (const region of target.webAclsElsewhere) {
      report({
        at: region,
        message: `A web ACL with the scope CLOUDFRONT is asked for in ${region.value}; AWS makes it in us-east-1 alone`,
        remedy: 'Give it a provider for us-east-1.',
        evidence: [{ label: 'region', value: region.value }],
      });
    }
  },
});
