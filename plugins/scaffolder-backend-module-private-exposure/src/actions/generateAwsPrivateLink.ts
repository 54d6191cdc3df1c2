import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  awsPrivateLinkExposureIntentSchema,
  buildAwsPrivateLinkExposure,
  parseIntent,
  toExposureInput,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { makeChange } from '../changes/makeChange';
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
import { changeInputs, clusterInput } from './inputProperties';
import { changeOutputs } from './outputProperties';
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
        ...changeInputs,
        cluster: clusterInput,
        manifest: manifestInput,
        service: serviceInput,
        loadBalancer: loadBalancerInput,
        endpointService: endpointServiceInput,
        infrastructure: infrastructureInput,
      },
      output: changeOutputs,
    },
    handler: ctx =>
      makeChange(ctx, {
        catalog,
        async build({ entityRef, entityName }) {
          const { input: request, workspacePath } = ctx;
          const profile = getAwsClusterProfile(clusters, request.cluster);
          const intent = toExposureInput({
            ...{ entityRef, entityName, ownerTag, profile, request },
          });
          // Before any file is read, so that a bad name is blamed and not the path made of it.
          parseIntent(awsPrivateLinkExposureIntentSchema, intent);
          const existing = await readExisting(
            workspacePath,
            request.sourcePath,
            {
              'manifest.path': intent.manifest.path,
              'infrastructure.path': intent.infrastructure.path,
            },
          );
          return {
            built: buildAwsPrivateLinkExposure(intent, {
              ...{ existing, clusterProfile: profile },
            }),
            branchName: `private-exposure/expose-${intent.endpointService.name}`,
          };
        },
      }),
  });
}
