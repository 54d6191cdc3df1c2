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
import { makeChange } from '../changes/makeChange';
import { getAzureClusterProfile } from '../config';
import { readExisting } from '../workspace/readExisting';
import {
  azureLoadBalancerInput,
  azureManifestInput,
  privateLinkServiceInput,
} from './azureGenerateInput';
import { examples } from './generateAzurePrivateLink.examples';
import { serviceInput } from './generateInput';
import { changeInputs, clusterInput } from './inputProperties';
import { changeOutputs } from './outputProperties';
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
        ...changeInputs,
        cluster: clusterInput,
        manifest: azureManifestInput,
        service: serviceInput,
        loadBalancer: azureLoadBalancerInput,
        privateLinkService: privateLinkServiceInput,
      },
      output: changeOutputs,
    },
    handler: ctx =>
      makeChange(ctx, {
        catalog,
        async build({ entityRef, entityName, entity }) {
          const { input: request, workspacePath } = ctx;
          const { cluster, folder, sourcePath } = request;
          const profile = getAzureClusterProfile(clusters, cluster);
          const intent = toAzureExposureInput({
            ...{ entityRef, entityName, profile, request },
          });
          // Before any file is read, so that a bad name is blamed and not the path made of it.
          parseIntent(azurePrivateLinkExposureIntentSchema, intent);
          const path = inFolder(folder, CATALOG_FILE);
          const existing = await readExisting(workspacePath, sourcePath, {
            'manifest.path': intent.manifest.path,
            folder: path,
          });
          const annotation = ANNOTATION_KUBERNETES_SERVICE;
          const held = readListAnnotation(entity, annotation);
          return {
            built: buildAzurePrivateLinkExposure(intent, {
              ...{ existing, clusterProfile: profile },
              claim: { annotation, held, path },
            }),
            branchName: `private-exposure/expose-${intent.privateLinkService.name}`,
          };
        },
      }),
  });
}
