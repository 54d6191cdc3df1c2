import { InvalidIntentError } from '../errors';
import { AwsPrivateLinkExposureIntent } from '../intents/exposure';
import { toPrincipalArn } from '../values/principal';
import { ownerTagOf } from './ownerTagOf';
import { ManifestObject } from './types';

/** A logical id: letters and digits, each word with a capital. @internal */
export function toLogicalId(name: string): string {
  return name
    .split('-')
    .map(word => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join('');
}

/** Logical ids of an endpoint service, and of what says who has access to it. @internal */
export function accessIds(serviceName: string): {
  service: string;
  permissions: string;
  notification: string;
} {
  const id = toLogicalId(serviceName);
  return {
    service: `${id}Service`,
    permissions: `${id}Permissions`,
    notification: `${id}Notification`,
  };
}

/** Tags the way CloudFormation lists them. @internal */
export function tagList(
  name: string,
  owner: Record<string, string>,
  tags: Record<string, string>,
): ManifestObject[] {
  return Object.entries({ Name: name, ...owner, ...tags }).map(
    ([Key, Value]) => ({ Key, Value }),
  );
}

function serviceProperties({
  endpointService: service,
  ...intent
}: AwsPrivateLinkExposureIntent): ManifestObject {
  const regions = [intent.region, ...service.supportedRegions];
  return {
    AcceptanceRequired: service.acceptanceRequired,
    NetworkLoadBalancerArns: [
      { Ref: `${toLogicalId(service.name)}LoadBalancerArn` },
    ],
    ...(service.privateDns ? { PrivateDnsName: service.privateDns.name } : {}),
    ...(service.supportedRegions.length ? { SupportedRegions: regions } : {}),
    Tags: tagList(service.name, ownerTagOf(intent), service.tags),
  };
}

/** Who may ask for a connection, and who hears of it. */
function accessResources({
  endpointService: service,
  partition,
}: AwsPrivateLinkExposureIntent): ManifestObject {
  const ids = accessIds(service.name);
  const reference = { Ref: ids.service };
  const principals = service.grants.map(({ principal }) =>
    toPrincipalArn(principal, partition),
  );
  return {
    ...(principals.length
      ? {
          [ids.permissions]: {
            Type: 'AWS::EC2::VPCEndpointServicePermissions',
            Properties: {
              AllowedPrincipals: principals,
              ServiceId: reference,
            },
          },
        }
      : {}),
    ...(service.notification
      ? {
          [ids.notification]: {
            Type: 'AWS::EC2::VPCEndpointConnectionNotification',
            Properties: {
              ConnectionEvents: service.notification.events,
              ConnectionNotificationArn: service.notification.topicArn,
              ServiceId: reference,
            },
          },
        }
      : {}),
  };
}

/**
 * The endpoint service of an exposure as a CloudFormation template. User values are literals: there is no `Fn::Sub`.
 *
 * @remarks
 * CloudFormation can't look a load balancer up by tag, so its ARN is a parameter. It has no resource that asks AWS to
 * check a domain, so an intent with that is refused rather than half done (AWS CloudFormation template reference,
 * "AWS::EC2::VPCEndpointService").
 *
 * @throws {@link InvalidIntentError}
 * @internal
 */
export function cloudFormationExposure(
  intent: AwsPrivateLinkExposureIntent,
): ManifestObject {
  const { endpointService: service, partition, entityRef } = intent;
  if (service.privateDns?.verify) {
    throw new InvalidIntentError({
      field: 'endpointService.privateDns.verify',
      message: `can't be asked for by CloudFormation; leave it out and ask from the entity page, or with 'aws ec2 start-vpc-endpoint-service-private-dns-verification'`,
    });
  }
  const id = toLogicalId(service.name);
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `Endpoint service ${service.name} of ${entityRef}`,
    Parameters: {
      [`${id}LoadBalancerArn`]: {
        Type: 'String',
        Description:
          'ARN of the Network Load Balancer that the controller made',
        AllowedPattern: `arn:${partition}:elasticloadbalancing:${intent.region}:${intent.account}:loadbalancer/net/.+`,
      },
    },
    Resources: {
      [`${id}Service`]: {
        Type: 'AWS::EC2::VPCEndpointService',
        Properties: serviceProperties(intent),
      },
      ...accessResources(intent),
    },
  };
}
