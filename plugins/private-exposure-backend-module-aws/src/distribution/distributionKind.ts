import { consoleUrls } from '../consoleUrls';
import type { AwsKind } from '../kinds/AwsKind';
import { distributionRegionOf } from '../partitions';
import { inspectDistribution } from './inspection/inspectDistribution';
import { parseDistributionArn } from './mapping/distributionArns';
import { surveyDistributions } from './survey/surveyDistributions';

/**
 * CloudFront distributions.
 *
 * @internal
 */
export const distributionKind: AwsKind = {
  name: 'aws-cloudfront',
  isNamedBy: nativeId => parseDistributionArn(nativeId) !== undefined,
  survey: surveyDistributions,
  inspect: inspectDistribution,
  // A name to call is all there is: it is on the internet.
  describeConnecting: ({ address }) => ({
    address,
    addressLabel: 'Domain name',
    snippets: [],
  }),
  consoleUrl: nativeId => {
    const found = parseDistributionArn(nativeId);
    const region = found && distributionRegionOf(found.partition);
    return region
      ? consoleUrls.distribution({ ...found, region }, found.distributionId)
      : undefined;
  },
};
