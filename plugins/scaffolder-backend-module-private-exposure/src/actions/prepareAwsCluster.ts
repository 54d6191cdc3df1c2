import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  awsClusterPreparationPaths,
  buildAwsClusterPreparation,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { resolveEntity } from '../catalog/resolveEntity';
import { finishChange } from '../changes/finishChange';
import { getAwsClusterProfile } from '../config';
import { toClusterPreparationInput } from '../intents/toClusterPreparationInput';
import { readExisting } from '../workspace/readExisting';
import { clusterPreparationInputs } from './clusterPreparationInput';
import {
  clusterInput,
  entityRefInput,
  folderInput,
  reasonInput,
  sourcePathInput,
  targetPathInput,
} from './inputProperties';
import { changeOutputs } from './outputProperties';
import { examples } from './prepareAwsCluster.examples';
import {
  refusalsAsInputErrors,
  type FieldNames,
} from './refusalsAsInputErrors';
import type { TagOwnerActionOptions } from './TagOwnerActionOptions';

/** What the action's input calls fields of the intent. */
const fields: FieldNames = [
  [/^vpc/, 'cluster (vpcId of its profile)'],
  [/^controller\.serviceAccount\.name$/, 'controller.serviceAccount'],
  [/^controller\.serviceAccount\.namespace/, 'controller.namespace'],
  [/^pods\.from\.ids/, 'pods.fromSecurityGroups'],
  [/^pods\.from\.cidrs/, 'pods.fromNetworks'],
];

/**
 * Creates `private-exposure:aws-load-balancer:prepare-cluster`: writes what lets the AWS Load Balancer Controller of a
 * cluster make load balancers in another account.
 *
 * @public
 */
export function createPrepareAwsClusterAction(options: TagOwnerActionOptions) {
  const { catalog, clusters, ownerTag } = options;
  return createTemplateAction({
    id: 'private-exposure:aws-load-balancer:prepare-cluster',
    description:
      "Writes, once for a cluster, what lets its controller make load balancers in another account: identity provider, role and policy, shared subnets, the way to the pods, and the controller's service account and Helm values.",
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
        ...clusterPreparationInputs,
      },
      output: changeOutputs,
    },
    async handler(ctx) {
      const { input } = ctx;
      const { entityRef } = await resolveEntity({
        catalog,
        credentials: await ctx.getInitiatorCredentials(),
        entityRef: input.entityRef,
        field: 'entityRef',
      });
      const intent = toClusterPreparationInput({
        ...{ entityRef, ownerTag, input },
        profile: getAwsClusterProfile(clusters, input.cluster),
      });
      const built = await refusalsAsInputErrors(async () => {
        const existing = await readExisting(
          ctx.workspacePath,
          input.sourcePath,
          awsClusterPreparationPaths(intent),
        );
        return buildAwsClusterPreparation(intent, { existing });
      }, fields);
      await finishChange(ctx, {
        built,
        branchName: `private-exposure/prepare-${intent.cluster}`,
        targetPath: input.targetPath,
      });
    },
  });
}
