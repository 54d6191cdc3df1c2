import { InvalidIntentError } from '../errors';
import { AwsCloudFrontIntent } from '../intents/awsCloudFront';
import {
  PublicEntranceIntent,
  VpcOriginIntent,
} from '../intents/cloudFrontOrigin';
import { CLOUDFRONT_REGION } from '../values/cloudFront';
import { NO_EGRESS } from './cloudFormationConsumer';
import { tagList, toLogicalId } from './cloudFormationExposure';
import { attributeOf } from './cloudFormationWebAcl';
import {
  CLOUDFRONT_PREFIX_LIST,
  makesOriginCertificate,
  makesOriginGroup,
  originGroupName,
  originListenerPort,
} from './cloudFrontParts';
import { ownerTagOf } from './ownerTagOf';
import { ManifestObject } from './types';

/** The parameter with the hosted zone of the names, which CloudFormation can't look up. @internal */
export const ZONE_PARAMETER: ManifestObject = {
  Type: 'AWS::Route53::HostedZone::Id',
  Description: 'Hosted zone that the published names lie in',
};

/** A certificate whose names CloudFormation proves by itself. @internal */
export function certificateResource(
  intent: AwsCloudFrontIntent,
  name: string,
): ManifestObject {
  const [first, ...others] = intent.hostNames;
  return {
    Type: 'AWS::CertificateManager::Certificate',
    Properties: {
      DomainName: first,
      DomainValidationOptions: intent.hostNames.map(DomainName => ({
        DomainName,
        HostedZoneId: { Ref: 'HostedZoneId' },
      })),
      ...(others.length ? { SubjectAlternativeNames: others } : {}),
      Tags: tagList(name, ownerTagOf(intent), intent.tags),
      ValidationMethod: 'DNS',
    },
  };
}

/**
 * The parameter with the load balancer that a controller makes, which CloudFormation can't look up: the VPC origin needs
 * its ARN.
 *
 * @internal
 */
export function loadBalancerArnParameter(
  { account, region }: AwsCloudFrontIntent,
  { loadBalancer }: VpcOriginIntent,
): ManifestObject {
  const kind = loadBalancer === 'network' ? 'net' : 'app';
  return {
    LoadBalancerArn: {
      Type: 'String',
      Description: 'ARN of the internal load balancer that the controller made',
      AllowedPattern: `arn:aws:elasticloadbalancing:${region}:${account}:loadbalancer/${kind}/.+`,
    },
  };
}

/** The parameter with its name, which the origin of the distribution needs. @internal */
export const LOAD_BALANCER_NAME_PARAMETER: ManifestObject = {
  LoadBalancerDnsName: {
    Type: 'String',
    Description: 'DNS name of that load balancer',
    AllowedPattern: '[A-Za-z0-9.-]+[.]amazonaws[.]com',
  },
};

/** CloudFront's way to the load balancer. @internal */
export function vpcOriginResource(
  intent: AwsCloudFrontIntent,
  origin: VpcOriginIntent,
): ManifestObject {
  const { name } = intent;
  const port = originListenerPort(intent, origin);
  const isHttps = origin.protocol === 'https';
  return {
    [`${toLogicalId(name)}VpcOrigin`]: {
      Type: 'AWS::CloudFront::VpcOrigin',
      Properties: {
        Tags: tagList(name, ownerTagOf(intent), intent.tags),
        VpcOriginEndpointConfig: {
          Arn: { Ref: 'LoadBalancerArn' },
          HTTPPort: isHttps ? 80 : port,
          HTTPSPort: isHttps ? port : 443,
          Name: name,
          OriginProtocolPolicy: isHttps ? 'https-only' : 'http-only',
          OriginSSLProtocols: ['TLSv1.2'],
        },
      },
    },
  };
}

/** The origin of a distribution that is a VPC origin. @internal */
export function vpcOriginItem({ name }: { name: string }): ManifestObject {
  return {
    DomainName: { Ref: 'LoadBalancerDnsName' },
    Id: name,
    VpcOriginConfig: {
      VpcOriginId: attributeOf(`${toLogicalId(name)}VpcOrigin`, 'Id'),
    },
  };
}

