import { HclBlock } from '../hcl/values';
import { AwsCloudFrontIntent } from '../intents/awsCloudFront';
import {
  PublicEntranceIntent,
  VpcOriginIntent,
} from '../intents/cloudFrontOrigin';
import { placeOfArn } from '../values/loadBalancer';
import {
  CLOUDFRONT_PREFIX_LIST,
  makesOriginCertificate,
  makesOriginGroup,
  originGroupName,
  originListenerPort,
  originLookupTags,
} from './cloudFrontParts';
import { ownerTagOf } from './ownerTagOf';
import { originValidation } from './terraformCertificate';
import { tagsValue, toLabel } from './terraformExposure';
import {
  US_EAST_1,
  dataBlock,
  nestedBlock,
  referenceTo,
  resourceBlock,
} from './terraformResources';

const GROUP = 'aws_security_group';
const GROUP_RULE = 'aws_vpc_security_group_ingress_rule';
const VPC_ORIGIN = 'aws_cloudfront_vpc_origin';
const PREFIX_LIST = 'aws_ec2_managed_prefix_list';
const SECRET = 'aws_secretsmanager_secret_version';

/** The security group that lets in CloudFront and nobody else. @internal */
export function terraformOriginGroup(
  intent: Pick<AwsCloudFrontIntent, 'name' | 'ownerTag' | 'entityRef' | 'tags'>,
  { vpc, port }: { vpc: string; port: number },
): HclBlock[] {
  const name = originGroupName(intent);
  const label = toLabel(name);
  const tags = tagsValue(name, ownerTagOf(intent), intent.tags);
  return [
    dataBlock(PREFIX_LIST, label, { name: CLOUDFRONT_PREFIX_LIST }),
    resourceBlock(GROUP, label, {
      name,
      description: `CloudFront to the load balancer of ${intent.name}`,
      vpc_id: vpc,
      tags,
    }),
    // One rule alone: the list counts as 55 of the 60 rules that a group may have.
    resourceBlock(GROUP_RULE, label, {
      security_group_id: referenceTo(`${GROUP}.${label}`, 'id'),
      description: 'From CloudFront',
      prefix_list_id: referenceTo(`data.${PREFIX_LIST}.${label}`, 'id'),
      ip_protocol: 'tcp',
      from_port: port,
      to_port: port,
      tags,
    }),
  ];
}

// The controller makes the load balancer once it finds certificate and group, so the look-up must not come before them.
function waitedFor(intent: AwsCloudFrontIntent, origin: VpcOriginIntent) {
  return [
    ...(makesOriginCertificate(origin) ? [originValidation(intent)] : []),
    ...(makesOriginGroup(origin)
      ? [referenceTo(`${GROUP_RULE}.${toLabel(originGroupName(intent))}`)]
      : []),
  ];
}

/**
 * A VPC origin as Terraform: the load balancer that a controller makes, looked up, and CloudFront's way to it.
 *
 * @remarks the documentation of the provider hashicorp/aws, resource cloudfront_vpc_origin
 *
 * @internal
 */
export function terraformVpcOrigin(
  intent: AwsCloudFrontIntent,
  origin: VpcOriginIntent,
): HclBlock[] {
  const { name } = intent;
  const label = toLabel(name);
  const port = originListenerPort(intent, origin);
  const isHttps = origin.protocol === 'https';
  const waits = waitedFor(intent, origin);
  return [
    ...(makesOriginGroup(origin) && origin.vpc
      ? terraformOriginGroup(intent, { vpc: origin.vpc, port })
      : []),
    dataBlock('aws_lb', label, {
      tags: { object: originLookupTags(intent, origin) },
      ...(waits.length ? { depends_on: waits } : {}),
    }),
    resourceBlock(
      VPC_ORIGIN,
      label,
      { tags: tagsValue(name, ownerTagOf(intent), intent.tags) },
      [
        nestedBlock(
          'vpc_origin_endpoint_config',
          {
            arn: referenceTo(`data.aws_lb.${label}`, 'arn'),
            http_port: isHttps ? 80 : port,
            https_port: isHttps ? port : 443,
            name,
            origin_protocol_policy: isHttps ? 'https-only' : 'http-only',
          },
          [
            nestedBlock('origin_ssl_protocols', {
              items: ['TLSv1.2'],
              quantity: 1,
            }),
          ],
        ),
      ],
    ),
  ];
}

/** The origin of a distribution that is a VPC origin. @internal */
export function vpcOriginBlock({ name }: { name: string }): HclBlock {
  const label = toLabel(name);
  return nestedBlock(
    'origin',
    {
      domain_name: referenceTo(`data.aws_lb.${label}`, 'dns_name'),
      origin_id: name,
    },
    [
      nestedBlock('vpc_origin_config', {
        vpc_origin_id: referenceTo(`${VPC_ORIGIN}.${label}`, 'id'),
      }),
    ],
  );
}

/** The origin of a distribution that is a public entrance. @internal */
export function publicOriginBlock(
  { name }: { name: string },
  { hostName, secretHeader }: PublicEntranceIntent,
): HclBlock {
  return nestedBlock('origin', { domain_name: hostName, origin_id: name }, [
    ...(secretHeader
      ? [
          nestedBlock('custom_header', {
            name: secretHeader.name,
            value: referenceTo(
              `data.${SECRET}.${toLabel(name)}`,
              'secret_string',
            ),
          }),
        ]
      : []),
    nestedBlock('custom_origin_config', {
      http_port: 80,
      https_port: 443,
      origin_protocol_policy: 'https-only',
      origin_ssl_protocols: ['TLSv1.2'],
    }),
  ]);
}

/** What the public entrance's origin looks up, where the secret is kept. @internal */
export function terraformPublicOrigin(
  { name, region }: AwsCloudFrontIntent,
  { secretHeader }: PublicEntranceIntent,
): HclBlock[] {
  if (!secretHeader) return [];
  const { secretArn } = secretHeader;
  const isElsewhere = placeOfArn(secretArn).region !== region;
  return [
    dataBlock(SECRET, toLabel(name), {
      ...(isElsewhere ? US_EAST_1 : {}),
      secret_id: secretArn,
    }),
  ];
}
