import { HclBlock } from '../hcl/values';
import { AwsCloudFrontIntent } from '../intents/awsCloudFront';
import { CLOUDFRONT_REGION } from '../values/cloudFront';
import {
  ALL_METHODS,
  accessLogGroup,
  managedPolicies,
  viewerProtocol,
} from './cloudFrontParts';
import { ownerTagOf } from './ownerTagOf';
import {
  certificateValue,
  terraformCertificate,
  terraformNames,
} from './terraformCertificate';
import { tagsValue, toLabel } from './terraformExposure';
import {
  publicOriginBlock,
  terraformPublicOrigin,
  terraformVpcOrigin,
  vpcOriginBlock,
} from './terraformOrigin';
import {
  US_EAST_1,
  nestedBlock,
  referenceTo,
  resourceBlock,
} from './terraformResources';
import { terraformWebAcl, webAclValue } from './terraformWebAcl';

const DISTRIBUTION = 'aws_cloudfront_distribution';
const LOG_GROUP = 'aws_cloudwatch_log_group';

/** The provider for us-east-1, which a module declares once. @internal */
export const usEast1Provider: HclBlock = {
  type: 'provider',
  labels: ['aws'],
  attributes: { alias: 'us_east_1', region: CLOUDFRONT_REGION },
};

function behaviorBlock(intent: AwsCloudFrontIntent): HclBlock {
  return nestedBlock('default_cache_behavior', {
    target_origin_id: intent.name,
    viewer_protocol_policy: viewerProtocol(intent),
    allowed_methods: ALL_METHODS,
    cached_methods: ['GET', 'HEAD'],
    compress: true,
    cache_policy_id: managedPolicies.caching[intent.caching].id,
    origin_request_policy_id: managedPolicies.originRequest.id,
    response_headers_policy_id: managedPolicies.responseHeaders.id,
  });
}

function distributionBlock(intent: AwsCloudFrontIntent): HclBlock {
  const { name, origin, logs } = intent;
  return resourceBlock(
    DISTRIBUTION,
    toLabel(name),
    {
      enabled: true,
      comment: name,
      aliases: intent.hostNames,
      http_version: 'http2and3',
      is_ipv6_enabled: true,
      web_acl_id: webAclValue(intent),
      tags: tagsValue(name, ownerTagOf(intent), intent.tags),
    },
    [
      origin.type === 'vpc-origin'
        ? vpcOriginBlock(intent)
        : publicOriginBlock(intent, origin),
      behaviorBlock(intent),
      nestedBlock('restrictions', {}, [
        nestedBlock('geo_restriction', { restriction_type: 'none' }),
      ]),
      nestedBlock('viewer_certificate', {
        acm_certificate_arn: certificateValue(intent),
        minimum_protocol_version: intent.tlsPolicy,
        ssl_support_method: 'sni-only',
      }),
      ...(logs.bucket
        ? [
            nestedBlock('logging_config', {
              bucket: `${logs.bucket}.s3.amazonaws.com`,
              include_cookies: false,
              prefix: `cloudfront/${name}/`,
            }),
          ]
        : []),
    ],
  );
}

/** The distribution's log in CloudWatch, which is written to from us-east-1. */
function accessLogBlocks(intent: AwsCloudFrontIntent): HclBlock[] {
  const { name, logs } = intent;
  if (logs.bucket) return [];
  const label = toLabel(name);
  const tags = tagsValue(name, ownerTagOf(intent), intent.tags);
  const group = `${LOG_GROUP}.${label}_access`;
  const delivery = 'aws_cloudwatch_log_delivery';
  return [
    resourceBlock(LOG_GROUP, `${label}_access`, {
      ...US_EAST_1,
      name: accessLogGroup(intent),
      retention_in_days: logs.retentionDays,
      ...(logs.kmsKeyArn ? { kms_key_id: logs.kmsKeyArn } : {}),
      tags,
    }),
    resourceBlock(`${delivery}_source`, label, {
      ...US_EAST_1,
      name,
      log_type: 'ACCESS_LOGS',
      resource_arn: referenceTo(`${DISTRIBUTION}.${label}`, 'arn'),
      tags,
    }),
    resourceBlock(
      `${delivery}_destination`,
      label,
      { ...US_EAST_1, name, output_format: 'json', tags },
      [
        nestedBlock('delivery_destination_configuration', {
          destination_resource_arn: referenceTo(group, 'arn'),
        }),
      ],
    ),
    resourceBlock(delivery, label, {
      ...US_EAST_1,
      delivery_source_name: referenceTo(`${delivery}_source.${label}`, 'name'),
      delivery_destination_arn: referenceTo(
        `${delivery}_destination.${label}`,
        'arn',
      ),
      tags,
    }),
  ];
}

/**
 * A service behind CloudFront and AWS WAF as Terraform.
 *
 * @remarks the documentation of the provider hashicorp/aws, resource cloudfront_distribution
 *
 * @internal
 */
export function terraformCloudFront(intent: AwsCloudFrontIntent): HclBlock[] {
  const { origin, name } = intent;
  return [
    ...terraformCertificate(intent),
    ...terraformWebAcl(intent),
    ...(origin.type === 'vpc-origin'
      ? terraformVpcOrigin(intent, origin)
      : terraformPublicOrigin(intent, origin)),
    distributionBlock(intent),
    ...accessLogBlocks(intent),
    ...terraformNames(intent, `${DISTRIBUTION}.${toLabel(name)}`),
  ];
}
