import { AwsCloudFrontIntent } from '../intents/awsCloudFront';
import { tagList, toLogicalId } from './cloudFormationExposure';
import {
  LOAD_BALANCER_NAME_PARAMETER,
  ZONE_PARAMETER,
  certificateResource,
  loadBalancerArnParameter,
  publicOriginItem,
  vpcOriginItem,
  vpcOriginResource,
} from './cloudFormationOrigin';
import {
  attributeOf,
  cloudFormationWebAcl,
  webAclArn,
} from './cloudFormationWebAcl';
import {
  ALL_METHODS,
  CLOUDFRONT_ZONE,
  accessLogGroup,
  managedPolicies,
  viewerProtocol,
} from './cloudFrontParts';
import { ownerTagOf } from './ownerTagOf';
import { ManifestObject } from './types';

function distributionConfig(intent: AwsCloudFrontIntent): ManifestObject {
  const { name, origin, logs } = intent;
  const id = toLogicalId(name);
  return {
    Aliases: intent.hostNames,
    Comment: name,
    DefaultCacheBehavior: {
      AllowedMethods: ALL_METHODS,
      CachePolicyId: managedPolicies.caching[intent.caching].id,
      CachedMethods: ['GET', 'HEAD'],
      Compress: true,
      OriginRequestPolicyId: managedPolicies.originRequest.id,
      ResponseHeadersPolicyId: managedPolicies.responseHeaders.id,
      TargetOriginId: name,
      ViewerProtocolPolicy: viewerProtocol(intent),
    },
    Enabled: true,
    HttpVersion: 'http2and3',
    IPV6Enabled: true,
    ...(logs.bucket
      ? {
          Logging: {
            Bucket: `${logs.bucket}.s3.amazonaws.com`,
            IncludeCookies: false,
            Prefix: `cloudfront/${name}/`,
          },
        }
      : {}),
    Origins: [
      origin.type === 'vpc-origin'
        ? vpcOriginItem(intent)
        : publicOriginItem(intent, origin),
    ],
    Restrictions: { GeoRestriction: { RestrictionType: 'none' } },
    ViewerCertificate: {
      AcmCertificateArn: { Ref: `${id}Certificate` },
      MinimumProtocolVersion: intent.tlsPolicy,
      SslSupportMethod: 'sni-only',
    },
    WebACLId: webAclArn(intent),
  };
}

function accessLogs(intent: AwsCloudFrontIntent): ManifestObject {
  const { name, logs } = intent;
  if (logs.bucket) return {};
  const id = toLogicalId(name);
  const Tags = tagList(name, ownerTagOf(intent), intent.tags);
  return {
    [`${id}AccessLogs`]: {
      Type: 'AWS::Logs::LogGroup',
      Properties: {
        LogGroupName: accessLogGroup(intent),
        RetentionInDays: logs.retentionDays,
        ...(logs.kmsKeyArn ? { KmsKeyId: logs.kmsKeyArn } : {}),
        Tags,
      },
    },
    [`${id}LogSource`]: {
      Type: 'AWS::Logs::DeliverySource',
      Properties: {
        LogType: 'ACCESS_LOGS',
        Name: name,
        ResourceArn: {
          'Fn::Join': [
            '',
            [
              `arn:aws:cloudfront::${intent.account}:distribution/`,
              { Ref: `${id}Distribution` },
            ],
          ],
        },
        Tags,
      },
    },
    [`${id}LogDestination`]: {
      Type: 'AWS::Logs::DeliveryDestination',
      Properties: {
        DestinationResourceArn: attributeOf(`${id}AccessLogs`, 'Arn'),
        Name: name,
        OutputFormat: 'json',
        Tags,
      },
    },
    [`${id}LogDelivery`]: {
      Type: 'AWS::Logs::Delivery',
      // The delivery names its source by text, which says nothing of the order.
      DependsOn: `${id}LogSource`,
      Properties: {
        DeliveryDestinationArn: attributeOf(`${id}LogDestination`, 'Arn'),
        DeliverySourceName: name,
        Tags,
      },
    },
  };
}

function names(intent: AwsCloudFrontIntent): ManifestObject {
  const id = toLogicalId(intent.name);
  const records = intent.hostNames.flatMap((hostName, index) =>
    (['A', 'AAAA'] as const).map((Type): [string, ManifestObject] => [
      `${id}${Type === 'A' ? 'Ipv4' : 'Ipv6'}Name${index}`,
      {
        Type: 'AWS::Route53::RecordSet',
        Properties: {
          AliasTarget: {
            DNSName: attributeOf(`${id}Distribution`, 'DomainName'),
            HostedZoneId: CLOUDFRONT_ZONE,
          },
          HostedZoneId: { Ref: 'HostedZoneId' },
          Name: hostName,
          Type,
        },
      },
    ]),
  );
  return Object.fromEntries(records);
}

/**
 * A service behind CloudFront and AWS WAF as a CloudFormation template for us-east-1, where CloudFront's certificates and
 * web ACLs have to be. What the load balancer needs in its own region has a template of its own. User values are
 * literals: there is no `Fn::Sub`.
 *
 * @throws {@link InvalidIntentError}
 * @internal
 */
export function cloudFormationCloudFront(
  intent: AwsCloudFrontIntent,
): ManifestObject {
  const { name, origin, entityRef } = intent;
  const id = toLogicalId(name);
  const isVpcOrigin = origin.type === 'vpc-origin';
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `CloudFront distribution ${name} of ${entityRef}, for us-east-1`,
    Parameters: {
      HostedZoneId: ZONE_PARAMETER,
      ...(isVpcOrigin
        ? {
            ...loadBalancerArnParameter(intent, origin),
            ...LOAD_BALANCER_NAME_PARAMETER,
          }
        : {}),
    },
    Resources: {
      [`${id}Certificate`]: certificateResource(intent, name),
      ...cloudFormationWebAcl(intent),
      ...(isVpcOrigin ? vpcOriginResource(intent, origin) : {}),
      [`${id}Distribution`]: {
        Type: 'AWS::CloudFront::Distribution',
        Properties: {
          DistributionConfig: distributionConfig(intent),
          Tags: tagList(name, ownerTagOf(intent), intent.tags),
        },
      },
      ...accessLogs(intent),
      ...names(intent),
    },
  };
}
