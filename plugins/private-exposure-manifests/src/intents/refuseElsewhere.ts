import { placeOfArn } from '../values/loadBalancer';
import { quoteForMessage } from '../values/text';

/** How a refusal is told: the field's path, and what it must be. @internal */
export type Refuse = (path: (string | number)[], message: string) => void;

/**
 * Refuses an ARN of another region or account than the one that uses what it names, for AWS would refuse it only while
 * the change is applied. An ARN without a region, as IAM's are, is of every region.
 *
 * @internal
 */
export function refuseElsewhere(
  refuse: Refuse,
  options: {
    path: (string | number)[];
    arn: string;
    /** Left out where every region will do. */
    region?: string;
    /** Left out where every account will do. */
    account?: string;
    /** Whose region and account it is, for the message: `the load balancer`. */
    of: string;
  },
): void {
  const { path, arn, region, account, of } = options;
  const place = placeOfArn(arn);
  if (region !== undefined && ![region, ''].includes(place.region)) {
    refuse(path, `must be of region ${quoteForMessage(region)}, that of ${of}`);
  } else if (account !== undefined && place.account !== account) {
    refuse(
      path,
      `must be of account ${quoteForMessage(account)}, that of ${of}`,
    );
  }
}
