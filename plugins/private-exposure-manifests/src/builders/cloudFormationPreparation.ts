import { AwsClusterPreparationIntent } from '../intents/awsClusterPreparation';
import { tagList } from './cloudFormationExposure';
import { controllerPolicy } from './controllerPolicy';
import { controllerRoleName, trustConditions } from './controllerRole';
import { ownerTagOf } from './ownerTagOf';
import { toConditionObject, toStatementObjects } from './policyStatement';
import {
  controllerPurpose,
  podRules,
  shareName,
  subnetArn,
} from './preparationParts';
import { AUDIENCE } from './serviceAccountTrust';
import { ManifestObject } from './types';

const VERSION = '2012-10-17';

function tagsOf(
  intent: AwsClusterPreparationIntent,
  name: string,
): ManifestObject[] {
  return tagList(name, ownerTagOf(intent), intent.tags);
}

function templateOf(
  intent: AwsClusterPreparationIntent,
  account: string,
  resources: ManifestObject,
): ManifestObject {
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `For account ${account} in ${
      intent.region
    }: ${controllerPurpose(intent)}`,
    Resources: resources,
  };
}

function roleResources(intent: AwsClusterPreparationIntent): ManifestObject {
  const name = controllerRoleName(intent);
  const { permissionsBoundaryArn } = intent.controller;
  return {
    IdentityProvider: {
      Type: 'AWS::IAM::OIDCProvider',
      Properties: {
        Url: intent.issuer,
        ClientIdList: [AUDIENCE],
        Tags: tagsOf(intent, intent.cluster),
      },
    },
    ControllerPolicy: {
      Type: 'AWS::IAM::ManagedPolicy',
      Properties: {
        ManagedPolicyName: name,
        Description: controllerPurpose(intent),
        PolicyDocument: {
          Version: VERSION,
          Statement: toStatementObjects(controllerPolicy(intent)),
        },
      },
    },
    ControllerRole: {
      Type: 'AWS::IAM::Role',
      Properties: {
        RoleName: name,
        Description: controllerPurpose(intent),
        AssumeRolePolicyDocument: {
          Version: VERSION,
          Statement: [
            {
              Effect: 'Allow',
              Principal: { Federated: { Ref: 'IdentityProvider' } },
              Action: 'sts:AssumeRoleWithWebIdentity',
              Condition: toConditionObject(trustConditions(intent)),
            },
          ],
        },
        ManagedPolicyArns: [{ Ref: 'ControllerPolicy' }],
        ...(permissionsBoundaryArn
          ? { PermissionsBoundary: permissionsBoundaryArn }
          : {}),
        Tags: tagsOf(intent, name),
      },
    },
  };
}

/** What the account with the load balancers gets, as a CloudFormation template. @internal */
export function cloudFormationLoadBalancerAccount(
  intent: AwsClusterPreparationIntent,
): ManifestObject {
  const { sharedSubnets, account, loadBalancerAccount } = intent;
  return templateOf(intent, loadBalancerAccount, {
    ...roleResources(intent),
    ...(sharedSubnets.length
      ? {
          SubnetShare: {
            Type: 'AWS::RAM::ResourceShare',
            Properties: {
              Name: shareName(intent),
              AllowExternalPrincipals: false,
              Principals: [account],
              ResourceArns: sharedSubnets.map(subnet =>
                subnetArn(intent, subnet),
              ),
              Tags: tagsOf(intent, shareName(intent)),
            },
          },
        }
      : {}),
  });
}

/** What the cluster's account gets, as a CloudFormation template: the way from the load balancers to the pods. @internal */
export function cloudFormationClusterAccount(
  intent: AwsClusterPreparationIntent,
): ManifestObject {
  const { account, loadBalancerAccount, pods } = intent;
  const rules = podRules(intent).map(
    ({ port, source, description }, index): [string, ManifestObject] => {
      const { type, value } = source;
      const network = value.includes(':') ? 'CidrIpv6' : 'CidrIp';
      return [
        `PodRule${index + 1}`,
        {
          Type: 'AWS::EC2::SecurityGroupIngress',
          Properties: {
            Description: description,
            GroupId: pods.securityGroup,
            IpProtocol: 'tcp',
            FromPort: port,
            ToPort: port,
            ...(type === 'network'
              ? { [network]: value }
              : {
                  SourceSecurityGroupId: value,
                  SourceSecurityGroupOwnerId: loadBalancerAccount,
                }),
          },
        },
      ];
    },
  );
  return templateOf(intent, account, Object.fromEntries(rules));
}
