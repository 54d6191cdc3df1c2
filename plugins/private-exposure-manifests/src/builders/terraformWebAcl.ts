import { HclBlock, HclValue } from '../hcl/values';
import { AwsCloudFrontIntent } from '../intents/awsCloudFront';
import {
  AddressList,
  REDACTED_HEADERS,
  WebAclRule,
  addressLists,
  webAclLogGroup,
  webAclRules,
} from './cloudFrontParts';
import { ownerTagOf } from './ownerTagOf';
import { tagsValue, toLabel } from './terraformExposure';
import {
  US_EAST_1,
  nestedBlock,
  referenceTo,
  resourceBlock,
} from './terraformResources';

const IP_SET = 'aws_wafv2_ip_set';
const WEB_ACL = 'aws_wafv2_web_acl';
const LOG_GROUP = 'aws_cloudwatch_log_group';

/** The web ACL that a distribution of the intent has. @internal */
export function webAclValue({ name, webAcl }: AwsCloudFrontIntent): HclValue {
  return webAcl.type === 'shared'
    ? webAcl.arn
    : referenceTo(`${WEB_ACL}.${toLabel(name)}`, 'arn');
}

function visibility(metric: string): HclBlock {
  return nestedBlock('visibility_config', {
    cloudwatch_metrics_enabled: true,
    metric_name: metric,
    sampled_requests_enabled: true,
  });
}

function statement(...blocks: HclBlock[]): HclBlock {
  return nestedBlock('statement', {}, blocks);
}

function isListed(label: string, lists: AddressList[]): HclBlock {
  return nestedBlock(
    'or_statement',
    {},
    lists.map(({ part }) =>
      statement(
        nestedBlock('ip_set_reference_statement', {
          arn: referenceTo(`${IP_SET}.${label}_${toLabel(part)}`, 'arn'),
        }),
      ),
    ),
  );
}

function conditionOf(
  rule: WebAclRule,
  label: string,
  lists: AddressList[],
): HclBlock {
  const listed = (name: AddressList['list']) =>
    isListed(
      label,
      lists.filter(({ list }) => list === name),
    );
  switch (rule.type) {
    case 'block-listed':
      return listed('block');
    case 'block-others':
      return nestedBlock('not_statement', {}, [statement(listed('allow'))]);
    case 'rate':
      return nestedBlock('rate_based_statement', {
        aggregate_key_type: 'IP',
        limit: rule.limit,
      });
    default:
      return nestedBlock('managed_rule_group_statement', {
        name: rule.group,
        vendor_name: 'AWS',
      });
  }
}

function ruleBlock(
  rule: WebAclRule,
  label: string,
  lists: AddressList[],
): HclBlock {
  const { name, priority } = rule;
  return nestedBlock('rule', { name, priority }, [
    // A group's own actions stand; a single rule blocks.
    rule.type === 'managed'
      ? nestedBlock('override_action', {}, [nestedBlock('none')])
      : nestedBlock('action', {}, [nestedBlock('block')]),
    statement(conditionOf(rule, label, lists)),
    visibility(name),
  ]);
}

function logBlocks(intent: AwsCloudFrontIntent): HclBlock[] {
  const label = toLabel(intent.name);
  const { retentionDays, kmsKeyArn } = intent.logs;
  const name = webAclLogGroup(intent);
  return [
    resourceBlock(LOG_GROUP, `${label}_waf`, {
      ...US_EAST_1,
      name,
      retention_in_days: retentionDays,
      ...(kmsKeyArn ? { kms_key_id: kmsKeyArn } : {}),
      tags: tagsValue(name, ownerTagOf(intent), intent.tags),
    }),
    resourceBlock(
      'aws_wafv2_web_acl_logging_configuration',
      label,
      {
        ...US_EAST_1,
        log_destination_configs: [
          referenceTo(`${LOG_GROUP}.${label}_waf`, 'arn'),
        ],
        resource_arn: webAclValue(intent),
      },
      REDACTED_HEADERS.map(header =>
        nestedBlock('redacted_fields', {}, [
          nestedBlock('single_header', { name: header }),
        ]),
      ),
    ),
  ];
}

/**
 * The web ACL of an intent as Terraform, with its lists of addresses first and its log. None where somebody else keeps it.
 *
 * @remarks the documentation of the provider hashicorp/aws, resource wafv2_web_acl
 *
 * @internal
 */
export function terraformWebAcl(intent: AwsCloudFrontIntent): HclBlock[] {
  const { name, webAcl, entityRef, tags } = intent;
  if (webAcl.type === 'shared') return [];
  const label = toLabel(name);
  const lists = addressLists(webAcl);
  const tagged = (of: string) => tagsValue(of, ownerTagOf(intent), tags);
  return [
    ...lists.map(({ part, version, addresses }) =>
      resourceBlock(IP_SET, `${label}_${toLabel(part)}`, {
        ...US_EAST_1,
        name: `${name}-${part}`,
        scope: 'CLOUDFRONT',
        ip_address_version: version,
        addresses,
        tags: tagged(`${name}-${part}`),
      }),
    ),
    resourceBlock(
      WEB_ACL,
      label,
      {
        ...US_EAST_1,
        name,
        description: `In front of ${entityRef}`,
        scope: 'CLOUDFRONT',
        tags: tagged(name),
      },
      [
        nestedBlock('default_action', {}, [nestedBlock('allow')]),
        ...webAclRules(webAcl).map(rule => ruleBlock(rule, label, lists)),
        visibility(name),
      ],
    ),
    ...logBlocks(intent),
  ];
}
