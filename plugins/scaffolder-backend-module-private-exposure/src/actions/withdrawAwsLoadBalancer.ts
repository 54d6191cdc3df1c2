import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  awsLoadBalancerWithdrawIntentSchema,
  buildAwsLoadBalancerWithdrawal,
  parseIntent,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { makeUnclaimedChange } from '../changes/makeUnclaimedChange';
import { toLoadBalancerWithdrawInput } from '../intents/toLoadBalancerWithdrawInput';
import { readExisting } from '../workspace/readExisting';
import { unclaimedChangeInputs } from './inputProperties';
import { loadBalancerWithdrawInputs } from './loadBalancerWithdrawInput';
import { changeOutputs } from './outputProperties';
import type { FieldNames } from './refusalsAsInputErrors';
import type { TagOwnerActionOptions } from './TagOwnerActionOptions';
import { examples } from './withdrawAwsLoadBalancer.examples';

/** What the action's input calls fields of the intent. */
const fields: FieldNames = [
  [/^manifest\.path/, 'manifestPath'],
  [/^service\.name$/, 'serviceName'],
  [/^service\.namespace/, 'namespace'],
];

/**
 * Creates `private-exposure:aws-load-balancer:withdraw`: writes one step of taking a service's load balancer back. A step
 * that the file has behind it leaves no file to write.
 *
 * @public
 */
export function createWithdrawAwsLoadBalancerAction({
  catalog,
}: Pick<TagOwnerActionOptions, 'catalog'>) {
  return createTemplateAction({
    id: 'private-exposure:aws-load-balancer:withdraw',
    description:
      'Writes one step of taking a load balancer back: lift its protection, then remove it.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...unclaimedChangeInputs,
        ...loadBalancerWithdrawInputs,
      },
      output: changeOutputs,
    },
    handler: ctx =>
      makeUnclaimedChange(ctx, {
        ...{ catalog, fields },
        async build({ entityRef, entityName }) {
          const { input, workspacePath } = ctx;
          const intent = toLoadBalancerWithdrawInput({
            ...{ entityRef, entityName, input },
          });
          // Before anything is read, so that a bad name is blamed and not what follows from it.
          parseIntent(awsLoadBalancerWithdrawIntentSchema, intent);
          const existing = await readExisting(workspacePath, input.sourcePath, {
            manifestPath: intent.manifest.path,
          });
          const { service, ingressName, step } = intent;
          const name = service.name ?? ingressName;
          return {
            built: buildAwsLoadBalancerWithdrawal(intent, { existing }),
            branchName: `private-exposure/withdraw-${name}-${step}`,
          };
        },
      }),
  });
}
