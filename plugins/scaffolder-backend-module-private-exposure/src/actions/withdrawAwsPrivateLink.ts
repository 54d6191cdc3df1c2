import { createTemplateAction } from '@backstage/plugin-scaffolder-node';
import {
  buildWithdrawal,
  parseIntent,
  withdrawIntentSchema,
} from '@postern/backstage-plugin-private-exposure-manifests';
import { resolveEntity } from '../catalog/resolveEntity';
import { finishChange } from '../changes/finishChange';
import { readConsumers } from '../consumers/readConsumers';
import { refuseCutOff } from '../consumers/refuseCutOff';
import { toConnections, toWithdrawInput } from '../intents/toWithdrawInput';
import { readExisting } from '../workspace/readExisting';
import {
  entityRefInput,
  folderInput,
  reasonInput,
  sourcePathInput,
  targetPathInput,
} from './inputProperties';
import { changeOutputs } from './outputProperties';
import { refusalsAsInputErrors } from './refusalsAsInputErrors';
import { examples } from './withdrawAwsPrivateLink.examples';
import type { WithdrawActionOptions } from './WithdrawActionOptions';
import { withdrawInputs } from './withdrawInput';

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
        entityRef: entityRefInput,
        reason: reasonInput,
        sourcePath: sourcePathInput,
        targetPath: targetPathInput,
        folder: folderInput,
        ...withdrawInputs,
      },
      output: changeOutputs,
    },
    async handler(ctx) {
      const { input } = ctx;
      const credentials = await ctx.getInitiatorCredentials();
      const { entityRef, entity } = await resolveEntity({
        catalog,
        credentials,
        entityRef: input.entityRef,
        field: 'entityRef',
      });
      const entityName = entity.metadata.name;
      const intent = toWithdrawInput({ entityRef, entityName, input });
      const built = await refusalsAsInputErrors(async () => {
        // Before anything is asked or read, so that a bad name is blamed and not what follows from it.
        const { step, endpointService, cutOffConsumers } = parseIntent(
          withdrawIntentSchema,
          intent,
        );
        const consumers = await readConsumers({
          ...{ auth, discovery, credentials, entityRef },
          kind: 'aws-endpoint-service',
          name: endpointService.name,
          logger: ctx.logger,
        });
        refuseCutOff(consumers, {
          cutsOff: step !== 'close',
          isServiceGone: step === 'remove-load-balancer',
          cutOffConsumers,
        });
        const existing = await readExisting(
          ctx.workspacePath,
          input.sourcePath,
          {
            manifestPath: intent.manifest.path,
            infrastructurePath: intent.infrastructure.path,
          },
        );
        return buildWithdrawal(
          { ...intent, ...toConnections(consumers) },
          { existing },
        );
      }, [
        [/^manifest\.path/, 'manifestPath'],
        [/^manifest\.form/, 'manifestForm'],
        [/^infrastructure\.path/, 'infrastructurePath'],
        [/^service\.name$/, 'serviceName'],
        [/^service\.namespace/, 'namespace'],
        [/^endpointService\.name/, 'endpointServiceName'],
      ]);
      await finishChange(ctx, {
        built,
        branchName: `private-exposure/withdraw-${intent.endpointService.name}-${intent.step}`,
        targetPath: input.targetPath,
      });
    },
  });
}
