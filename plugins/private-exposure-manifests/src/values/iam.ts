import { awsPartitions } from './aws';
import { patternText } from './text';

const PARTITION = `(${awsPartitions.join('|')})`;

/** Name of an IAM role: at most 64 letters, digits and `+ = , . @ - _` (IAM API, CreateRole); `,` is left out. @public */
export const iamRoleNameSchema = patternText({
  pattern: /^[A-Za-z0-9+=.@_-]+$/,
  max: 64,
  expected: `a role's name (letters, digits and + = . @ _ -, at most 64)`,
});

/** ARN of an IAM role. @public */
export const iamRoleArnSchema = patternText({
  pattern: new RegExp(
    `^arn:${PARTITION}:iam::\\d{12}:role/([A-Za-z0-9+=.@_-]+/){0,8}[A-Za-z0-9+=.@_-]{1,64}$`,
  ),
  max: 600,
  expected: 'the ARN of a role',
});

/** ARN of an IAM policy. @public */
export const iamPolicyArnSchema = patternText({
  pattern: new RegExp(
    `^arn:${PARTITION}:iam::(\\d{12}|aws):policy/([A-Za-z0-9+=.@_-]+/){0,8}[A-Za-z0-9+=.@_-]{1,128}$`,
  ),
  max: 700,
  expected: 'the ARN of a policy',
});

/**
 * A cluster's OpenID Connect issuer, as `aws eks describe-cluster` has it under `cluster.identity.oidc.issuer`.
 *
 * @public
 */
export const clusterIssuerSchema = patternText({
  pattern:
    /^https:\/\/oidc\.eks\.[a-z0-9-]{5,25}\.(amazonaws\.com(\.cn)?|amazonaws\.eu|api\.aws)\/id\/[A-Z0-9]{32}$/,
  max: 150,
  expected: `the cluster's issuer such as 'https://oidc.eks.eu-west-1.amazonaws.com/id/EXAMPLED539D4633E53DE1B71EXAMPLE'`,
});
