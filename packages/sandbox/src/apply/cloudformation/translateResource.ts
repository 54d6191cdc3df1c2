import { InputError } from '@backstage/errors';
import { Args } from '../resources/args';
import { edgeTranslations, TranslatedResource } from './edgeTranslations';
import { isMap, Value } from '../terraform/expression';

interface Translation {
  type: string;
  /** Terraform's argument by CloudFormation's property. */
  names: Record<string, string>;
}

const TRANSLATIONS: Record<string, Translation> = {
  'AWS::EC2::VPCEndpointService': {
    type: 'aws_vpc_endpoint_service',
    names: {
      NetworkLoadBalancerArns: 'network_load_balancer_arns',
      AcceptanceRequired: 'acceptance_required',
      PrivateDnsName: 'private_dns_name',
      SupportedIpAddressTypes: 'supported_ip_address_types',
      SupportedRegions: 'supported_regions',
      Tags: 'tags',
    },
  },
  'AWS::EC2::VPCEndpoint': {
    type: 'aws_vpc_endpoint',
    names: {
      ServiceName: 'service_name',
      ServiceRegion: 'service_region',
      VpcId: 'vpc_id',
      SubnetIds: 'subnet_ids',
      SecurityGroupIds: 'security_group_ids',
      PrivateDnsEnabled: 'private_dns_enabled',
      VpcEndpointType: 'vpc_endpoint_type',
      PolicyDocument: 'policy',
      Tags: 'tags',
    },
  },
  'AWS::EC2::VPCEndpointConnectionNotification': {
    type: 'aws_vpc_endpoint_connection_notification',
    names: {
      ServiceId: 'vpc_endpoint_service_id',
      VPCEndpointId: 'vpc_endpoint_id',
      ConnectionNotificationArn: 'connection_notification_arn',
      ConnectionEvents: 'connection_events',
    },
  },
  'AWS::EC2::SecurityGroup': {
    type: 'aws_security_group',
    names: {
      GroupName: 'name',
      GroupDescription: 'description',
      VpcId: 'vpc_id',
      SecurityGroupIngress: 'ingress',
      SecurityGroupEgress: 'egress',
      Tags: 'tags',
    },
  },
  'AWS::EC2::SecurityGroupIngress': {
    type: 'aws_vpc_security_group_ingress_rule',
    names: {
      GroupId: 'security_group_id',
      CidrIp: 'cidr_ipv4',
      CidrIpv6: 'cidr_ipv6',
      FromPort: 'from_port',
      ToPort: 'to_port',
      IpProtocol: 'ip_protocol',
      SourceSecurityGroupId: 'referenced_security_group_id',
      SourcePrefixListId: 'prefix_list_id',
      SourceSecurityGroupOwnerId: 'source_owner_id',
      Description: 'description',
    },
  },
  'AWS::SNS::Topic': { type: 'aws_sns_topic', names: { TopicName: 'name' } },
  'AWS::SNS::TopicPolicy': { type: 'aws_sns_topic_policy', names: {} },
};

// Lists of strings, by the property; CloudFormation makes no string of anything else that holds one.
const TEXT_LISTS: ReadonlySet<string> = new Set([
  'ConnectionEvents',
  'NetworkLoadBalancerArns',
  'SecurityGroupIds',
  'SubnetIds',
  'SupportedIpAddressTypes',
  'SupportedRegions',
]);

function refuseOtherThanTexts(property: string, value: Value): void {
  const items = Array.isArray(value) ? value : [value];
  const wrong = items.findIndex(item => isMap(item) || Array.isArray(item));
  if (!Array.isArray(value) || wrong >= 0) {
    throw new InputError(
      `Properties validation failed: #/${property}${
        Array.isArray(value) ? `/${wrong}: expected String` : ': expected Array'
      }`,
    );
  }
}

/**
 * One resource of a template as the Terraform resources that do the same.
 *
 * @returns pairs of what to add to the resource's address, and the resource
 * @throws InputError for a type or a property that the sandbox does not apply.
 * @internal
 */
export function translateResource(
  type: string,
  properties: Args,
): TranslatedResource[] {
  if (Object.hasOwn(edgeTranslations, type)) {
    return edgeTranslations[type](properties);
  }
  if (type === 'AWS::EC2::VPCEndpointServicePermissions') {
    const principals = properties.AllowedPrincipals;
    return (Array.isArray(principals) ? principals : []).map(principal => ({
      suffix: `[${JSON.stringify(principal)}]`,
      type: 'aws_vpc_endpoint_service_allowed_principal',
      args: {
        vpc_endpoint_service_id: properties.ServiceId ?? null,
        principal_arn: principal,
      },
    }));
  }
  if (!Object.hasOwn(TRANSLATIONS, type)) {
    throw new InputError(
      `The sandbox does not apply resources of type '${type}'`,
    );
  }
  const translation = TRANSLATIONS[type];
  if (type === 'AWS::SNS::TopicPolicy') {
    const [arn] = Array.isArray(properties.Topics) ? properties.Topics : [];
    return [{ suffix: '', type: translation.type, args: { arn: arn ?? null } }];
  }
  const args = Object.entries(properties).map(([property, value]) => {
    if (!Object.hasOwn(translation.names, property)) {
      throw new InputError(`'${type}' has no property '${property}' here`);
    }
    return [translation.names[property], translateValue(property, value)];
  });
  return [
    { suffix: '', type: translation.type, args: Object.fromEntries(args) },
  ];
}

function translateValue(property: string, value: Value): Value {
  if (property === 'Tags' && Array.isArray(value)) {
    const tags = value
      .filter(isMap)
      .map(({ Key, Value: text }) => [String(Key), text]);
    return Object.fromEntries(tags);
  }
  if (property === 'PolicyDocument' && isMap(value)) {
    return JSON.stringify(value);
  }
  if (TEXT_LISTS.has(property)) {
    refuseOtherThanTexts(property, value);
  }
  if (/^SecurityGroup(In|E)gress$/.test(property) && Array.isArray(value)) {
    return value.filter(isMap).map(rule => ({
      protocol: rule.IpProtocol ?? null,
      from_port: rule.FromPort ?? null,
      to_port: rule.ToPort ?? null,
      description: rule.Description ?? null,
      cidr_blocks: rule.CidrIp ? [rule.CidrIp] : [],
      security_groups: rule.SourceSecurityGroupId
        ? [rule.SourceSecurityGroupId]
        : [],
      prefix_list_ids: rule.SourcePrefixListId ? [rule.SourcePrefixListId] : [],
    }));
  }
  return value;
}
