import { AwsCloudFrontIntent } from '../intents/awsCloudFront';
import { tagList, toLogicalId } from './cloudFormationExposure';
import {
  AddressList,
  REDACTED_HEADERS,
  WebAclRule,
  addressLists,
  webAclLogGroup,
  webAclRules,
} from './cloudFrontParts';
import { ownerTagOf } from './ownerTagOf';
import { ManifestObject } from './types';

/** What a resource of the same template says about itself. @internal */
export function attributeOf(id: string, attribute: string): ManifestObject {
  return { 'Fn::GetAtt': [id, attribute] };
}

/** The web ACL that a distribution of the intent has. @internal */
export function webAclArn({
  name,
  webAcl,
}: AwsCloudFrontIntent): string | ManifestObject {
  return webAcl.type === 'shared'
    ? webAcl.arn
    : attributeOf(`${toLogicalId(name)}WebAcl`, 'Arn');
}

function visibility(metric: string): ManifestObject {
  return {
    CloudWatchMetricsEnabled: true,
    MetricName: metric,
    SampledRequestsEnabled: true,
  };
}

function isListed(id: string, lists: AddressList[]): ManifestObject {
  return {
    OrStatement: {
      Statements: lists.map(({ part }) => ({
        IPSetReferenceStatement: {
          Arn: attributeOf(`${id}${toLogicalId(part)}`, 'Arn'),
        },
      })),
    },
  };
}

function conditionOf(
  rule: WebAclRule,
  id: string,
  lists: AddressList[],
): ManifestObject {
  const listed = (name: AddressList['list']) =>
    isListed(
      id,
      lists.filter(({ list }) => list === name),
    );
  switch (rule.type) {
    case 'block-listed':
      return listed('block');
    case 'block-others':
      return { NotStatement: { Statement: listed('allow') } };
    case 'rate':
      return {
        RateBasedStatement: { AggregateKeyType: 'IP', Limit: rule.limit },
      };
    default:
      return {
        ManagedRuleGroupStatement: { Name: rule.group, VendorName: 'AWS' },
      };
  }
}

function logResources(intent: AwsCloudFrontIntent): ManifestObject {
  const id = toLogicalId(intent.name);
  const { retentionDays, kmsKeyArn } = intent.logs;
  const name = webAclLogGroup(intent);
  return {
    [`${id}WafLogs`]: {
      Type: 'AWS::Logs::LogGroup',
      Properties: {
        LogGroupName: name,
        RetentionInDays: retentionDays,
        ...(kmsKeyArn ? { KmsKeyId: kmsKeyArn } : {}),
        Tags: tagList(name, ownerTagOf(intent), intent.tags),
      },
    },
    [`${id}WafLogging`]: {
      Type: 'AWS::WAFv2::LoggingConfiguration',
      Properties: {
        // WAF takes the ARN without the ':*' that the log group's own one ends with.
        LogDestinationConfigs: [
          {
            'Fn::Select': [
              0,
              { 'Fn::Split': [':*', attributeOf(`${id}WafLogs`, 'Arn')] },
            ],
          },
        ],
        RedactedFields: REDACTED_HEADERS.map(Name => ({
          SingleHeader: { Name },
        })),
        ResourceArn: webAclArn(intent),
      },
    },
  };
}

/**
 * The web ACL of an intent as CloudFormation resources, with its lists of addresses first and its log. None where
 * somebody else keeps it.
 *
 * @internal
 */
export function cloudFormationWebAcl(
  intent: AwsCloudFrontIntent,
): ManifestObject {
  const { name, webAcl, entityRef, tags } = intent;
  if (webAcl.type === 'shared') return {};
  const id = toLogicalId(name);
  const lists = addressLists(webAcl);
  const tagged = (of: string) => tagList(of, ownerTagOf(intent), tags);
  const sets = lists.map(({ part, version, addresses }) => [
    `${id}${toLogicalId(part)}`,
    {
      Type: 'AWS::WAFv2::IPSet',
      Properties: {
        Addresses: addresses,
        IPAddressVersion: version,
        Name: `${name}-${part}`,
        Scope: 'CLOUDFRONT',
        Tags: tagged(`${name}-${part}`),
      },
    },
  ]);
  return {
    ...(Object.fromEntries(sets) as ManifestObject),
    [`${id}WebAcl`]: {
      Type: 'AWS::WAFv2::WebACL',
      Properties: {
        DefaultAction: { Allow: {} },
        Description: `In front of ${entityRef}`,
        Name: name,
        Rules: webAclRules(webAcl).map(rule => ({
          Name: rule.name,
          Priority: rule.priority,
          // A group's own actions stand; a single rule blocks.
          ...(rule.type === 'managed'
            ? { OverrideAction: { None: {} } }
            : { Action: { Block: {} } }),
          Statement: conditionOf(rule, id, lists),
          VisibilityConfig: visibility(rule.name),
        })),
        Scope: 'CLOUDFRONT',
        Tags: tagged(name),
        VisibilityConfig: visibility(name),
      },
    },
    ...logResources(intent),
  };
}
