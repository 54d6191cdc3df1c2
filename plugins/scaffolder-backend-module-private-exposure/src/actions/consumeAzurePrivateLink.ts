import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { buildAzurePrivateLinkConsumer } from '@postern/backstage-plugin-private-exposure-manifests';
import { resolveEntity } from '../catalog/resolveEntity';
import { makeChange } from '../changes/makeChange';
import { getAzureClusterProfile } from '../config';
import { chooseRequest } from '../intents/chooseRequest';
import { toAzureConsumerInput } from '../intents/toAzureConsumerInput';
import { readExisting } from '../workspace/readExisting';
import { azureConsumeInputs } from './azureConsumeInput';
import { examples } from './consumeAzurePrivateLink.examples';
import { changeInputs, clusterInput } from './inputProperties';
import { changeOutputs } from './outputProperties';
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
        ...changeInputs,
        cluster: clusterInput,
        ...azureConsumeInputs,
      },
      output: { ...changeOutputs, requestId: requestIdOutput },
    },
    handler: ctx =>
      makeChange(ctx, {
        catalog,
        async build({ entityRef, entityName, credentials }) {
          const { input, workspacePath } = ctx;
          const { cluster, providerRef, sourcePath } = input;
          const provider = providerRef
            ? await resolveEntity({
                ...{ catalog, credentials, field: 'providerRef' },
                entityRef: providerRef,
              })
            : undefined;
          const intent = toAzureConsumerInput({
            ...{ entityRef, entityName, ownerTag, input },
            providerEntityRef: provider?.entityRef,
            profile: getAzureClusterProfile(clusters, cluster),
          });
          const { path } = intent.infrastructure;
          const existing = await readExisting(workspacePath, sourcePath, {
            'infrastructure.path': path,
          });
          const { requestMessage, requestId } = await chooseRequest(ctx, {
            ...{ path, existing, name: intent.name },
            resource: 'private-endpoint',
          });
          ctx.output('requestId', requestId);
          return {
            built: buildAzurePrivateLinkConsumer(
              { ...intent, requestMessage },
              { existing },
            ),
            branchName: `private-exposure/connect-${intent.name}`,
          };
        },
      }),
  });
}
