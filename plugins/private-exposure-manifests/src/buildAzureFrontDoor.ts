import { bicepFrontDoor } from './builders/bicepFrontDoor';
import { buildAzureInfrastructure } from './builders/buildAzureInfrastructure';
import { terraformFrontDoor } from './builders/terraformFrontDoor';
import { BuildResult, ExistingFiles } from './builders/types';
import { describeAzureFrontDoor } from './describe/azureFrontDoor';
import {
  AzureFrontDoorInput,
  azureFrontDoorIntentSchema,
} from './intents/azureFrontDoor';
import { parseIntent } from './intents/parseIntent';
import { lintManifests } from './linter/lintManifests';

/**
 * Builds the infrastructure code that publishes a service through Azure Front Door Premium: reached by HTTPS alone,
 * behind a firewall that blocks, over a private link and through nothing else.
 *
 * @throws {@link InvalidIntentError}, {@link UnsafeEditError}
 * @public
 */
export function buildAzureFrontDoor(
  input: AzureFrontDoorInput,
  options: { existing?: ExistingFiles } = {},
): BuildResult {
  const { existing = {} } = options;
  const intent = parseIntent(azureFrontDoorIntentSchema, input);
  const file = buildAzureInfrastructure(intent, existing, {
    terraform: terraformFrontDoor,
    bicep: bicepFrontDoor,
  });
  const files = existing[file.path] === file.content ? [] : [file];
  const findings = lintManifests([file]);
  return {
    files,
    deletedPaths: [],
    findings,
    title: `Publish ${intent.entityRef} through Azure Front Door`,
    description: describeAzureFrontDoor({ intent, files, existing, findings }),
  };
}
