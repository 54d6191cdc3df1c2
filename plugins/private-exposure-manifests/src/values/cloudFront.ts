import { patternText } from './text';

/** Where CloudFront's certificates, web ACLs and logs are kept. @internal */
export const CLOUDFRONT_REGION = 'us-east-1';

const ACCOUNT = String.raw`\d{12}`;
const REGION = '[a-z0-9-]{5,25}';

/**
 * ARN of a certificate in AWS Certificate Manager. Which region it has to be of depends on who uses it: CloudFront takes
 * those of us-east-1, a load balancer those of its own.
 *
 * @public
 */
export const acmCertificateArnSchema = patternText({
  pattern: new RegExp(
    `^arn:aws:acm:${REGION}:${ACCOUNT}:certificate/[A-Za-z0-9-]{1,64}$`,
  ),
  max: 200,
  expected: 'the ARN of a certificate in AWS Certificate Manager',
});

/**
 * ARN of a web ACL of AWS WAF that CloudFront takes: global, which means kept in us-east-1
 * (AWS WAF developer guide, "Resources that you can protect").
 *
 * @public
 */
export const globalWebAclArnSchema = patternText({
  pattern: new RegExp(
    `^arn:aws:wafv2:us-east-1:${ACCOUNT}:global/webacl/[A-Za-z0-9_-]{1,128}/[0-9a-f-]{36}$`,
  ),
  max: 300,
  expected:
    'the ARN of a global web ACL (arn:aws:wafv2:us-east-1:…:global/webacl/…), the only kind that CloudFront takes',
});

/** ARN of a key in AWS KMS. @public */
export const kmsKeyArnSchema = patternText({
  pattern: new RegExp(
    `^arn:aws:kms:${REGION}:${ACCOUNT}:key/[A-Za-z0-9-]{1,64}$`,
  ),
  max: 200,
  expected: 'the ARN of a KMS key',
});

/** ARN of a secret in AWS Secrets Manager. @public */
export const secretArnSchema = patternText({
  pattern: new RegExp(
    `^arn:aws:secretsmanager:${REGION}:${ACCOUNT}:secret:[A-Za-z0-9/_+=.@-]{1,519}$`,
  ),
  max: 620,
  expected: 'the ARN of a secret in AWS Secrets Manager',
});

/** Name of an S3 bucket without dots, with which CloudFront's logs can be written. @public */
export const bucketNameSchema = patternText({
  pattern: /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
  max: 63,
  expected: 'the name of an S3 bucket (lower case letters, digits and -)',
});
