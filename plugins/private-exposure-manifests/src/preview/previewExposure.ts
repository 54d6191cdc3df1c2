import { buildTerraformFile } from '../builders/buildInfrastructure';
import { cloudFormationExposure } from '../builders/cloudFormationExposure';
import { terraformExposure } from '../builders/terraformExposure';
import { GeneratedFile } from '../builders/types';
import { writeCloudFormation } from '../builders/writeCloudFormation';
import {
  AwsPrivateLinkExposureIntent,
  awsPrivateLinkExposureIntentSchema,
} from '../intents/exposure';
import { parseIntent } from '../intents/parseIntent';
import { toExposureInput } from '../requests/toExposureInput';
import { orRefused } from './orRefused';
import { previewService } from './previewService';
import { readAwsProfile } from './readProfile';
import { ExposurePreview, PreviewSources } from './types';

function writeInfrastructure(
  intent: AwsPrivateLinkExposureIntent,
): GeneratedFile {
  const { path, format } = intent.infrastructure;
  if (format === 'terraform') {
    const blocks = terraformExposure(intent);
    return buildTerraformFile({ path, blocks, existing: {} });
  }
  const template = cloudFormationExposure(intent);
  return { path, content: writeCloudFormation(path, template) };
}

/**
 * Says what would come of what was typed so far for AWS PrivateLink: the manifest, what the Service becomes, and the
 * linter's findings.
 *
 * @remarks The files are those of a repository that has neither. In an existing file only what is shown is set, and
 * the template lints the whole file once it has read it. With the Service that is there, what becomes of it is known
 * whole, and what it is now.
 *
 * @throws an error that is no refusal only where the product is at fault
 * @public
 */
export function previewExposure(sources: PreviewSources): ExposurePreview {
  const { cluster, request, exists, present, ...owner } = sources;
  return orRefused(() => {
    const profile = readAwsProfile(cluster, 'AWS PrivateLink');
    const input = toExposureInput({ ...owner, profile, request });
    const intent = parseIntent(awsPrivateLinkExposureIntentSchema, input);
    const infrastructure = writeInfrastructure(intent);
    return previewService(intent, { profile, infrastructure, exists, present });
  });
}
