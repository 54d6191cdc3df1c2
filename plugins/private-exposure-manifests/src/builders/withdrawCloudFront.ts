import { valueAt } from '../edit/editManifest';
import {
  readTerraformForEdit,
  removeTerraformBlocks,
} from '../edit/editTerraform';
import { YamlText } from '../edit/YamlText';
import { UnsafeEditError } from '../errors';
import { HclBlockNode } from '../hcl/readHcl';
import { hclAddress } from '../hcl/values';
import { CloudFrontWithdrawIntent } from '../intents/cloudFrontWithdraw';
import { toLogicalId } from './cloudFormationExposure';
import { toLabel } from './terraformExposure';

type Infrastructure = Pick<CloudFrontWithdrawIntent, 'name' | 'infrastructure'>;

/** What the public side of a distribution consists of, as addresses with `*` for its label. */
const PUBLIC = [
  'aws_cloudfront_distribution.*',
  'aws_cloudfront_vpc_origin.*',
  'data.aws_lb.*',
  'data.aws_secretsmanager_secret_version.*',
  'aws_route53_record.*_a_N',
  'aws_route53_record.*_aaaa_N',
  'aws_wafv2_web_acl.*',
  'aws_wafv2_web_acl_logging_configuration.*',
  'aws_wafv2_ip_set.*_block_ipv4',
  'aws_wafv2_ip_set.*_block_ipv6',
  'aws_wafv2_ip_set.*_allow_ipv4',
  'aws_wafv2_ip_set.*_allow_ipv6',
  'aws_cloudwatch_log_group.*_waf',
  'aws_cloudwatch_log_group.*_access',
  'aws_cloudwatch_log_delivery.*',
  'aws_cloudwatch_log_delivery_source.*',
  'aws_cloudwatch_log_delivery_destination.*',
];

/** What the load balancer uses, and so has to outlive it. */
const REST = [
  'data.aws_route53_zone.*',
  'aws_acm_certificate.*',
  'aws_acm_certificate.*_origin',
  'aws_acm_certificate_validation.*',
  'aws_acm_certificate_validation.*_origin',
  'aws_route53_record.*_validation_N',
  'data.aws_ec2_managed_prefix_list.*_cloudfront',
  'aws_security_group.*_cloudfront',
  'aws_vpc_security_group_ingress_rule.*_cloudfront',
];

/** What our templates have for a name: logical ids without the name, `N` for a number. */
const TEMPLATE_PARTS = new Set([
  'Certificate',
  'OriginCertificate',
  'CloudfrontGroup',
  'BlockIpv4',
  'BlockIpv6',
  'AllowIpv4',
  'AllowIpv6',
  'WebAcl',
  'WafLogs',
  'WafLogging',
  'VpcOrigin',
  'Distribution',
  'AccessLogs',
  'LogSource',
  'LogDestination',
  'LogDelivery',
  'Ipv4NameN',
  'Ipv6NameN',
]);

function isOneOf(patterns: readonly string[], label: string) {
  const known = new Set(patterns.map(pattern => pattern.replace('*', label)));
  return (address: string) => known.has(address.replace(/_\d+$/, '_N'));
}

function tokensOf(block: HclBlockNode): string[] {
  const source = block.attributes.map(({ tokens }) =>
    tokens.map(({ text }) => text).join(''),
  );
  return [...source, ...block.blocks.flatMap(tokensOf)];
}

function refuseForeign(
  path: string,
  blocks: HclBlockNode[],
  isDoomed: (address: string) => boolean,
): void {
  const doomed = blocks.map(hclAddress).filter(isDoomed);
  const foreign = blocks.find(
    block =>
      !isDoomed(hclAddress(block)) &&
      tokensOf(block).some(source =>
        doomed.some(address => source.includes(`${address}.`)),
      ),
  );
  if (foreign) {
    throw new UnsafeEditError({
      path,
      line: foreign.line,
      message: `${hclAddress(
        foreign,
      )} uses what is to be removed; take it away by hand first`,
    });
  }
}

function withdrawTerraform(
  path: string,
  text: string,
  isDoomed: (address: string) => boolean,
): string | undefined {
  refuseForeign(path, readTerraformForEdit(path, text).blocks, isDoomed);
  const after = removeTerraformBlocks({ path, text, isRemoved: isDoomed });
  return after.trim() === '' ? undefined : after;
}

