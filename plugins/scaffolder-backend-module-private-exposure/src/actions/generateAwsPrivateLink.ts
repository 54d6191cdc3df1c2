import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  awsPrivateLinkExposureIntentSchema,
  buildAwsPrivateLinkExposure,
  parseIntent,
  toExposureInput,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { resolveEntity } from '../catalog/resolveEntity';
import { finishChange } from '../changes/finishChange';
import { getAwsClusterProfile } from '../config';
import { readExisting } from '../workspace/readExisting';
import { examples } from './generateAwsPrivateLink.examples';
import {
  endpointServiceInput,
  infrastructureInput,
  loadBalancerInput,
  manifestInput,
  serviceInput,
} from './generateInput';
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
 * Creates `private-exposure:aws-privatelink:generate`: writes the manifest of an internal Network Load Balancer and the
 * infrastructure code of its endpoint service, or edits both where they exist.
 *
 * @public
 */
export function createGenerateAwsPrivateLinkAction(
  options: TagOwnerActionOptions,
) {
  const { catalog, clusters, ownerTag } = options;
  return createTemplateAction({
    id: 'private-exposure:aws-privatelink:generate',
    description:
      'Writes the load balancer and the endpoint service that expose a service over AWS PrivateLink, into new files or into those that are there.',
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
        manifest: manifestInput,
        service: serviceInput,
        loadBalancer: loadBalancerInput,
        endpointService: endpointServiceInput,
        infrastructure: infrastructureInput,
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
      const profile = getAwsClusterProfile(clusters, input.cluster);
      const entityName = entity.metadata.name;
      const { built, name } = await refusalsAsInputErrors(async () => {
        const intent = toExposureInput({
          entityRef,
          entityName,
          ownerTag,
          profile,
          request: input,
        });
        // Before any file is read, so that a bad name is blamed and not the path made of it.
        parseIntent(awsPrivateLinkExposureIntentSchema, intent);
        const existing = await readExisting(
          ctx.workspacePath,
          input.sourcePath,
          {
            'manifest.path': intent.manifest.path,
            'infrastructure.path': intent.infrastructure.path,
          },
        );
        return {
          built: buildAwsPrivateLinkExposure(intent, {
            existing,
            clusterProfile: profile,
          }),
          name: intent.endpointService.name,
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
