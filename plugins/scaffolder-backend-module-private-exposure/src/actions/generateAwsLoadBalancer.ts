import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  awsLoadBalancerIntentSchema,
  buildAwsLoadBalancer,
  parseIntent,
  toLoadBalancerInput,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { makeChange } from '../changes/makeChange';
import { getAwsClusterProfile } from '../config';
import { readExisting } from '../workspace/readExisting';
import { readFilesBeside } from '../workspace/readFilesBeside';
import { examples } from './generateAwsLoadBalancer.examples';
import { changeInputs, clusterInput } from './inputProperties';
import { loadBalancerInputs } from './loadBalancerInput';
import { changeOutputs } from './outputProperties';
import type { FieldNames } from './refusalsAsInputErrors';
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
        ...changeInputs,
        cluster: clusterInput,
        ...loadBalancerInputs,
      },
      output: changeOutputs,
    },
    handler: ctx =>
      makeChange(ctx, {
        ...{ catalog, fields },
        async build({ entityRef, entityName }) {
          const { input: request, workspacePath } = ctx;
          const { cluster, sourcePath } = request;
          const clusterProfile = getAwsClusterProfile(clusters, cluster);
          const intent = toLoadBalancerInput({
            ...{ entityRef, entityName, ownerTag, request },
            profile: clusterProfile,
          });
          // Before anything is read, so that a bad name is blamed and not what follows from it.
          parseIntent(awsLoadBalancerIntentSchema, intent);
          const { path } = intent.manifest;
          const file = { path, field: 'manifestPath' };
          const existing = {
            // Other members of a group may stand beside it.
            ...(intent.loadBalancer?.group
              ? await readFilesBeside({ ...file, workspacePath, sourcePath }, [
                  '.yaml',
                  '.yml',
                ])
              : {}),
            ...(await readExisting(workspacePath, sourcePath, {
              manifestPath: path,
            })),
          };
          return {
            built: buildAwsLoadBalancer(intent, { existing, clusterProfile }),
            branchName: `private-exposure/expose-${intent.service.name}-load-balancer`,
          };
        },
      }),
  });
}
