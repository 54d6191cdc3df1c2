import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  azureWithdrawIntentSchema,
  buildAzureWithdrawal,
  parseIntent,
  toResourceName,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { makeUnclaimedChange } from '../changes/makeUnclaimedChange';
import { findConnections } from '../consumers/findConnections';
import { toAzureWithdrawInput } from '../intents/toAzureWithdrawInput';
import { readExisting } from '../workspace/readExisting';
import { azureWithdrawInputs } from './azureWithdrawInput';
import { unclaimedChangeInputs } from './inputProperties';
import { changeOutputs } from './outputProperties';
import type { FieldNames } from './refusalsAsInputErrors';
import type { WithdrawActionOptions } from './WithdrawActionOptions';
import { examples } from './withdrawAzurePrivateLink.examples';

/** What the action's input calls fields of the intent. */
const fields: FieldNames = [
  [/^manifest\.path/, 'manifestPath'],
  [/^manifest\.form/, 'manifestForm'],
  [/^service\.name$/, 'serviceName'],
  [/^service\.namespace/, 'namespace'],
  [/^frontDoor\.name/, 'frontDoorName'],
  [/^frontDoor\.infrastructure\.path/, 'frontDoorPath'],
];

/**
 * Creates `private-exposure:azure-private-link:withdraw`: writes one step of taking an exposure in Azure back. What a step
 * has to remove already leaves no file to write.
 *
 * @remarks Asks the private exposure backend who is connected, also in a dry run: it changes nothing.
 *
 * @public
 */
export function createWithdrawAzurePrivateLinkAction(
  options: WithdrawActionOptions,
) {
  const { auth, catalog, discovery } = options;
  return createTemplateAction({
    id: 'private-exposure:azure-private-link:withdraw',
    description:
      'Writes one step of taking an exposure in Azure back: let nobody new in, remove Front Door, remove the load balancer with the private link service.',
    examples,
    supportsDryRun: true,
    schema: {
      input: {
        ...unclaimedChangeInputs,
        ...azureWithdrawInputs,
      },
      output: changeOutputs,
    },
    handler: ctx =>
      makeUnclaimedChange(ctx, {
        ...{ catalog, fields },
        async build({ entityRef, entityName }) {
          const { input, logger, workspacePath } = ctx;
          const intent = toAzureWithdrawInput({ entityRef, entityName, input });
          // Before anything is asked or read, so that a bad name is blamed and not what follows from it.
          const { step, service, cutOffConsumers } = parseIntent(
            azureWithdrawIntentSchema,
            intent,
          );
          const connections = await findConnections({
            ...{ auth, discovery, entityRef, logger, cutOffConsumers },
            credentials: await ctx.getInitiatorCredentials(),
            kind: 'azure-private-link-service',
            name: input.privateLinkServiceName || toResourceName(service.name),
            // Front Door's own connection goes with it, and is no consumer to be told.
            cutsOff: step === 'remove-load-balancer',
            // The last step removes it; none is removed before.
            isServiceGone: false,
          });
          const existing = await readExisting(workspacePath, input.sourcePath, {
            manifestPath: intent.manifest.path,
            frontDoorPath: intent.frontDoor.infrastructure.path,
          });
          const withdrawal = { ...intent, ...connections };
          return {
            built: buildAzureWithdrawal(withdrawal, { existing }),
            branchName: `private-exposure/withdraw-${service.name}-${step}`,
          };
        },
      }),
  });
}
