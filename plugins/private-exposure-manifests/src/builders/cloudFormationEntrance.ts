import { AwsPublicEntranceIntent } from '../intents/awsPublicEntrance';
import { tagList } from './cloudFormationExposure';
import {
  PREFIX_LIST_PARAMETER,
  originGroupResource,
} from './cloudFormationOrigin';
import { ENTRANCE_PORT } from './entranceService';
import {
  ZONE_ACTIONS,
  ZONE_LISTING,
  externalDnsRoleName,
} from './externalDnsRole';
import { ownerTagOf } from './ownerTagOf';
import { toConditionObject, toStatementObjects } from './policyStatement';
import {
  TrustedServiceAccount,
  identityProviderOf,
  serviceAccountConditions,
} from './serviceAccountTrust';
import { ManifestObject } from './types';

const VERSION = '2012-10-17';

function policyResource(intent: AwsPublicEntranceIntent): ManifestObject {
  const zone = {
    'Fn::Join': [
      '',
      ['arn:aws:route53:::hostedzone/', { Ref: 'HostedZoneId' }],
    ],
  };
  return {
    Type: 'AWS::IAM::ManagedPolicy',
    Properties: {
      ManagedPolicyName: externalDnsRoleName(intent),
      Description: `external-dns of cluster ${intent.cluster}`,
      PolicyDocument: {
        Version: VERSION,
        Statement: [
          {
            Sid: 'Zone',
            Effect: 'Allow',
            Action: ZONE_ACTIONS,
            Resource: zone,
          },
          ...toStatementObjects([ZONE_LISTING]),
        ],
      },
    },
  };
}

function roleResource(
  intent: AwsPublicEntranceIntent,
  trusted: TrustedServiceAccount,
): ManifestObject {
  const name = externalDnsRoleName(intent);
  const provider = identityProviderOf(trusted.issuer);
  return {
    Type: 'AWS::IAM::Role',
    Properties: {
      RoleName: name,
      Description: `external-dns of cluster ${intent.cluster}`,
      AssumeRolePolicyDocument: {
        Version: VERSION,
        Statement: [
          {
            Effect: 'Allow',
            Principal: {
              Federated: `arn:aws:iam::${intent.account}:oidc-provider/${provider}`,
            },
            Action: 'sts:AssumeRoleWithWebIdentity',
            Condition: toConditionObject(serviceAccountConditions(trusted)),
          },
        ],
      },
      ManagedPolicyArns: [{ Ref: 'ExternalDnsPolicy' }],
      Tags: tagList(name, ownerTagOf(intent), intent.tags),
    },
  };
}

/**
 * What a public entrance needs, as a CloudFormation template for the cluster's region: its security group, and the role of
 * external-dns. The prefix list and the zone are parameters, for CloudFormation can't look them up.
 *
 * @internal
 */
export function cloudFormationEntrance(
  intent: AwsPublicEntranceIntent,
): ManifestObject {
  const { cluster, entityRef, externalDns, service, vpc } = intent;
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `What the public entrance of cluster ${cluster} needs, for ${entityRef}`,
    Parameters: {
      CloudFrontPrefixList: PREFIX_LIST_PARAMETER,
      ...(externalDns
        ? {
            HostedZoneId: {
              Type: 'AWS::Route53::HostedZone::Id',
              Description: `Public hosted zone ${intent.zone}, which external-dns writes to`,
            },
          }
        : {}),
    },
    Resources: {
      ...originGroupResource(
        { ...intent, name: service.name },
        { vpc, port: ENTRANCE_PORT },
      ),
      ...(externalDns
        ? {
            ExternalDnsPolicy: policyResource(intent),
            ExternalDnsRole: roleResource(intent, externalDns),
          }
        : {}),
    },
  };
}
