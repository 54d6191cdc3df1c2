import { quoteForMessage } from '../values/text';
import type { Refuse } from './refuseElsewhere';

/**
 * Refuses a name that a security group's is made from, `<name>-…`, where that would begin with `sg-`.
 *
 * @remarks
 * EC2 makes no group of such a name, in either case of its letters (API, `CreateSecurityGroup`), and the AWS Load
 * Balancer Controller would look for a group of that id.
 *
 * @internal
 */
export function refuseGroupName(
  refuse: Refuse,
  path: (string | number)[],
  name: string,
): void {
  if (/^sg(-|$)/i.test(name))
    refuse(
      path,
      `must not be ${quoteForMessage(
        name,
      )}: a security group is named after it, and EC2 takes no name that begins with 'sg-'`,
    );
}
