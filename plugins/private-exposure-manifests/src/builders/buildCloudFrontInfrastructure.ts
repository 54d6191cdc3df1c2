import { HclSyntaxError } from '../errors';
import { HclBlockNode, readHcl } from '../hcl/readHcl';
import { readHclValue } from '../hcl/readHclValue';
import { AwsCloudFrontIntent } from '../intents/awsCloudFront';
import { buildCloudFormationFile } from './buildCloudFormationFile';
import { buildTerraformFile } from './buildInfrastructure';
import { cloudFormationCloudFront } from './cloudFormationCloudFront';
import { cloudFormationOriginStack } from './cloudFormationOrigin';
import { terraformCloudFront, usEast1Provider } from './terraformCloudFront';
import { ExistingFiles, GeneratedFile } from './types';

/** The file beside the infrastructure code that declares the provider for us-east-1. @internal */
export function usEast1Path(path: string): string {
  return path.replace(/[^/]*$/, 'us-east-1.tf');
}

/**
 * Whether a Terraform module has the provider `aws.us_east_1` in another file than the one that this package writes.
 *
 * @param path - the file of infrastructure code that is to be written
 * @param files - the files of its module, by path; one that can't be read has none
 * @public
 */
export function declaresUsEast1(path: string, files: ExistingFiles): boolean {
  return Object.entries(files).some(
    ([other, text]) =>
      other !== usEast1Path(path) &&
      blocksOf(text).some(
        block => block.type === 'provider' && aliasOf(block) === 'us_east_1',
      ),
  );
}

function blocksOf(text: string): HclBlockNode[] {
  try {
    return readHcl(text).blocks;
  } catch (error) {
    if (error instanceof HclSyntaxError) return [];
    throw error;
  }
}

function aliasOf({ attributes }: HclBlockNode): unknown {
  const alias = attributes.find(({ name }) => name === 'alias');
  return alias && readHclValue(alias);
}

/** The template beside that of us-east-1, for the load balancer's own region. @internal */
export function originStackPath(path: string): string {
  return path.replace(/(\.[a-z]+)$/, '-origin$1');
}

function buildTerraform(
  intent: AwsCloudFrontIntent,
  existing: ExistingFiles,
): GeneratedFile[] {
  const { path } = intent.infrastructure;
  const file = buildTerraformFile({
    ...{ path, existing },
    blocks: terraformCloudFront(intent),
  });
  if (intent.usEast1Declared) return [file];
  const provider = buildTerraformFile({
    ...{ path: usEast1Path(path), existing },
    blocks: [usEast1Provider],
  });
  return [file, provider];
}

function buildCloudFormation(
  intent: AwsCloudFrontIntent,
  existing: ExistingFiles,
): GeneratedFile[] {
  const { origin, infrastructure } = intent;
  const { path } = infrastructure;
  const template = cloudFormationCloudFront(intent);
  const file = buildCloudFormationFile({ path, template, existing });
  const originStack =
    origin.type === 'vpc-origin'
      ? cloudFormationOriginStack(intent, origin)
      : undefined;
  if (!originStack) return [file];
  const second = buildCloudFormationFile({
    path: originStackPath(path),
    template: originStack,
    existing,
  });
  return [second, file];
}

/**
 * Writes the infrastructure code of a service behind CloudFront. In Terraform the provider for us-east-1 has a file of
 * its own, for a module declares it once, however many services it publishes. A stack of CloudFormation is of one region:
 * there is one template for us-east-1, and one for the load balancer's region where something is made there.
 *
 * @throws {@link InvalidIntentError}, {@link UnsafeEditError}, {@link VerificationError}
 * @internal
 */
export function buildCloudFrontInfrastructure(
  intent: AwsCloudFrontIntent,
  existing: ExistingFiles,
): GeneratedFile[] {
  return intent.infrastructure.format === 'terraform'
    ? buildTerraform(intent, existing)
    : buildCloudFormation(intent, existing);
}