/** The resources of a template: logical id, and type as far as it says one. */
function resourcesOf(path: string, text: string): [string, unknown][] {
  const [document] = YamlText.parse(path, text).documents;
  const found = valueAt(document?.toJS({ maxAliasCount: 100 }), ['Resources']);
  return typeof found === 'object' && found !== null
    ? Object.entries(found).map(([id, each]) => [id, valueAt(each, ['Type'])])
    : [];
}

/** A template of our own goes as a whole; anything else in it is for people, also what has a name that begins so. */
function withdrawTemplate(path: string, text: string, name: string): undefined {
  const id = toLogicalId(name);
  const isOwn = (each: string) =>
    each.startsWith(id) &&
    TEMPLATE_PARTS.has(each.slice(id.length).replace(/Name\d+$/, 'NameN'));
  const other = resourcesOf(path, text).find(([each]) => !isOwn(each));
  if (other !== undefined) {
    throw new UnsafeEditError({
      path,
      message: `the template has other resources too, such as ${other[0]}; remove what belongs to ${id}Distribution by hand`,
    });
  }
  return undefined;
}

/**
 * Removes the public side of a distribution from infrastructure code: all but what the load balancer uses.
 *
 * @returns The text, or `undefined` where the file has nothing left.
 * @throws {@link UnsafeEditError} where something else uses it.
 * @internal
 */
export function withdrawDistribution(
  text: string,
  { name, infrastructure: { path, format } }: Infrastructure,
): string | undefined {
  return format === 'terraform'
    ? withdrawTerraform(path, text, isOneOf(PUBLIC, toLabel(name)))
    : withdrawTemplate(path, text, name);
}

/**
 * Removes what a load balancer used: certificates and security group. With CloudFormation that is a template of its own.
 *
 * @returns The text, or `undefined` where the file has nothing left.
 * @throws {@link UnsafeEditError} where something else uses it.
 * @internal
 */
export function withdrawRest(
  path: string,
  text: string,
  { name, infrastructure: { format } }: Infrastructure,
): string | undefined {
  return format === 'terraform'
    ? withdrawTerraform(path, text, isOneOf(REST, toLabel(name)))
    : withdrawTemplate(path, text, name);
}

/** The distributions of infrastructure code, as it calls them: labels of Terraform, logical ids of CloudFormation. */
function distributionsIn(
  text: string,
  { infrastructure: { path, format } }: Infrastructure,
): string[] {
  return format === 'terraform'
    ? readTerraformForEdit(path, text).blocks.flatMap(block => {
        const [type, label] = hclAddress(block).split('.');
        return type === 'aws_cloudfront_distribution' && label ? [label] : [];
      })
    : resourcesOf(path, text).flatMap(([id, type]) =>
        type === 'AWS::CloudFront::Distribution' ? [id] : [],
      );
}

function distributionOf({ name, infrastructure }: Infrastructure): string {
  return infrastructure.format === 'terraform'
    ? toLabel(name)
    : `${toLogicalId(name)}Distribution`;
}

/**
 * Whether infrastructure code still has the distribution of a withdrawal.
 *
 * @throws {@link UnsafeEditError} where it can't be read.
 * @internal
 */
export function declaresDistribution(
  text: string,
  withdrawn: Infrastructure,
): boolean {
  return distributionsIn(text, withdrawn).includes(distributionOf(withdrawn));
}

/**
 * Refuses infrastructure code that has other distributions and not that of a withdrawal: nobody is to take it for
 * withdrawn while it stands there under another name.
 *
 * @throws {@link UnsafeEditError} naming those that are there.
 * @internal
 */
export function refuseOtherDistributions(
  text: string,
  withdrawn: Infrastructure,
): void {
  const found = distributionsIn(text, withdrawn);
  const asked = distributionOf(withdrawn);
  if (found.length === 0 || found.includes(asked)) return;
  throw new UnsafeEditError({
    path: withdrawn.infrastructure.path,
    message: `has no distribution ${asked}, but ${found.join(
      ', ',
    )}; give the name of the one that is meant, or go on with the next step if ${asked} is gone already`,
  });
}
