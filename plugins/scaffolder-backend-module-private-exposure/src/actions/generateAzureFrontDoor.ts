import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { buildAzureFrontDoor } from '@postern/backstage-plugin-private-exposure-manifests';
import { resolveEntity } from '../catalog/resolveEntity';
import { finishChange } from '../changes/finishChange';
import { getAzureClusterProfile } from '../config';
import { chooseRequest } from '../intents/chooseRequest';
import { toAzureFrontDoorInput } from '../intents/toAzureFrontDoorInput';
import { readExisting } from '../workspace/readExisting';
import { azureFrontDoorInputs } from './azureFrontDoorInput';
import { examples } from './generateAzureFrontDoor.examples';
import {
  clusterInput,
  entityRefInput,
  folderInput,
  reasonInput,
  sourcePathInput,
  targetPathInput,
} from './inputProperties';
import { changeOutputs } from './outputProperties';
import {
  refusalsAsInputErrors,
  type FieldNames,
} from './refusalsAsInputErrors';
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
        entityRef: entityRefInput,
        cluster: clusterInput,
        reason: reasonInput,
        sourcePath: sourcePathInput,
        targetPath: targetPathInput,
        folder: folderInput,
        ...azureFrontDoorInputs,
      },
      output: { ...changeOutputs, requestId: requestIdOutput },
    },
    async handler(ctx) {
      const { input } = ctx;
      const { entityRef, entity } = await resolveEntity({
        catalog,
        credentials: await ctx.getInitiatorCredentials(),
        entityRef: input.entityRef,
        field: 'entityRef',
      });
      const intent = toAzureFrontDoorInput({
        ...{ entityRef, ownerTag, input },
        entityName: entity.metadata.name,
        profile: getAzureClusterProfile(clusters, input.cluster),
      });
      const { path } = intent.infrastructure;
      const { built, requestId } = await refusalsAsInputErrors(async () => {
        const existing = await readExisting(
          ctx.workspacePath,
          input.sourcePath,
          { 'infrastructure.path': path },
        );
        const { requestMessage, ...request } = await chooseRequest(ctx, {
          ...{ path, existing, name: intent.name },
          resource: 'front-door-origin',
        });
        return {
          built: buildAzureFrontDoor(
            { ...intent, requestMessage },
            { existing },
          ),
          requestId: request.requestId,
        };
      }, fields);
      await finishChange(ctx, {
        built,
        branchName: `private-exposure/publish-${intent.name}`,
        targetPath: input.targetPath,
      });
      ctx.output('requestId', requestId);
    },
  });
}
