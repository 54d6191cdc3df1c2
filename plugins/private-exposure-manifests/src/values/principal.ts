import { patternText } from './text';
import { awsPartitions } from './aws';

const PARTITION = `(${awsPartitions.join('|')})`;
// ARNs with a path are not supported by endpoint service permissions, so a name has no slash.
const IAM_NAME = '[A-Za-z0-9+=,.@_-]{1,64}';

const PRINCIPAL = new RegExp(
  `^(\\*|\\d{12}|arn:${PARTITION}:iam::\\d{12}:(root|(user|role)/${IAM_NAME})|` +
    `arn:${PARTITION}:organizations::\\d{12}:(organization/o-[a-z0-9]{10,32}|ou/o-[a-z0-9]{10,32}/ou-[a-z0-9]{4,32}-[a-z0-9]{8,32}))$`,
);

/**
 * Who may ask to connect: an account id, the ARN of an account, user, role, organization or organizational unit, or `*`.
 *
 * @public
 */
export const principalSchema = patternText({
  pattern: PRINCIPAL,
  max: 200,
  expected: `an account id, the ARN of an account's root, user or role (without a path), of an organization or unit, or '*'`,
});

/**
 * Writes a principal the way the permission API takes it: an account id becomes the ARN of the account's root.
 *
 * @public
 */
export function toPrincipalArn(principal: string, partition: string): string {
  return /^\d{12}$/.test(principal)
    ? `arn:${partition}:iam::${principal}:root`
    : principal;
}
