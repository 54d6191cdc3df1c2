import {
  AwsPrivateLinkConsumerIntent,
  TrafficSource,
  regionOfService,
} from '../intents/consumer';
import { tagList, toLogicalId } from './cloudFormationExposure';
import { ownerTagOf } from './ownerTagOf';
import { groupDescription, ruleDescription } from './terraformConsumer';
import { ManifestObject } from './types';

function ingressSource(source: TrafficSource): ManifestObject {
  switch (source.type) {
    case 'cidr':
      return source.cidr.includes(':')
        ? { CidrIpv6: source.cidr }
        : { CidrIp: source.cidr };
    case 'security-group':
      return { SourceSecurityGroupId: source.id };
    default:
      return { SourcePrefixListId: source.id };
  }
}

function egressRules(
  intent: AwsPrivateLinkConsumerIntent,
  id: string,
): ManifestObject {
  const { ports, sources, allowSourceEgress } = intent.securityGroup;
  const groups = sources.flatMap(source =>
    source.type === 'security-group' ? [source.id] : [],
  );
  const rules = allowSourceEgress
    ? groups.flatMap(group => ports.map(port => ({ group, port })))
    : [];
  return Object.fromEntries(
    rules.map(({ group, port }) => [
      `${id}Egress${port}${group.replace('-', '')}`,
      {
        Type: 'AWS::EC2::SecurityGroupEgress',
        Properties: {
          Description: `To the endpoint ${intent.name}`,
          DestinationSecurityGroupId: {
            'Fn::GetAtt': [`${id}SecurityGroup`, 'GroupId'],
          },
          FromPort: port,
          GroupId: group,
          IpProtocol: 'tcp',
          ToPort: port,
        },
      },
    ]),
  );
}

/**
 * Rules for a group that sends nothing: without one of its own it may send anything anywhere, and AWS drops 127.0.0.1/32.
 *
 * @internal
 */
export const NO_EGRESS: ManifestObject[] = [
  {
    CidrIp: '127.0.0.1/32',
    Description: 'Sends nothing',
    FromPort: 1,
    IpProtocol: 'tcp',
    ToPort: 1,
  },
];

/** Logical id of a consumer's endpoint. @internal */
export function endpointId({ name }: AwsPrivateLinkConsumerIntent): string {
  return `${toLogicalId(name)}Endpoint`;
}

/** The consumer's endpoint as a CloudFormation template. User values are literals. @internal */
export function cloudFormationConsumer(
  intent: AwsPrivateLinkConsumerIntent,
): ManifestObject {
  const id = toLogicalId(intent.name);
  const tags = tagList(intent.name, ownerTagOf(intent), intent.tags);
  const { ports, sources } = intent.securityGroup;
  const serviceRegion = regionOfService(intent.serviceName);
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `Endpoint ${intent.name} of ${intent.entityRef}`,
    Resources: {
      [`${id}SecurityGroup`]: {
        Type: 'AWS::EC2::SecurityGroup',
        Properties: {
          GroupDescription: groupDescription(intent),
          GroupName: `${intent.name}-endpoint`,
          SecurityGroupEgress: NO_EGRESS,
          SecurityGroupIngress: sources.flatMap(source =>
            ports.map(port => ({
              Description: ruleDescription(port, source),
              FromPort: port,
              IpProtocol: 'tcp',
              ToPort: port,
              ...ingressSource(source),
            })),
          ),
          Tags: tags,
          VpcId: intent.vpc,
        },
      },
      ...egressRules(intent, id),
      [endpointId(intent)]: {
        Type: 'AWS::EC2::VPCEndpoint',
        Properties: {
          PrivateDnsEnabled: intent.privateDns.enabled,
          SecurityGroupIds: [
            { 'Fn::GetAtt': [`${id}SecurityGroup`, 'GroupId'] },
          ],
          ServiceName: intent.serviceName,
          ...(serviceRegion === intent.region
            ? {}
            : { ServiceRegion: serviceRegion }),
          SubnetIds: intent.subnets,
          Tags: tags,
          VpcEndpointType: 'Interface',
          VpcId: intent.vpc,
        },
      },
    },
  };
}
