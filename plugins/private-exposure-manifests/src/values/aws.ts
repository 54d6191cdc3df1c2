import { z } from 'zod';
import { patternText, quoteForMessage } from './text';

/** The AWS partitions that have PrivateLink. @public */
export const awsPartitions = [
  'aws',
  'aws-cn',
  'aws-us-gov',
  'aws-iso',
  'aws-iso-b',
  'aws-iso-e',
  'aws-iso-f',
  'aws-eusc',
] as const;

/** An AWS partition, the second part of an ARN. @public */
export const awsPartitionSchema = z.enum(awsPartitions);

/** A 12-digit AWS account id. @public */
export const awsAccountIdSchema = patternText({
  pattern: /^\d{12}$/,
  max: 12,
  expected:
    'an AWS account id of 12 digits (in quotes, so that a leading 0 stays)',
});

/**
 * An AWS region: a place of two to four letters, in some partitions a second word (`us-gov-`, `us-iso-`, `us-isob-`,
 * `eusc-de-`), a direction and a number, such as `ap-southeast-1`. Pattern checked against the region names of the
 * partitions in the AWS SDK's endpoint rules.
 *
 * @public
 */
export const awsRegionSchema = patternText({
  pattern: /^[a-z]{2,4}(-[a-z]{2,10}){1,2}-\d{1,2}$/,
  max: 25,
  expected: `an AWS region such as 'eu-west-1'`,
});

/** An availability zone's id such as `euw1-az1`, the same in every account. @public */
export const awsZoneIdSchema = patternText({
  pattern: /^[a-z]{2,6}\d-([a-z]{3}\d-)?az\d{1,2}$/,
  max: 25,
  expected: `a zone id such as 'euw1-az1' (not a zone name, which differs by account)`,
});

function resourceId(prefix: string, noun: string) {
  return patternText({
    pattern: new RegExp(`^${prefix}-([0-9a-f]{8}|[0-9a-f]{17})$`),
    max: prefix.length + 18,
    expected: `the id of a ${noun}, ${prefix}- and 8 or 17 hexadecimal digits`,
  });
}

/** Id of a subnet. @public */
export const subnetIdSchema = resourceId('subnet', 'subnet');
/** Id of a security group. @public */
export const securityGroupIdSchema = resourceId('sg', 'security group');
/** Id of a VPC. @public */
export const vpcIdSchema = resourceId('vpc', 'VPC');
/** Id of a managed prefix list. @public */
export const prefixListIdSchema = resourceId('pl', 'prefix list');
/** Id of a VPC endpoint. @public */
export const vpcEndpointIdSchema = resourceId('vpce', 'VPC endpoint');

/** Name of an endpoint service as consumers give it. @public */
export const endpointServiceNameSchema = patternText({
  pattern:
    /^([a-z]{2,4}\.)*com\.amazonaws\.vpce\.[a-z0-9-]{5,25}\.vpce-svc-([0-9a-f]{8}|[0-9a-f]{17})$/,
  max: 120,
  expected: `an endpoint service's name such as 'com.amazonaws.vpce.eu-west-1.vpce-svc-0123456789abcdef0'`,
});

/** The ARN of an SNS topic, standard topics only (a connection notification can't use FIFO). @public */
export const snsTopicArnSchema = patternText({
  pattern: new RegExp(
    `^arn:(${awsPartitions.join(
      '|',
    )}):sns:[a-z0-9-]{5,25}:\\d{12}:[A-Za-z0-9_-]{1,256}$`,
  ),
  max: 330,
  expected: 'the ARN of a standard SNS topic',
});

/**
 * Name of a load balancer: at most 32 letters, digits and `-`, no `-` at the ends, not `internal-…`
 * (Elastic Load Balancing API, CreateLoadBalancer).
 *
 * @public
 */
export const loadBalancerNameSchema = patternText({
  pattern: /^(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?$/,
  max: 32,
  expected: `a load balancer name (letters, digits and -, at most 32, not starting with 'internal-')`,
});

const TAG_TEXT = /^[\p{L}\p{N} +\-=._:/@]*$/u;

function isPlainTagText(text: string): boolean {
  return (
    TAG_TEXT.test(text) &&
    text === text.trim() &&
    text === text.normalize('NFC')
  );
}

/**
 * A tag's key: letters, digits, spaces and `+ - . _ : / @`. `=` is left out, for a controller would split there, and so
 * is the prefix `aws:`, which is AWS's own.
 *
 * @public
 */
export const awsTagKeySchema = z.string().superRefine((text, context) => {
  const isRefused =
    text === '' ||
    text.length > 127 ||
    text.includes('=') ||
    /^aws:/i.test(text) ||
    !isPlainTagText(text);
  if (isRefused) {
    context.addIssue({
      code: z.ZodIssueCode.custom,
      message: `must be a tag key (letters, digits, spaces and + - . _ : / @, at most 127, not starting with 'aws:'), not ${quoteForMessage(
        text,
      )}`,
    });
  }
});

/** A tag's value: letters, digits, spaces and `+ - = . _ : / @`, no space at the ends. @public */
export const awsTagValueSchema = z.string().superRefine((text, context) => {
  if (text.length > 255 || !isPlainTagText(text)) {
    context.addIssue({
      code: z.ZodIssueCode.custom,
      message: `must be a tag value (letters, digits, spaces and + - = . _ : / @, at most 255), not ${quoteForMessage(
        text,
      )}`,
    });
  }
});
