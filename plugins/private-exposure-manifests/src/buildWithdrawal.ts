import { finishStep } from './builders/finishStep';
import { refuseTooEarly } from './builders/refuseTooEarly';
import { editExisting, StepEdit } from './builders/StepEdit';
import { BuildResult, ExistingFiles } from './builders/types';
import {
  declaresEndpointService,
  withdrawInfrastructure,
} from './builders/withdrawInfrastructure';
import {
  disableDeletionProtection,
  withdrawLoadBalancer,
} from './builders/withdrawManifest';
import { describeIngresses } from './describe/describeObjects';
import { describeWithdrawal } from './describe/describeWithdrawal';
import { parseIntent } from './intents/parseIntent';
import {
  WithdrawInput,
  WithdrawIntent,
  withdrawIntentSchema,
  withdrawStepSpecs,
} from './intents/withdraw';

function editsFor(intent: WithdrawIntent, existing: ExistingFiles): StepEdit[] {
  const { manifest, infrastructure, step } = intent;
  const removeFrom = (options: { grantsOnly: boolean }) =>
    editExisting(existing, infrastructure.path, text =>
      withdrawInfrastructure(text, intent, options),
    );
  switch (step) {
    case 'close':
      return [
        removeFrom({ grantsOnly: true }),
        editExisting(existing, manifest.path, text =>
          disableDeletionProtection(text, intent),
        ),
      ];
    case 'remove-service':
      return [removeFrom({ grantsOnly: false })];
    case 'remove-load-balancer':
      // AWS deletes no load balancer that an endpoint service uses.
      refuseTooEarly(existing, infrastructure.path, {
        what: 'the endpoint service',
        step: 'remove-service',
        isIn: text => declaresEndpointService(text, intent),
      });
      return [
        editExisting(existing, manifest.path, text =>
          withdrawLoadBalancer(text, intent),
        ),
      ];
    default:
      return [];
  }
}

/** What a withdrawal is for; whom it would cut off is judged before, by the connections that there are. */
const ASKED_FOR = [
  'change/endpoint-service-removed',
  'change/grant-removed',
  'change/load-balancer-removed',
];

/**
 * Builds one step of a withdrawal. Each step is a change of its own, in the order of {@link withdrawStepSpecs}; a step
 * that the files have behind them leaves nothing to write.
 *
 * @throws {@link InvalidIntentError} where connections are open that an earlier step rejects.
 * @throws {@link UnsafeEditError} where a file is missing, can't be edited safely, or an earlier step is not done.
 * @public
 */
export function buildWithdrawal(
  input: WithdrawInput,
  options: { existing: ExistingFiles },
): BuildResult {
  const intent = parseIntent(withdrawIntentSchema, input);
  const { files, deletedPaths, findings, base } = finishStep(
    editsFor(intent, options.existing),
    { askedFor: ASKED_FOR },
  );
  const step = withdrawStepSpecs.find(({ id }) => id === intent.step);
  return {
    files,
    deletedPaths,
    findings,
    title: `${step?.title ?? intent.step}: ${intent.service.namespace}/${
      intent.service.name
    }`,
    description: describeWithdrawal({
      ...{ intent, files, deletedPaths, findings },
      ingresses: describeIngresses(files, { base }),
    }),
  };
}
