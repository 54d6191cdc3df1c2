import { BicepResource } from '../bicep/values';
import { HclBlock } from '../hcl/values';
import { AzureInfrastructureIntent } from '../intents/azureInfrastructure';
import { buildBicepFile } from './buildBicepFile';
import { buildTerraformFile } from './buildInfrastructure';
import { ExistingFiles, GeneratedFile } from './types';

/**
 * Writes an intent's infrastructure code in the language that it asks for, into a new file or the one that is there.
 *
 * @throws {@link InvalidIntentError}, {@link UnsafeEditError}, {@link VerificationError}
 * @internal
 */
export function buildAzureInfrastructure<
  Intent extends { infrastructure: AzureInfrastructureIntent },
>(
  intent: Intent,
  existing: ExistingFiles,
  writers: {
    terraform: (intent: Intent) => HclBlock[];
    bicep: (intent: Intent) => BicepResource[];
  },
): GeneratedFile {
  const { path, format } = intent.infrastructure;
  return format === 'terraform'
    ? buildTerraformFile({ path, blocks: writers.terraform(intent), existing })
    : buildBicepFile({ path, resources: writers.bicep(intent), existing });
}
