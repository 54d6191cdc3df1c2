import { createRule } from '../createRule';
import { exampleDistribution } from './cloudFrontExamples';

const certificate = (region: string) =>
  `arn:aws:acm:${region}:111122223333:certificate/0a1b2c3d-0a1b-0a1b-0a1b-0a1b2c3d4e5f`;

/** A certificate that CloudFront can't use. @internal */
export const cloudFrontCertificateRegion = createRule({
  id: 'infrastructure/cloud-front-certificate-region',
  severity: 'error',
  reads: 'cloudfront',
  page: {
    summary: 'The certificate of a distribution is not in us-east-1.',
    why: 'CloudFront takes certificates of us-east-1 alone, wherever its origin is, and refuses the distribution with others.',
    bad: exampleDistribution({ certificate: certificate('eu-west-1') }),
    good: exampleDistribution({ certificate: certificate('us-east-1') }),
    path: 'main.tf',
    source:
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
  },
  check(target, report) {
    for (const { value, certificateRegion: region } of target.distributions) {
      if (!region || region.value === 'us-east-1') continue;
      report({
        at: region,
        message: `The certificate of ${value} is in ${region.value}, and CloudFront takes those of us-east-1 alone`,
        remedy:
          'Ask for the certificate in us-east-1, with a provider for that region.',
        evidence: [{ label: 'region', value: region.value }],
      });
    }
  },
});
