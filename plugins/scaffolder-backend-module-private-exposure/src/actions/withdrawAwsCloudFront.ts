import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  buildCloudFrontWithdrawal,
  cloudFrontWithdrawIntentSchema,
  parseIntent,
  type CloudFrontWithdrawIntent,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { makeUnclaimedChange } from '../changes/makeUnclaimedChange';
import { toCloudFrontWithdrawInput } from '../intents/toCloudFrontWithdrawInput';
import type { FilesContext } from '../workspace/readCloudFrontFiles';
import { readExisting } from '../workspace/readExisting';
import { readModule } from '../workspace/readModule';
import { cloudFrontWithdrawInputs } from './cloudFrontWithdrawInput';
import { unclaimedChangeInputs } from './inputProperties';
import { changeOutputs } from './outputProperties';
import type { FieldNames } from './refusalsAsInputErrors';
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

/** Reads what a step may have to edit. */
async function readPublishedFiles(
  { workspacePath, input: { sourcePath } }: FilesContext,
  { infrastructure, manifest, origin }: CloudFrontWithdrawIntent,
): Promise<Record<string, string>> {
  const module = await readModule(
    { workspacePath, sourcePath, field: 'infrastructurePath' },
    infrastructure,
  );
  const files = await readExisting(workspacePath, sourcePath, {
    manifestPath: manifest.path,
    ...(origin.type === 'public-entrance'
      ? { 'route.path': origin.route.path }
      : {}),
  });
  return { ...module, ...files };
}

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
        ...unclaimedChangeInputs,
        ...cloudFrontWithdrawInputs,
      },
      output: changeOutputs,
    },
    handler: ctx =>
      makeUnclaimedChange(ctx, {
        ...{ catalog, fields },
        async build({ entityRef, entityName }) {
          const intent = toCloudFrontWithdrawInput({
            ...{ entityRef, entityName, input: ctx.input },
          });
          // Before any file is read, so that a bad name is blamed and not the path made of it.
          const checked = parseIntent(cloudFrontWithdrawIntentSchema, intent);
          const existing = await readPublishedFiles(ctx, checked);
          return {
            built: buildCloudFrontWithdrawal(intent, { existing }),
            branchName: `private-exposure/withdraw-${intent.name}-${intent.step}`,
          };
        },
      }),
  });
}
