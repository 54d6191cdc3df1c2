import { finishStep } from './builders/finishStep';
import { refuseTooEarly } from './builders/refuseTooEarly';
import { editExisting, StepEdit } from './builders/StepEdit';
import { BuildResult, ExistingFiles } from './builders/types';
import {
  closePrivateLinkService,
  withdrawAzureLoadBalancer,
} from './builders/withdrawAzureManifest';
import {
  declaresFrontDoor,
  withdrawFrontDoor,
} from './builders/withdrawFrontDoor';
import { describeAzureWithdrawal } from './describe/azureWithdrawal';
import {
  AzureWithdrawInput,
  AzureWithdrawIntent,
  azureWithdrawIntentSchema,
  azureWithdrawStepSpecs,
} from './intents/azureWithdraw';
import { parseIntent } from './intents/parseIntent';

function editsFor(
  intent: AzureWithdrawIntent,
  existing: ExistingFiles,
): StepEdit[] {
  const { step, manifest, frontDoor } = intent;
  switch (step) {
    case 'close':
      return [
        editExisting(existing, manifest.path, text =>
          closePrivateLinkService(text, intent),
        ),
      ];
    case 'remove-front-door':
      return frontDoor
        ? [
            editExisting(existing, frontDoor.infrastructure.path, text =>
              withdrawFrontDoor(text, frontDoor),
            ),
          ]
        : [];
    case 'remove-load-balancer':
      if (frontDoor) {
        // An origin that points to a private link service must go before it.
        refuseTooEarly(existing, frontDoor.infrastructure.path, {
          what: 'the Front Door',
          step: 'remove-front-door',
          isIn: text => declaresFrontDoor(text, frontDoor),
        });
      }
      return [
        editExisting(existing, manifest.path, text =>
          withdrawAzureLoadBalancer(text, intent),
        ),
      ];
    default:
      return [];
  }
}

/** What a withdrawal is for; whom it would cut off is judged before, by the connections that there are. */
const ASKED_FOR = [
  'change/grant-removed',
  'change/load-balancer-removed',
  'change/private-link-service-changed',
];

/**
 * Builds one step of taking an exposure in Azure back. Each step is a change of its own, in the order of
 * {@link azureWithdrawStepSpecs}; a step that the files have behind them leaves nothing to write.
 *
 * @throws {@link InvalidIntentError} where connections are open that an earlier step rejects.
 * @throws {@link UnsafeEditError} where a file is missing, can't be edited safely, or an earlier step is not done.
 * @public
 */
export function buildAzureWithdrawal(
  input: AzureWithdrawInput,
  options: { existing: ExistingFiles },
): BuildResult {
  const intent = parseIntent(azureWithdrawIntentSchema, input);
  const { files, deletedPaths, findings } = finishStep(
    editsFor(intent, options.existing),
    { askedFor: ASKED_FOR },
  );
  const spec = azureWithdrawStepSpecs.find(({ id }) => id === intent.step);
  const { entityRef, frontDoor, service, step } = intent;
  const subject =
    !entityRef && frontDoor && step === 'remove-front-door'
      ? frontDoor.name
      : `${service.namespace}/${service.name}`;
  return {
    files,
    deletedPaths,
    findings,
    title: `${spec?.title ?? step}: ${subject}`,
    description: describeAzureWithdrawal({
      ...{ intent, files, deletedPaths, findings },
    }),
  };
}
