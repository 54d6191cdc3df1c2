import { CLOUDFRONT_PREFIX_LIST } from '../builders/cloudFrontParts';
import { HclBlockNode } from '../hcl/readHcl';
import { readHclValue } from '../hcl/readHclValue';
import { hclAddress } from '../hcl/values';
import { TerraformFile } from './terraformFrontDoorFile';
import {
  CloudFrontTarget,
  DistributionFacts,
  OriginProtocol,
  PlacedValue,
  VpcOriginFacts,
} from './targets';

const CONCERNS =
  /^aws_(cloudfront_|wafv2_web_acl$|vpc_security_group_ingress_rule$)/;

function attributeOf(block: HclBlockNode | undefined, name: string) {
  return block?.attributes.find(attribute => attribute.name === name);
}

function toldOf(
  { source }: TerraformFile,
  block: HclBlockNode | undefined,
  name: string,
): PlacedValue | undefined {
  const attribute = attributeOf(block, name);
  const value = attribute && readHclValue(attribute);
  const [token] = attribute?.tokens ?? [];
  return token && typeof value === 'string'
    ? { value, ...source.placeAt(token.start) }
    : undefined;
}

/** An expression's text, such as `aws_lb.shop.arn`. */
function expressionOf(block: HclBlockNode | undefined, name: string): string {
  const tokens = attributeOf(block, name)?.tokens ?? [];
  return tokens.map(({ text }) => text).join('');
}

function ofType({ blocks }: TerraformFile, type: string): HclBlockNode[] {
  return blocks.filter(
    block => block.type === 'resource' && block.labels[0] === type,
  );
}

/** The resource or look-up of the same file that an expression begins with. */
function referredBy(
  { blocks }: TerraformFile,
  expression: string,
): HclBlockNode | undefined {
  return blocks.find(block => expression.startsWith(`${hclAddress(block)}.`));
}

/** The region of a resource, where the file tells it: its own, or that of its provider. */
function regionOf(
  file: TerraformFile,
  block: HclBlockNode,
): string | undefined {
  const own = toldOf(file, block, 'region')?.value;
  if (own) return own;
  const wanted = expressionOf(block, 'provider');
  const provider = file.blocks.find(each => {
    if (each.type !== 'provider' || each.labels[0] !== 'aws') return false;
    const alias = toldOf(file, each, 'alias')?.value;
    return alias ? wanted === `aws.${alias}` : wanted === '';
  });
  return toldOf(file, provider, 'region')?.value;
}

function certificateRegion(
  file: TerraformFile,
  distribution: HclBlockNode,
): PlacedValue | undefined {
  const viewer = distribution.blocks.find(
    ({ type }) => type === 'viewer_certificate',
  );
  const attribute = attributeOf(viewer, 'acm_certificate_arn');
  const [token] = attribute?.tokens ?? [];
  if (!token) return undefined;
  const told = toldOf(file, viewer, 'acm_certificate_arn')?.value;
  const resource = referredBy(
    file,
    expressionOf(viewer, 'acm_certificate_arn'),
  );
  const region = told
    ? /^arn:[^:]*:acm:([a-z0-9-]+):/.exec(told)?.[1]
    : resource && regionOf(file, resource);
  return region
    ? { value: region, ...file.source.placeAt(token.start) }
    : undefined;
}

function regionalWebAcl(
  file: TerraformFile,
  distribution: HclBlockNode,
): PlacedValue | undefined {
  const [token] = attributeOf(distribution, 'web_acl_id')?.tokens ?? [];
  if (!token) return undefined;
  const expression = expressionOf(distribution, 'web_acl_id');
  const told = toldOf(file, distribution, 'web_acl_id')?.value ?? '';
  const scope = toldOf(file, referredBy(file, expression), 'scope')?.value;
  const isRegional =
    scope === 'REGIONAL' || /^arn:[^:]*:wafv2:.*:regional\//.test(told);
  return isRegional
    ? { value: told || expression, ...file.source.placeAt(token.start) }
    : undefined;
}

function distributionFacts(
  file: TerraformFile,
  distribution: HclBlockNode,
): DistributionFacts {
  const { line } = distribution;
  const told = toldOf(file, distribution, 'web_acl_id');
  return {
    ...{ value: hclAddress(distribution), line, column: 1 },
    hasWebAcl:
      attributeOf(distribution, 'web_acl_id') !== undefined &&
      told?.value !== '',
    regionalWebAcl: regionalWebAcl(file, distribution),
    certificateRegion: certificateRegion(file, distribution),
  };
}

