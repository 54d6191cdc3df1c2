import { quoteForMessage } from '../values/text';
import type { Refuse } from './refuseElsewhere';

/** How the names of regions outside the partition `aws` begin (endpoint rules of the AWS SDK). */
const ELSEWHERE = /^(cn|us-gov|us-iso[a-z]?|eu-iso[a-z]?|eusc)-/;

/**
 * Refuses a region outside the partition `aws`: all that is written for CloudFront is of that one.
 *
 * @remarks
 * https://docs.aws.amazon.com/govcloud-us/latest/UserGuide/setting-up-cloudfront.html: CloudFront is no part of AWS
 * GovCloud (US). China's has no VPC origins, and no web ACL of us-east-1.
 *
 * @internal
 */
export function refuseOtherPartition(region: string, refuse: Refuse): void {
  if (ELSEWHERE.test(region))
    refuse(
      ['region'],
      `must be a region of the partition aws, which is the only one that CloudFront is written for here, not ${quoteForMessage(
        region,
      )}`,
    );
}
