import { AwsCloudFrontIntent } from '../intents/awsCloudFront';
import { buildTerraformFile } from './buildInfrastructure';
import { terraformCloudFront, usEast1Provider } from './terraformCloudFront';
import { ExistingFiles, GeneratedFile } from './types';

/** The file beside the infrastructure code that declares the provider for us-east-1. @internal */
export function usEast1Path(path: string): string {
  return path.replace(/[^/]*$/, 'us-east-1.tf');
}

/**
 * Writes the infrastructure code of a service behind CloudFront. The provider for us-east-1 has a file of its own, for
 * a module declares it once, however many services it publishes.
 *
 * @throws {@link InvalidIntentError}, {@link UnsafeEditError}, {@link VerificationError}
 * @internal
 */
export function buildCloudFrontInfrastructure(
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
