import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import { buildAwsPrivateLinkConsumer } from '@postern/backstage-plugin-private-exposure-manifests';
import { resolveEntity } from '../catalog/resolveEntity';
import { finishChange } from '../changes/finishChange';
import { getAwsClusterProfile } from '../config';
import { toConsumerInput } from '../intents/toConsumerInput';
import { readExisting } from '../workspace/readExisting';
import { examples } from './consumeAwsPrivateLink.examples';
import { consumeInputs } from './consumeInput';
import { infrastructureInput } from './generateInput';
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
import type { TagOwnerActionOptions } from './TagOwnerActionOptions';

/**
 * Creates `private-exposure:aws-privatelink:consume`: writes a consumer's VPC endpoint and its security group, or edits
 * them where they exist.
 *
 * @public
 */
export function createConsumeAwsPrivateLinkAction(
  options: TagOwnerActionOptions,
) {
  const { catalog, clusters, ownerTag } = options;
  return createTemplateAction({
    id: 'private-exposure:aws-privatelink:consume',
    description:
      'Writes the VPC endpoint and the security group with which a component connects to a private service.',
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
        ...consumeInputs,
        infrastructure: infrastructureInput,
      },
      output: changeOutputs,
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
      const intent = toConsumerInput({
        entityRef,
        entityName: entity.metadata.name,
        ownerTag,
        providerEntityRef: provider?.entityRef,
        profile: getAwsClusterProfile(clusters, input.cluster),
        input,
      });
      const { path } = intent.infrastructure;
      const built = await refusalsAsInputErrors(async () => {
        const existing = await readExisting(
          ctx.workspacePath,
          input.sourcePath,
          {
            'infrastructure.path': path,
          },
        );
        return buildAwsPrivateLinkConsumer(intent, { existing });
      });
      await finishChange(ctx, {
        built,
        branchName: `private-exposure/connect-${intent.name}`,
        targetPath: input.targetPath,
      });
    },
  });
}
