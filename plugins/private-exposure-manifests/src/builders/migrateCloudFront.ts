import { applyChanges, valueAt } from '../edit/editManifest';
import {
  readTerraformForEdit,
  removeTerraformBlocks,
} from '../edit/editTerraform';
import { nestedBlockOf, replaceNestedBlock } from '../edit/replaceNestedBlock';
import { replaceYamlValue } from '../edit/replaceYamlValue';
import { YamlText } from '../edit/YamlText';
import { readHclValue } from '../hcl/readHclValue';
import { hclAddress } from '../hcl/values';
import { AwsCloudFrontIntent } from '../intents/awsCloudFront';
import { VpcOriginIntent } from '../intents/cloudFrontOrigin';
import { buildCloudFormationFile } from './buildCloudFormationFile';
import { originStackPath } from './buildCloudFrontInfrastructure';
import { buildTerraformFile } from './buildInfrastructure';
import { toLogicalId } from './cloudFormationExposure';
import {
  LOAD_BALANCER_NAME_PARAMETER,
  cloudFormationOriginStack,
  loadBalancerArnParameter,
  vpcOriginItem,
  vpcOriginResource,
} from './cloudFormationOrigin';
import { existingText } from './existingText';
import { terraformOriginCertificate } from './terraformCertificate';
import { toLabel } from './terraformExposure';
import { terraformVpcOrigin, vpcOriginBlock } from './terraformOrigin';
import { ExistingFiles, GeneratedFile, ManifestObject } from './types';

const TEMPLATE = { document: 0, base: [] };

/** What a part of a template gets besides what it has. */
const added = (key: string, values: ManifestObject) =>
  Object.entries(values).map(([name, value]) => ({ path: [key, name], value }));

function createInTemplate(
  intent: AwsCloudFrontIntent,
  origin: VpcOriginIntent,
  existing: ExistingFiles,
): GeneratedFile[] {
  const { path } = intent.infrastructure;
  const file = YamlText.parse(path, existingText(existing, path));
  const content = applyChanges(file, TEMPLATE, [
    ...added('Parameters', loadBalancerArnParameter(intent, origin)),
    ...added('Resources', vpcOriginResource(intent, origin)),
  ]);
  const template = cloudFormationOriginStack(intent, origin);
  const second = originStackPath(path);
  return [
    ...(template
      ? [buildCloudFormationFile({ path: second, template, existing })]
      : []),
    { path, content },
  ];
}

/**
 * Adds a VPC origin beside the origin that a distribution has.
 *
 * @throws {@link InvalidIntentError}, {@link UnsafeEditError}, {@link VerificationError}
 * @internal
 */
export function createVpcOrigin(
  intent: AwsCloudFrontIntent,
  origin: VpcOriginIntent,
  existing: ExistingFiles,
): GeneratedFile[] {
  const { path, format } = intent.infrastructure;
  existingText(existing, path);
  return format === 'terraform'
    ? [
        buildTerraformFile({
          ...{ path, existing },
          blocks: [
            ...terraformOriginCertificate(intent),
            ...terraformVpcOrigin(intent, origin),
          ],
        }),
      ]
    : createInTemplate(intent, origin, existing);
}

/** How far the infrastructure code is with a migration. @internal */
export interface MigrationState {
  /** Whether the VPC origin is there. */
  isCreated: boolean;
  /** Whether the distribution asks it. */
  isSwitched: boolean;
}

const originPath = (id: string) => [
  'Resources',
  `${id}Distribution`,
  'Properties',
  'DistributionConfig',
  'Origins',
];

function templateOrigin(
  { name, infrastructure: { path } }: AwsCloudFrontIntent,
  text: string,
): { file: YamlText; plain: unknown; origin: unknown } {
  const file = YamlText.parse(path, text);
  const plain: unknown = file.documents[0]?.toJS({ maxAliasCount: 100 });
  const origins = valueAt(plain, originPath(toLogicalId(name)));
  if (!Array.isArray(origins) || origins.length !== 1)
    return file.fail(
      undefined,
      `has no distribution ${toLogicalId(
        name,
      )}Distribution with one origin; change it by hand`,
    );
  const [origin] = origins as unknown[];
  return { file, plain, origin };
}

function originInTerraform(
  { name, infrastructure: { path } }: AwsCloudFrontIntent,
  text: string,
) {
  const address = `aws_cloudfront_distribution.${toLabel(name)}`;
  return {
    address,
    node: nestedBlockOf({ path, text, address, type: 'origin' }),
  };
}

/**
 * Says how far the infrastructure code is with a migration.
 *
 * @throws {@link UnsafeEditError} where the file or the distribution is not there.
 * @internal
 */
export function readMigrationState(
  intent: AwsCloudFrontIntent,
  existing: ExistingFiles,
): MigrationState {
  const { name, infrastructure } = intent;
  const { path, format } = infrastructure;
  const text = existingText(existing, path);
  if (format === 'cloudformation') {
    const { plain, origin } = templateOrigin(intent, text);
    const id = `${toLogicalId(name)}VpcOrigin`;
    return {
      isCreated: valueAt(plain, ['Resources', id]) !== undefined,
      isSwitched: valueAt(origin, ['VpcOriginConfig']) !== undefined,
    };
  }
  const { node } = originInTerraform(intent, text);
  const address = `aws_cloudfront_vpc_origin.${toLabel(name)}`;
  return {
    isCreated: readTerraformForEdit(path, text).blocks.some(
      block => hclAddress(block) === address,
    ),
    isSwitched: node.blocks.some(({ type }) => type === 'vpc_origin_config'),
  };
}

function switchInTerraform(intent: AwsCloudFrontIntent, text: string): string {
  const { path } = intent.infrastructure;
  const { address, node } = originInTerraform(intent, text);
  const id = node.attributes.find(({ name }) => name === 'origin_id');
  const block = vpcOriginBlock(intent);
  const originId = id && readHclValue(id);
  const after = replaceNestedBlock({
    ...{ path, text, address },
    // The behaviours of the distribution know the origin by this.
    block: {
      ...block,
      attributes: {
        ...block.attributes,
        ...(originId === undefined ? {} : { origin_id: originId }),
      },
    },
  });
  const secret = `data.aws_secretsmanager_secret_version.${toLabel(
    intent.name,
  )}`;
  return after.includes(`${secret}.`)
    ? after
    : removeTerraformBlocks({
        ...{ path, text: after },
        isRemoved: each => each === secret,
      });
}

function switchInTemplate(intent: AwsCloudFrontIntent, text: string): string {
  const { file, origin } = templateOrigin(intent, text);
  const id = valueAt(origin, ['Id']);
  const item = vpcOriginItem(intent);
  const switched = replaceYamlValue(file, 0, {
    path: originPath(toLogicalId(intent.name)),
    // The behaviours of the distribution know the origin by its id.
    value: [{ ...item, ...(typeof id === 'string' ? { Id: id } : {}) }],
  });
  return applyChanges(
    switched,
    TEMPLATE,
    added('Parameters', LOAD_BALANCER_NAME_PARAMETER),
  );
}

/**
 * Switches a distribution from the origin that it has to its VPC origin; all else of it stays as it is.
 *
 * @throws {@link UnsafeEditError}, {@link VerificationError}
 * @internal
 */
export function switchOrigin(
  intent: AwsCloudFrontIntent,
  existing: ExistingFiles,
): GeneratedFile {
  const { path, format } = intent.infrastructure;
  const text = existingText(existing, path);
  const content =
    format === 'terraform'
      ? switchInTerraform(intent, text)
      : switchInTemplate(intent, text);
  return { path, content };
}
