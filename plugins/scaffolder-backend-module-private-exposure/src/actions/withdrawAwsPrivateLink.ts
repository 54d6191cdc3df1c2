import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  buildWithdrawal,
  parseIntent,
  withdrawIntentSchema,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { makeUnclaimedChange } from '../changes/makeUnclaimedChange';
import { findConnections } from '../consumers/findConnections';
import { toWithdrawInput } from '../intents/toWithdrawInput';
import { readExisting } from '../workspace/readExisting';
import { unclaimedChangeInputs } from './inputProperties';
import { changeOutputs } from './outputProperties';
import type { FieldNames } from './refusalsAsInputErrors';
import { examples } from './withdrawAwsPrivateLink.examples';
import type { WithdrawActionOptions } from './WithdrawActionOptions';
import { withdrawInputs } from './withdrawInput';

/** What the action's input calls fields of the intent. */
const fields: FieldNames = [
  [/^manifest\.path/, 'manifestPath'],
  [/^manifest\.form/, 'manifestForm'],
  [/^infrastructure\.path/, 'infrastructurePath'],
  [/^service\.name$/, 'serviceName'],
  [/^service\.namespace/, 'namespace'],
  [/^endpointService\.name/, 'endpointServiceName'],
];

/**
 * Creates `private-exposure:aws-privatelink:withdraw`: writes one step of taking an exposure back. What a step has to
 * remove already leaves no file to write.
 *
 * @remarks Asks the private exposure backend who is connected, also in a dry run: it changes nothing.
 *
 * @public
 */
export function createWithdrawAwsPrivateLinkAction(
  options: WithdrawActionOptions,
) {
  const { auth, catalog, discovery } = options;
  return createTemplateAction({
    id: 'private-exposure:aws-privatelink:withdraw',
    description:
      'Writes one step of taking a private exposure back: let nobody new in, remove the endpoint service, remove the load balancer.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...unclaimedChangeInputs,
        ...withdrawInputs,
      },
      output: changeOutputs,
    },
    handler: ctx =>
      makeUnclaimedChange(ctx, {
        ...{ catalog, fields },
        async build({ entityRef, entityName }) {
          const { input, logger, workspacePath } = ctx;
          const intent = toWithdrawInput({ entityRef, entityName, input });
          // Before anything is asked or read, so that a bad name is blamed and not what follows from it.
          const { step, endpointService, cutOffConsumers } = parseIntent(
            withdrawIntentSchema,
            intent,
          );
          const { name } = endpointService;
          const connections = await findConnections({
            ...{ auth, discovery, entityRef, name, logger, cutOffConsumers },
            credentials: await ctx.getInitiatorCredentials(),
            kind: 'aws-endpoint-service',
            cutsOff: step !== 'close',
            isServiceGone: step === 'remove-load-balancer',
          });
          const existing = await readExisting(workspacePath, input.sourcePath, {
            manifestPath: intent.manifest.path,
            infrastructurePath: intent.infrastructure.path,
          });
          const withdrawal = { ...intent, ...connections };
          return {
            built: buildWithdrawal(withdrawal, { existing }),
            branchName: `private-exposure/withdraw-${name}-${step}`,
          };
        },
      }),
  });
}
