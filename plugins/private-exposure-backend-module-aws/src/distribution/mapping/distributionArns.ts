import { type Arn, parseArn } from '../../mapping/arns';

const PREFIX = 'distribution/';

/**
 * What the ARN of a distribution tells, with the distribution's id; `undefined` if it names none.
 *
 * @internal
 */
export function parseDistributionArn(
  arn: string,
): (Arn & { distributionId: string }) | undefined {
  const parts = parseArn(arn);
  if (parts?.service !== 'cloudfront' || !parts.accountId) return undefined;
  const distributionId = parts.resource.slice(PREFIX.length);
  if (!parts.resource.startsWith(PREFIX) || !/^\w+$/.test(distributionId)) {
    return undefined;
  }
  return { ...parts, distributionId };
}
