import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { buildAzureFrontDoor } from '@postern/backstage-plugin-private-exposure-manifests';
import { makeChange } from '../changes/makeChange';
import { getAzureClusterProfile } from '../config';
import { chooseRequest } from '../intents/chooseRequest';
import { toAzureFrontDoorInput } from '../intents/toAzureFrontDoorInput';
import { readExisting } from '../workspace/readExisting';
import { azureFrontDoorInputs } from './azureFrontDoorInput';
import { examples } from './generateAzureFrontDoor.examples';
import { changeInputs, clusterInput } from './inputProperties';
import { changeOutputs } from './outputProperties';
import type { FieldNames } from './refusalsAsInputErrors';
import { requestIdOutput } from './requestIdOutput';
import type { TagOwnerActionOptions } from './TagOwnerActionOptions';

/** What the action's input calls fields of the intent. */
const fields: FieldNames = [
  [/^origin\.privateLinkServiceId/, 'origin.privateLinkService'],
  [/^customDomain\.certificate\./, 'customDomain.'],
];

/**
 * Creates `private-exposure:azure-front-door:generate`: writes the infrastructure code that publishes a private service
 * through Azure Front Door Premium.
 *
 * @public
 */
export function createGenerateAzureFrontDoorAction(
  options: TagOwnerActionOptions,
) {
  const { catalog, clusters, ownerTag } = options;
  return createTemplateAction({
    id: 'private-exposure:azure-front-door:generate',
    description:
      'Writes an Azure Front Door that publishes a service by HTTPS alone, behind a firewall that blocks, and reaches it over its private link service.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...changeInputs,
        cluster: clusterInput,
        ...azureFrontDoorInputs,
      },
      output: { ...changeOutputs, requestId: requestIdOutput },
    },
    handler: ctx =>
      makeChange(ctx, {
        ...{ catalog, fields },
        async build({ entityRef, entityName }) {
          const { input, workspacePath } = ctx;
          const intent = toAzureFrontDoorInput({
            ...{ entityRef, entityName, ownerTag, input },
            profile: getAzureClusterProfile(clusters, input.cluster),
          });
          const { path } = intent.infrastructure;
          const existing = await readExisting(workspacePath, input.sourcePath, {
            'infrastructure.path': path,
          });
          const { requestMessage, requestId } = await chooseRequest(ctx, {
            ...{ path, existing, name: intent.name },
            resource: 'front-door-origin',
          });
          ctx.output('requestId', requestId);
          return {
            built: buildAzureFrontDoor(
              { ...intent, requestMessage },
              { existing },
            ),
            branchName: `private-exposure/publish-${intent.name}`,
          };
        },
      }),
  });
}
