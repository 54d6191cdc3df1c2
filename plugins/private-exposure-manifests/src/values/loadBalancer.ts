import { awsPartitions } from './aws';
import { patternText } from './text';

const PARTITION = `(${awsPartitions.join('|')})`;

/**
 * ARN of a certificate that a listener can have: in AWS Certificate Manager, or a server certificate of IAM
 * (Elastic Load Balancing API, Certificate).
 *
 * @public
 */
export const listenerCertificateArnSchema = patternText({
  pattern: new RegExp(
    `^arn:${PARTITION}:(acm:[a-z0-9-]{5,25}:\\d{12}:certificate/[A-Za-z0-9-]{1,64}|iam::\\d{12}:server-certificate/[A-Za-z0-9_+=.@/-]{1,300})$`,
  ),
  max: 400,
  expected: 'the ARN of a certificate in AWS Certificate Manager or IAM',
});

/**
 * ARN of a web ACL of AWS WAF that a load balancer takes: a regional one (AWS WAF developer guide, "Resources that you
 * can protect").
 *
 * @public
 */
export const regionalWebAclArnSchema = patternText({
  pattern: new RegExp(
    `^arn:${PARTITION}:wafv2:[a-z0-9-]{5,25}:\\d{12}:regional/webacl/[A-Za-z0-9_-]{1,128}/[0-9a-f-]{36}$`,
  ),
  max: 300,
  expected:
    'the ARN of a regional web ACL (arn:aws:wafv2:<region>:…:regional/webacl/…), the only kind that a load balancer takes',
});

/** Name of a security policy for TLS of Elastic Load Balancing. @public */
export const tlsPolicyNameSchema = patternText({
  pattern: /^ELBSecurityPolicy-[A-Za-z0-9-]{1,80}$/,
  max: 100,
  expected: `a TLS policy such as 'ELBSecurityPolicy-TLS13-1-2-2021-06'`,
});

/** Account and region that an ARN names; the region is empty where the service has none. @internal */
export function placeOfArn(arn: string): { region: string; account: string } {
  const [, , , region = '', account = ''] = arn.split(':');
  return { region, account };
}
