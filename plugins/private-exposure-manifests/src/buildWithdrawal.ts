import { BuildResult, ExistingFiles } from './builders/types';
import { withdrawInfrastructure } from './builders/withdrawInfrastructure';
import {
  disableDeletionProtection,
  withdrawLoadBalancer,
} from './builders/withdrawManifest';
import { describeWithdrawal } from './describe/describeWithdrawal';
import { UnsafeEditError } from './errors';
import { parseIntent } from './intents/parseIntent';
import {
  WithdrawInput,
  WithdrawIntent,
  withdrawIntentSchema,
  withdrawStepSpecs,
} from './intents/withdraw';
import { lintManifests } from './linter/lintManifests';

function existingText(existing: ExistingFiles, path: string): string {
  const text = existing[path];
  if (text === undefined)
    throw new UnsafeEditError({ path, message: 'is not there' });
  return text;
}

/** The step's file before and after; `after` is missing where the file goes. */
interface StepEdit {
  path: string;
  before: string;
  after: string | undefined;
}

// The load balancer can't go while infrastructure code still names the endpoint service.
function refuseTooEarly(intent: WithdrawIntent, existing: ExistingFiles): void {
  const { path, format } = intent.infrastructure;
  const text = existing[path];
  if (text === undefined || format === 'cloudformation') return;
  const after = withdrawInfrastructure(text, intent, { grantsOnly: false });
  if (after !== text) {
    throw new UnsafeEditError({
      path,
      message:
        'still has the endpoint service; do the step remove-endpoint-service first',
    });
  }
}

function editFor(
  intent: WithdrawIntent,
  existing: ExistingFiles,
): StepEdit | undefined {
  const { manifest, infrastructure, step } = intent;
  if (step === 'reject-connections') return undefined;
  if (step === 'tell-consumers' || step === 'remove-endpoint-service') {
    const before = existingText(existing, infrastructure.path);
    const grantsOnly = step === 'tell-consumers';
    return {
      path: infrastructure.path,
      before,
      after: withdrawInfrastructure(before, intent, { grantsOnly }),
    };
  }
  const before = existingText(existing, manifest.path);
  const edit =
    step === 'remove-load-balancer'
      ? withdrawLoadBalancer
      : disableDeletionProtection;
  if (step === 'remove-load-balancer') refuseTooEarly(intent, existing);
  return { path: manifest.path, before, after: edit(before, intent) };
}

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
  const edit = editFor(intent, options.existing);
  const isChanged = edit !== undefined && edit.after !== edit.before;
  const files =
    isChanged && edit.after !== undefined
      ? [{ path: edit.path, content: edit.after }]
      : [];
  const deletedPaths = isChanged && edit.after === undefined ? [edit.path] : [];
  const findings = lintManifests(files);
  const step = withdrawStepSpecs.find(({ id }) => id === intent.step);
  return {
    files,
    deletedPaths,
    findings,
    title: `${step?.title ?? intent.step}: ${intent.service.namespace}/${
      intent.service.name
    }`,
    description: describeWithdrawal({ intent, files, deletedPaths, findings }),
  };
}
