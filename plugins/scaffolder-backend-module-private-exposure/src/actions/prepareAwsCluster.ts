import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  awsClusterPreparationPaths,
  buildAwsClusterPreparation,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { makeChange } from '../changes/makeChange';
import { getAwsClusterProfile } from '../config';
import { toClusterPreparationInput } from '../intents/toClusterPreparationInput';
import { readExisting } from '../workspace/readExisting';
import { clusterPreparationInputs } from './clusterPreparationInput';
import { changeInputs, clusterInput } from './inputProperties';
import { changeOutputs } from './outputProperties';
import { examples } from './prepareAwsCluster.examples';
import type { FieldNames } from './refusalsAsInputErrors';
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
        ...changeInputs,
        cluster: clusterInput,
        ...clusterPreparationInputs,
      },
      output: changeOutputs,
    },
    handler: ctx =>
      makeChange(ctx, {
        ...{ catalog, fields },
        async build({ entityRef }) {
          const { input, workspacePath } = ctx;
          const intent = toClusterPreparationInput({
            ...{ entityRef, ownerTag, input },
            profile: getAwsClusterProfile(clusters, input.cluster),
          });
          const existing = await readExisting(
            workspacePath,
            input.sourcePath,
            awsClusterPreparationPaths(intent),
          );
          return {
            built: buildAwsClusterPreparation(intent, { existing }),
            branchName: `private-exposure/prepare-${intent.cluster}`,
          };
        },
      }),
  });
}
