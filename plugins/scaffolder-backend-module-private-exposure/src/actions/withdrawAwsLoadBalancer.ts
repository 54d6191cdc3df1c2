import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  awsLoadBalancerWithdrawIntentSchema,
  buildAwsLoadBalancerWithdrawal,
  parseIntent,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { resolveEntity } from '../catalog/resolveEntity';
import { finishChange } from '../changes/finishChange';
import { toLoadBalancerWithdrawInput } from '../intents/toLoadBalancerWithdrawInput';
import { readExisting } from '../workspace/readExisting';
import {
  entityRefInput,
  folderInput,
  reasonInput,
  sourcePathInput,
  targetPathInput,
} from './inputProperties';
import { loadBalancerWithdrawInputs } from './loadBalancerWithdrawInput';
import { changeOutputs } from './outputProperties';
import {
  refusalsAsInputErrors,
  type FieldNames,
} from './refusalsAsInputErrors';
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
        entityRef: entityRefInput,
        reason: reasonInput,
        sourcePath: sourcePathInput,
        targetPath: targetPathInput,
        folder: folderInput,
        ...loadBalancerWithdrawInputs,
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
      const intent = toLoadBalancerWithdrawInput({
        ...{ entityRef, input },
        entityName: entity.metadata.name,
      });
      const built = await refusalsAsInputErrors(async () => {
        // Before anything is read, so that a bad name is blamed and not what follows from it.
        parseIntent(awsLoadBalancerWithdrawIntentSchema, intent);
        const existing = await readExisting(workspacePath, sourcePath, {
          manifestPath: intent.manifest.path,
        });
        return buildAwsLoadBalancerWithdrawal(intent, { existing });
      }, fields);
      await finishChange(ctx, {
        built,
        branchName: `private-exposure/withdraw-${intent.service.name}-${intent.step}`,
        targetPath,
      });
    },
  });
}
