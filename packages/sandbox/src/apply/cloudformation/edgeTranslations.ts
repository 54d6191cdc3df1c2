import { Args } from '../resources/args';
import { isMap, Value } from '../terraform/expression';
import { toTerraform } from './toTerraform';

/** A resource of a template as a Terraform resource that does the same. @internal */
export interface TranslatedResource {
  /** What to add to the resource's address. */
  suffix: string;
  type: string;
  args: Args;
}

type Translate = (properties: Args) => TranslatedResource[];

/** Properties whose names differ by spelling, but for those of `renames`. */
function plain(type: string, renames: Record<string, string> = {}): Translate {
  return properties => {
    const { Tags, ...rest } = properties;
    const args = Object.entries(rest).map(([property, value]) =>
      Object.hasOwn(renames, property)
        ? ([renames[property], toTerraform(value)] as const)
        : Object.entries(asMap(toTerraform({ [property]: value })))[0],
    );
    return [
      {
        suffix: '',
        type,
        args: { ...Object.fromEntries(args), ...toTags(Tags) },
      },
    ];
  };
}

/**
 * The resources of CloudFront, WAF, certificates, DNS, logs, shares and identities, by their CloudFormation type.
 * @internal
 */
export const edgeTranslations: Readonly<Record<string, Translate>> = {
  'AWS::CloudFront::Distribution': ({ DistributionConfig, ...rest }) => {
    const config = asMap(DistributionConfig);
    const origins = [config.Origins ?? []].flat().map(origin => {
      const { Id, ...others } = asMap(origin);
      return { ...others, OriginId: Id };
    });
    return plain('aws_cloudfront_distribution')({
      ...rest,
      ...config,
      Origins: origins,
    });
  },
  'AWS::CloudFront::VpcOrigin': plain('aws_cloudfront_vpc_origin'),
  'AWS::WAFv2::WebACL': plain('aws_wafv2_web_acl'),
  'AWS::WAFv2::IPSet': plain('aws_wafv2_ip_set'),
  'AWS::WAFv2::LoggingConfiguration': plain(
    'aws_wafv2_web_acl_logging_configuration',
  ),
  'AWS::CertificateManager::Certificate': plain('cloudformation_certificate'),
  'AWS::Route53::RecordSet': ({ AliasTarget, ...properties }) => {
    const { DNSName, HostedZoneId, EvaluateTargetHealth } = asMap(AliasTarget);
    const [record] = plain('aws_route53_record', {
      HostedZoneId: 'zone_id',
      ResourceRecords: 'records',
    })(properties);
    if (!AliasTarget) return [record];
    const alias = {
      name: DNSName ?? null,
      zone_id: HostedZoneId ?? null,
      evaluate_target_health: EvaluateTargetHealth ?? false,
    };
    return [{ ...record, args: { ...record.args, alias } }];
  },
  'AWS::Logs::LogGroup': plain('aws_cloudwatch_log_group', {
    LogGroupName: 'name',
  }),
  'AWS::Logs::DeliverySource': plain('aws_cloudwatch_log_delivery_source'),
  'AWS::Logs::DeliveryDestination': plain(
    'aws_cloudwatch_log_delivery_destination',
  ),
  'AWS::Logs::Delivery': plain('aws_cloudwatch_log_delivery'),
  'AWS::IAM::OIDCProvider': plain('aws_iam_openid_connect_provider'),
  'AWS::IAM::ManagedPolicy': ({ PolicyDocument, ...properties }) => {
    const [policy] = plain('aws_iam_policy', { ManagedPolicyName: 'name' })(
      properties,
    );
    const document = JSON.stringify(PolicyDocument);
    return [{ ...policy, args: { ...policy.args, policy: document } }];
  },
  'AWS::IAM::Role': translateRole,
  'AWS::RAM::ResourceShare': plain('aws_ram_resource_share'),
};

function translateRole({
  AssumeRolePolicyDocument,
  ManagedPolicyArns,
  ...properties
}: Args): TranslatedResource[] {
  const [role] = plain('aws_iam_role', { RoleName: 'name' })(properties);
  const trust = JSON.stringify(AssumeRolePolicyDocument);
  const attachments = [ManagedPolicyArns ?? []].flat().map(arn => ({
    suffix: `/${String(arn)}`,
    type: 'aws_iam_role_policy_attachment',
    args: { role: role.args.name ?? null, policy_arn: arn },
  }));
  return [
    { ...role, args: { ...role.args, assume_role_policy: trust } },
    ...attachments,
  ];
}

function toTags(tags: Value | undefined): Args {
  if (!Array.isArray(tags)) return {};
  const entries = tags
    .filter(isMap)
    .map(({ Key, Value: text }) => [String(Key), text] as const);
  return { tags: Object.fromEntries(entries) };
}

function asMap(value: Value | undefined): Args {
  return isMap(value) ? value : {};
}
