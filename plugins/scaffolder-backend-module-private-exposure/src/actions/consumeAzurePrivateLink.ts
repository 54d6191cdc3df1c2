import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { buildAzurePrivateLinkConsumer } from '@postern/backstage-plugin-private-exposure-manifests';
import { resolveEntity } from '../catalog/resolveEntity';
import { finishChange } from '../changes/finishChange';
import { getAzureClusterProfile } from '../config';
import { chooseRequest } from '../intents/chooseRequest';
import { toAzureConsumerInput } from '../intents/toAzureConsumerInput';
import { readExisting } from '../workspace/readExisting';
import { azureConsumeInputs } from './azureConsumeInput';
import { examples } from './consumeAzurePrivateLink.examples';
import {
  clusterInput,
  entityRefInput,
  folderInput,
  reasonInput,
  sourcePathInput,
  targetPathInput,
} from './inputProperties';
import { changeOutputs } from './outputProperties';
import { refusalsAsInputErrors } from './refusalsAsInputErrors';
import { requestIdOutput } from './requestIdOutput';
import type { TagOwnerActionOptions } from './TagOwnerActionOptions';

/**
 * Creates `private-exposure:azure-private-link:consume`: writes a consumer's private endpoint and the private DNS name
 * that leads to it.
 *
 * @public
 */
export function createConsumeAzurePrivateLinkAction(
  options: TagOwnerActionOptions,
) {
  const { catalog, clusters, ownerTag } = options;
  return createTemplateAction({
    id: 'private-exposure:azure-private-link:consume',
    description:
      'Writes the private endpoint, and its private DNS name, with which a component connects to a private service in Azure.',
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
        ...azureConsumeInputs,
      },
      output: { ...changeOutputs, requestId: requestIdOutput },
    },
    async handler(ctx) {
      const { input } = ctx;
      const credentials = await ctx.getInitiatorCredentials();
      const resolve = (entityRef: string, field: string) =>
        resolveEntity({ catalog, credentials, entityRef, field });
      const { entityRef, entity } = await resolve(input.entityRef, 'entityRef');
      const provider = input.providerRef
        ? await resolve(input.providerRef, 'providerRef')
        : undefined;
      const intent = toAzureConsumerInput({
        ...{ entityRef, ownerTag, input },
        entityName: entity.metadata.name,
        providerEntityRef: provider?.entityRef,
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
          resource: 'private-endpoint',
        });
        return {
          built: buildAzurePrivateLinkConsumer(
            { ...intent, requestMessage },
            { existing },
          ),
          requestId: request.requestId,
        };
      });
      await finishChange(ctx, {
        built,
        branchName: `private-exposure/connect-${intent.name}`,
        targetPath: input.targetPath,
      });
      ctx.output('requestId', requestId);
    },
  });
}
