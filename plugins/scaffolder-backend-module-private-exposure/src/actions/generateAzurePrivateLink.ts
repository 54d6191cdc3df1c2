import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  ANNOTATION_KUBERNETES_SERVICE,
  readListAnnotation,
} from '@postern/backstage-plugin-private-exposure-common';
import {
  azurePrivateLinkExposureIntentSchema,
  buildAzurePrivateLinkExposure,
  inFolder,
  parseIntent,
  toAzureExposureInput,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { resolveEntity } from '../catalog/resolveEntity';
import { finishChange } from '../changes/finishChange';
import { getAzureClusterProfile } from '../config';
import { readExisting } from '../workspace/readExisting';
import {
  azureLoadBalancerInput,
  azureManifestInput,
  privateLinkServiceInput,
} from './azureGenerateInput';
import { examples } from './generateAzurePrivateLink.examples';
import { serviceInput } from './generateInput';
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
import type { WriteFilesActionOptions } from './WriteFilesActionOptions';

/** The file in which an entity is described, where its repository has it. */
const CATALOG_FILE = 'catalog-info.yaml';

/**
 * Creates `private-exposure:azure-private-link:generate`: writes the manifest of an internal load balancer and its
 * private link service, or edits the one that is there.
 *
 * @public
 */
export function createGenerateAzurePrivateLinkAction(
  options: WriteFilesActionOptions,
) {
  const { catalog, clusters } = options;
  return createTemplateAction({
    id: 'private-exposure:azure-private-link:generate',
    description:
      'Writes the load balancer and the private link service that expose a service over Azure Private Link, into a new manifest or into the one that is there.',
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
        manifest: azureManifestInput,
        service: serviceInput,
        loadBalancer: azureLoadBalancerInput,
        privateLinkService: privateLinkServiceInput,
      },
      output: changeOutputs,
    },
    async handler(ctx) {
      const { input } = ctx;
      const { entityRef, entity } = await resolveEntity({
        catalog,
        credentials: await ctx.getInitiatorCredentials(),
        entityRef: input.entityRef,
        field: 'entityRef',
      });
      const profile = getAzureClusterProfile(clusters, input.cluster);
      const { built, name } = await refusalsAsInputErrors(async () => {
        const intent = toAzureExposureInput({
          ...{ entityRef, profile, request: input },
          entityName: entity.metadata.name,
        });
        // Before any file is read, so that a bad name is blamed and not the path made of it.
        parseIntent(azurePrivateLinkExposureIntentSchema, intent);
        const path = inFolder(input.folder, CATALOG_FILE);
        const existing = await readExisting(
          ctx.workspacePath,
          input.sourcePath,
          { 'manifest.path': intent.manifest.path, folder: path },
        );
        return {
          built: buildAzurePrivateLinkExposure(intent, {
            existing,
            clusterProfile: profile,
            claim: {
              annotation: ANNOTATION_KUBERNETES_SERVICE,
              held: readListAnnotation(entity, ANNOTATION_KUBERNETES_SERVICE),
              path,
            },
          }),
          name: intent.privateLinkService.name,
        };
      });
      await finishChange(ctx, {
        built,
        branchName: `private-exposure/expose-${name}`,
        targetPath: input.targetPath,
      });
    },
  });
}
