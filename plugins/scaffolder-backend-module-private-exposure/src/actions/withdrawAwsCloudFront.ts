import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  buildCloudFrontWithdrawal,
  cloudFrontWithdrawIntentSchema,
  parseIntent,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { resolveEntity } from '../catalog/resolveEntity';
import { finishChange } from '../changes/finishChange';
import { toCloudFrontWithdrawInput } from '../intents/toCloudFrontWithdrawInput';
import { readExisting } from '../workspace/readExisting';
import { readFilesBeside } from '../workspace/readFilesBeside';
import { cloudFrontWithdrawInputs } from './cloudFrontWithdrawInput';
import {
  entityRefInput,
  folderInput,
  reasonInput,
  sourcePathInput,
  targetPathInput,
} from './inputProperties';
import { changeOutputs } from './outputProperties';
import {
  refusalsAsInputErrors,
  type FieldNames,
} from './refusalsAsInputErrors';
import { examples } from './withdrawAwsCloudFront.examples';
import type { WithdrawActionOptions } from './WithdrawActionOptions';

/** What the action's input calls fields of the intent. */
const fields: FieldNames = [
  [/^manifest\.path/, 'manifestPath'],
  [/^service\.name$/, 'serviceName'],
  [/^service\.namespace/, 'namespace'],
  [/^infrastructure\.path/, 'infrastructurePath'],
  [/^origin\.route\.(ingress|route)\.name/, 'route.name'],
  [/^origin\.route\.(ingress|route)\.namespace/, 'namespace'],
  [/^origin\./, ''],
];

/**
 * Creates `private-exposure:aws-cloudfront:withdraw`: writes one step of taking a service off CloudFront. What a step has
 * to remove already leaves no file to write.
 *
 * @public
 */
export function createWithdrawAwsCloudFrontAction(
  options: Pick<WithdrawActionOptions, 'catalog'>,
) {
  const { catalog } = options;
  return createTemplateAction({
    id: 'private-exposure:aws-cloudfront:withdraw',
    description:
      'Writes one step of taking a service off CloudFront: remove the distribution with its firewall and names, remove the load balancer or the route, remove certificates and security group.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        entityRef: entityRefInput,
        reason: reasonInput,
        sourcePath: sourcePathInput,
        targetPath: targetPathInput,
        folder: folderInput,
        ...cloudFrontWithdrawInputs,
      },
      output: changeOutputs,
    },
    async handler(ctx) {
      const { input, workspacePath } = ctx;
      const { sourcePath } = input;
      const { entityRef, entity } = await resolveEntity({
        catalog,
        credentials: await ctx.getInitiatorCredentials(),
        entityRef: input.entityRef,
        field: 'entityRef',
      });
      const intent = toCloudFrontWithdrawInput({
        ...{ entityRef, input },
        entityName: entity.metadata.name,
      });
      const built = await refusalsAsInputErrors(async () => {
        // Before any file is read, so that a bad name is blamed and not the path made of it.
        const { origin, infrastructure } = parseIntent(
          cloudFrontWithdrawIntentSchema,
          intent,
        );
        const existing = {
          ...(await readFilesBeside(
            {
              ...{ workspacePath, sourcePath, path: infrastructure.path },
              field: 'infrastructurePath',
            },
            infrastructure.format === 'terraform'
              ? ['.tf']
              : ['.json', '.yaml', '.yml'],
          )),
          ...(await readExisting(workspacePath, sourcePath, {
            manifestPath: intent.manifest.path,
            ...(origin.type === 'public-entrance'
              ? { 'route.path': origin.route.path }
              : {}),
          })),
        };
        return buildCloudFrontWithdrawal(intent, { existing });
      }, fields);
      await finishChange(ctx, {
        built,
        branchName: `private-exposure/withdraw-${intent.name}-${intent.step}`,
        targetPath: input.targetPath,
      });
    },
  });
}
