import { parse } from 'yaml';
import { readTerraformForEdit } from '../edit/editTerraform';
import { VerificationError } from '../errors';
import { readHcl } from '../hcl/readHcl';
import { AwsPrivateLinkExposureIntent } from '../intents/exposure';
import { isSameAccess, partAccess } from './accessParts';
import { buildCloudFormationFile } from './buildCloudFormationFile';
import { buildTerraformFile } from './buildInfrastructure';
import { cloudFormationExposure } from './cloudFormationExposure';
import { editAccessResources } from './editAccessResources';
import { findTerraformSurplus } from './findTerraformSurplus';
import { SurplusAccess } from './SurplusAccess';
import { terraformExposure } from './terraformExposure';
import { ExistingFiles, GeneratedFile } from './types';

/** The file of an endpoint service, and what the file before gave beside the intent. @internal */
export interface ExposureInfrastructure {
  file: GeneratedFile;
  surplus: SurplusAccess[];
}

function buildTerraform(
  intent: AwsPrivateLinkExposureIntent,
  existing: ExistingFiles,
): ExposureInfrastructure {
  const { path } = intent.infrastructure;
  const before = existing[path] ?? '';
  const { blocks } = readTerraformForEdit(path, before);
  const surplus = findTerraformSurplus(blocks, intent);
  const file = buildTerraformFile({
    path,
    blocks: terraformExposure(intent),
    existing,
    removed: surplus.flatMap(({ isOurs, address }) =>
      isOurs ? [address] : [],
    ),
  });
  const left = findTerraformSurplus(readHcl(file.content).blocks, intent);
  const contradiction = left.find(({ isOurs }) => isOurs);
  if (contradiction)
    throw new VerificationError(
      path,
      `${contradiction.address} gives what was not asked for`,
    );
  return { file, surplus };
}

function buildCloudFormation(
  intent: AwsPrivateLinkExposureIntent,
  existing: ExistingFiles,
): ExposureInfrastructure {
  const { path } = intent.infrastructure;
  const serviceName = intent.endpointService.name;
  const template = cloudFormationExposure(intent);
  const text = existing[path];
  const edited =
    text === undefined || text.trim() === ''
      ? undefined
      : editAccessResources({ path, text, template, serviceName });
  if (!edited) {
    const file = buildCloudFormationFile({ path, template, existing });
    return { file, surplus: [] };
  }
  const { content, surplus } = edited;
  const found: unknown = parse(content);
  const [is, wanted] = [found, template].map(value =>
    partAccess(value, serviceName),
  );
  if (!isSameAccess(is, wanted))
    throw new VerificationError(path, 'it gives other than was asked for');
  return { file: { path, content }, surplus };
}

/**
 * Writes the endpoint service of an exposure. Whoever may ask to connect, and whoever hears of it, by an existing file and
 * no longer by the intent is taken out where it stands as this package writes it.
 *
 * @throws {@link InvalidIntentError}, {@link UnsafeEditError}, {@link VerificationError}
 * @internal
 */
export function buildExposureInfrastructure(
  intent: AwsPrivateLinkExposureIntent,
  existing: ExistingFiles,
): ExposureInfrastructure {
  return intent.infrastructure.format === 'terraform'
    ? buildTerraform(intent, existing)
    : buildCloudFormation(intent, existing);
}