// CloudFormation puts a secret in while it deploys; the template has its name alone.
function secretHeaders({ secretHeader }: PublicEntranceIntent): ManifestObject {
  if (!secretHeader) return {};
  const { name, secretArn } = secretHeader;
  if (secretArn.split(':')[3] !== CLOUDFRONT_REGION) {
    throw new InvalidIntentError({
      field: 'origin.secretHeader.secretArn',
      message: `must be in ${CLOUDFRONT_REGION} with CloudFormation, which reads secrets in the region of the stack`,
    });
  }
  return {
    OriginCustomHeaders: [
      {
        HeaderName: name,
        HeaderValue: `{{resolve:secretsmanager:${secretArn}:SecretString}}`,
      },
    ],
  };
}

/** The origin of a distribution that is a public entrance. @internal */
export function publicOriginItem(
  { name }: { name: string },
  origin: PublicEntranceIntent,
): ManifestObject {
  return {
    CustomOriginConfig: {
      HTTPPort: 80,
      HTTPSPort: 443,
      OriginProtocolPolicy: 'https-only',
      OriginSSLProtocols: ['TLSv1.2'],
    },
    DomainName: origin.hostName,
    Id: name,
    ...secretHeaders(origin),
  };
}

/** The parameter with the list of CloudFront's addresses, which has another id in every region. @internal */
export const PREFIX_LIST_PARAMETER: ManifestObject = {
  Type: 'String',
  Description: `Id of the prefix list ${CLOUDFRONT_PREFIX_LIST} in this region`,
  AllowedPattern: 'pl-[0-9a-f]+',
};

/** The security group that lets in CloudFront and nobody else. @internal */
export function originGroupResource(
  intent: Pick<AwsCloudFrontIntent, 'name' | 'ownerTag' | 'entityRef' | 'tags'>,
  { vpc, port }: { vpc: string; port: number },
): ManifestObject {
  const name = originGroupName(intent);
  return {
    [`${toLogicalId(name)}Group`]: {
      Type: 'AWS::EC2::SecurityGroup',
      Properties: {
        GroupDescription: `CloudFront to the load balancer of ${intent.name}`,
        GroupName: name,
        SecurityGroupEgress: NO_EGRESS,
        // One rule alone: the list counts as 55 of the 60 rules that a group may have.
        SecurityGroupIngress: [
          {
            Description: 'From CloudFront',
            FromPort: port,
            IpProtocol: 'tcp',
            SourcePrefixListId: { Ref: 'CloudFrontPrefixList' },
            ToPort: port,
          },
        ],
        Tags: tagList(name, ownerTagOf(intent), intent.tags),
        VpcId: vpc,
      },
    },
  };
}

/**
 * The template of what the load balancer needs in its own region: certificate and security group. `undefined` where both
 * are there.
 *
 * @internal
 */
export function cloudFormationOriginStack(
  intent: AwsCloudFrontIntent,
  origin: VpcOriginIntent,
): ManifestObject | undefined {
  const { name, entityRef } = intent;
  const hasCertificate = makesOriginCertificate(origin);
  const port = originListenerPort(intent, origin);
  const { vpc } = origin;
  const group =
    makesOriginGroup(origin) && vpc
      ? originGroupResource(intent, { vpc, port })
      : undefined;
  if (!hasCertificate && !group) return undefined;
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `What the load balancer of ${name} needs, for ${entityRef}`,
    Parameters: {
      ...(hasCertificate ? { HostedZoneId: ZONE_PARAMETER } : {}),
      ...(group ? { CloudFrontPrefixList: PREFIX_LIST_PARAMETER } : {}),
    },
    Resources: {
      ...(hasCertificate
        ? {
            [`${toLogicalId(name)}OriginCertificate`]: certificateResource(
              intent,
              `${name}-origin`,
            ),
          }
        : {}),
      ...group,
    },
  };
}