function protocolsOf(file: TerraformFile): OriginProtocol[] {
  const policies = (blocks: HclBlockNode[], type: string, isPrivate: boolean) =>
    blocks
      .filter(block => block.type === type)
      .flatMap(block => toldOf(file, block, 'origin_protocol_policy') ?? [])
      .map(policy => ({ ...policy, isPrivate }));
  return [
    ...ofType(file, 'aws_cloudfront_distribution').flatMap(({ blocks }) =>
      blocks
        .filter(({ type }) => type === 'origin')
        .flatMap(origin =>
          policies(origin.blocks, 'custom_origin_config', false),
        ),
    ),
    ...ofType(file, 'aws_cloudfront_vpc_origin').flatMap(({ blocks }) =>
      policies(blocks, 'vpc_origin_endpoint_config', true),
    ),
  ];
}

function repeatedPrefixLists(file: TerraformFile): PlacedValue[] {
  const seen = new Set<string>();
  return ofType(file, 'aws_vpc_security_group_ingress_rule').flatMap(rule => {
    const list = referredBy(file, expressionOf(rule, 'prefix_list_id'));
    if (toldOf(file, list, 'name')?.value !== CLOUDFRONT_PREFIX_LIST) return [];
    const group = expressionOf(rule, 'security_group_id');
    if (!seen.has(group)) {
      seen.add(group);
      return [];
    }
    return [{ value: hclAddress(rule), line: rule.line, column: 1 }];
  });
}

function grouplessOrigins(file: TerraformFile): PlacedValue[] {
  return ofType(file, 'aws_cloudfront_vpc_origin').flatMap(origin => {
    const config = origin.blocks.find(
      ({ type }) => type === 'vpc_origin_endpoint_config',
    );
    const balancer = referredBy(file, expressionOf(config, 'arn'));
    const isGroupless =
      balancer?.type === 'resource' &&
      toldOf(file, balancer, 'load_balancer_type')?.value === 'network' &&
      !attributeOf(balancer, 'security_groups');
    return isGroupless
      ? [{ value: hclAddress(balancer), line: origin.line, column: 1 }]
      : [];
  });
}

/** What a block says, without its place and spacing. */
function settingsOf({ attributes, blocks }: HclBlockNode): string {
  return [
    ...attributes
      .map(({ name, tokens }) => `${name}=${tokens.map(t => t.text).join(' ')}`)
      .sort(),
    ...blocks.map(block => `${block.type}{${settingsOf(block)}}`).sort(),
  ].join(';');
}

function vpcOriginFacts(
  file: TerraformFile,
  origin: HclBlockNode,
): VpcOriginFacts {
  const address = hclAddress(origin);
  const isUser = ({ blocks }: HclBlockNode) =>
    blocks.some(({ blocks: configs }) =>
      configs.some(
        config =>
          config.type === 'vpc_origin_config' &&
          expressionOf(config, 'vpc_origin_id').startsWith(`${address}.`),
      ),
    );
  return {
    ...{ value: address, line: origin.line, column: 1 },
    settings: origin.blocks
      .filter(({ type }) => type === 'vpc_origin_endpoint_config')
      .map(settingsOf)
      .join(),
    usedBy: ofType(file, 'aws_cloudfront_distribution')
      .filter(isUser)
      .map(hclAddress),
  };
}

/**
 * Reads what a Terraform file has of CloudFront; `undefined` for nothing. What the file does not tell is not guessed.
 *
 * @remarks the documentation of the provider hashicorp/aws, resources cloudfront_distribution and cloudfront_vpc_origin
 *
 * @internal
 */
export function readTerraformCloudFront(
  file: TerraformFile,
): CloudFrontTarget | undefined {
  const { path, blocks } = file;
  const isConcerned = blocks.some(
    ({ type, labels }) => type === 'resource' && CONCERNS.test(labels[0] ?? ''),
  );
  if (!isConcerned) return undefined;
  return {
    type: 'cloudfront',
    path,
    distributions: ofType(file, 'aws_cloudfront_distribution').map(block =>
      distributionFacts(file, block),
    ),
    vpcOrigins: ofType(file, 'aws_cloudfront_vpc_origin').map(block =>
      vpcOriginFacts(file, block),
    ),
    protocols: protocolsOf(file),
    webAclsElsewhere: ofType(file, 'aws_wafv2_web_acl').flatMap(block => {
      const scope = toldOf(file, block, 'scope');
      const region = regionOf(file, block);
      return scope?.value === 'CLOUDFRONT' && region && region !== 'us-east-1'
        ? [{ ...scope, value: region }]
        : [];
    }),
    repeatedPrefixLists: repeatedPrefixLists(file),
    groupless: grouplessOrigins(file),
  };
}
