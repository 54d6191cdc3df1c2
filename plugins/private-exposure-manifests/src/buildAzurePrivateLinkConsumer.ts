import { bicepPrivateEndpoint } from './builders/bicepPrivateEndpoint';
import { buildAzureInfrastructure } from './builders/buildAzureInfrastructure';
import { terraformPrivateEndpoint } from './builders/terraformPrivateEndpoint';
import { BuildResult, ExistingFiles } from './builders/types';
import { describeAzureConsumer } from './describe/azureConsumer';
import {
  AzurePrivateLinkConsumerInput,
  azurePrivateLinkConsumerIntentSchema,
} from './intents/azureConsumer';
import { parseIntent } from './intents/parseIntent';
import { lintManifests } from './linter/lintManifests';

/**
 * Builds the consumer's side of a private service in Azure: the private endpoint, and a private DNS name that leads to it
 * where one is asked for.
 *
 * @throws {@link InvalidIntentError}, {@link UnsafeEditError}
 * @public
 */
export function buildAzurePrivateLinkConsumer(
  input: AzurePrivateLinkConsumerInput,
  options: { existing?: ExistingFiles } = {},
): BuildResult {
  const { existing = {} } = options;
  const intent = parseIntent(azurePrivateLinkConsumerIntentSchema, input);
  const file = buildAzureInfrastructure(intent, existing, {
    terraform: terraformPrivateEndpoint,
    bicep: bicepPrivateEndpoint,
  });
  const files = existing[file.path] === file.content ? [] : [file];
  const findings = lintManifests([file]);
  const { service } = intent;
  const target = 'alias' in service ? service.alias : service.id;
  return {
    files,
    deletedPaths: [],
    findings,
    title: `Connect ${intent.entityRef} to ${target.split('/').at(-1)}`,
    description: describeAzureConsumer({ intent, files, existing, findings }),
  };
}
