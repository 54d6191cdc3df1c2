import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  awsLoadBalancerIntentSchema,
  buildAwsLoadBalancer,
  parseIntent,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { resolveEntity } from '../catalog/resolveEntity';
import { finishChange } from '../changes/finishChange';
import { getAwsClusterProfile } from '../config';
import { toLoadBalancerInput } from '../intents/toLoadBalancerInput';
import { readExisting } from '../workspace/readExisting';
import { readFilesBeside } from '../workspace/readFilesBeside';
import { examples } from './generateAwsLoadBalancer.examples';
import {
  clusterInput,
  entityRefInput,
  folderInput,
  reasonInput,
  sourcePathInput,
  targetPathInput,
} from './inputProperties';
import { loadBalancerInputs } from './loadBalancerInput';
import { changeOutputs } from './outputProperties';
import {
  refusalsAsInputErrors,
  type FieldNames,
} from './refusalsAsInputErrors';
import type { TagOwnerActionOptions } from './TagOwnerActionOptions';

/** What the action's input calls fields of the intent. */
const fields: FieldNames = [
  [/^manifest\.path/, 'manifestPath'],
  [/^ingress\.name/, 'ingressName'],
  [/^ingress\.ingressClassName/, 'ingressClassName'],
  [/^ingress\.paths(\[\d+\])\.path/, 'paths$1'],
  [/^ingress\./, ''],
  [/^loadBalancer\.subnets.*/, 'cluster (subnets of its profile)'],
  [/^loadBalancer\.group\.name/, 'loadBalancer.group'],
  [/^loadBalancer\.healthCheck\.path/, 'loadBalancer.healthCheckPath'],
];

/**
 * Creates `private-exposure:aws-load-balancer:generate`: writes the Service and the Ingress of a service behind an
 * Application Load Balancer, in the cluster's account or in the one whose subnets the cluster uses.
 *
 * @public
 */
export function createGenerateAwsLoadBalancerAction(
  options: TagOwnerActionOptions,
) {
  const { catalog, clusters, ownerTag } = options;
  return createTemplateAction({
    id: 'private-exposure:aws-load-balancer:generate',
    description:
      'Writes a Service and an Ingress that expose a service through an Application Load Balancer, in the account of the cluster or in the one whose subnets it uses.',
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
        ...loadBalancerInputs,
      },
      output: changeOutputs,
    },
    async handler(ctx) {
      const { input, workspacePath } = ctx;
      const { sourcePath, targetPath } = input;
      const { entityRef, entity } = await resolveEntity({
        catalog,
        credentials: await ctx.getInitiatorCredentials(),
        entityRef: input.entityRef,
        field: 'entityRef',
      });
      const clusterProfile = getAwsClusterProfile(clusters, input.cluster);
      const intent = toLoadBalancerInput({
        ...{ entityRef, ownerTag, input },
        entityName: entity.metadata.name,
        profile: clusterProfile,
      });
      const { path } = intent.manifest;
      const built = await refusalsAsInputErrors(async () => {
        // Before anything is read, so that a bad name is blamed and not what follows from it.
        parseIntent(awsLoadBalancerIntentSchema, intent);
        const file = { workspacePath, sourcePath, path, field: 'manifestPath' };
        const existing = {
          // Other members of a group may stand beside it.
          ...(intent.loadBalancer?.group
            ? await readFilesBeside(file, ['.yaml', '.yml'])
            : {}),
          ...(await readExisting(workspacePath, sourcePath, {
            manifestPath: path,
          })),
        };
        return buildAwsLoadBalancer(intent, { existing, clusterProfile });
      }, fields);
      await finishChange(ctx, {
        built,
        branchName: `private-exposure/expose-${intent.service.name}-load-balancer`,
        targetPath,
      });
    },
  });
}
