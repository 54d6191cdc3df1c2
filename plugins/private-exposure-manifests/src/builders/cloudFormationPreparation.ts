import { AwsClusterPreparationIntent } from '../intents/awsClusterPreparation';
import { parseCidr } from '../values/cidr';
import { tagList } from './cloudFormationExposure';
import { controllerPolicy } from './controllerPolicy';
import { controllerRoleName, trustConditions } from './controllerRole';
import { ownerTagOf } from './ownerTagOf';
import { toConditionObject, toStatementObjects } from './policyStatement';
import {
  PodRule,
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

/** What tells a source from all others, in letters and digits: a group's id, or a network's address and prefix. */
function sourceId({ value }: PodRule['source']): string {
  const network = parseCidr(value);
  if (!network) return value.replace(/^sg-/, 'Group');
  const { family, bytes, prefixLength } = network;
  const parts =
    family === 'ipv4'
      ? bytes.map(String)
      : Array.from({ length: 8 }, (_, group) =>
          (bytes[2 * group] * 256 + bytes[2 * group + 1]).toString(16),
        );
  return [...parts, prefixLength].join('x');
}

/**
 * Logical id of a rule. It follows what the rule says, not where it stands in the list: CloudFormation makes what is new
 * before it deletes what is gone, and EC2 refuses a rule that is there already (`InvalidPermission.Duplicate`).
 */
function podRuleId({ port, source }: PodRule): string {
  return `PodRule${port}From${sourceId(source)}`;
}

/** What the cluster's account gets, as a CloudFormation template: the way from the load balancers to the pods. @internal */
export function cloudFormationClusterAccount(
  intent: AwsClusterPreparationIntent,
): ManifestObject {
  const { account, loadBalancerAccount, pods } = intent;
  const rules = podRules(intent).map((rule): [string, ManifestObject] => {
    const { port, description } = rule;
    const { type, value } = rule.source;
    const network = value.includes(':') ? 'CidrIpv6' : 'CidrIp';
    return [
      podRuleId(rule),
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
  });
  return templateOf(intent, account, Object.fromEntries(rules));
}
