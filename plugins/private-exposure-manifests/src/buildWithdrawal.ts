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

/** A file before and after the step; `after` is missing where the file goes. */
interface StepEdit {
  path: string;
  before: string;
  after: string | undefined;
}

function edit(
  existing: ExistingFiles,
  path: string,
  change: (text: string) => string | undefined,
): StepEdit {
  const before = existingText(existing, path);
  return { path, before, after: change(before) };
}

// The load balancer can't go while infrastructure code still has the endpoint service.
function refuseTooEarly(intent: WithdrawIntent, existing: ExistingFiles): void {
  const { path } = intent.infrastructure;
  const text = existing[path];
  if (text === undefined || text.trim() === '') return;
  if (declaresEndpointService(text, intent)) {
    throw new UnsafeEditError({
      path,
      message:
        "still has the endpoint service; do the step 'remove-service' first, and let it be applied",
    });
  }
}

function editsFor(intent: WithdrawIntent, existing: ExistingFiles): StepEdit[] {
  const { manifest, infrastructure, step } = intent;
  const removeFrom = (options: { grantsOnly: boolean }) =>
    edit(existing, infrastructure.path, text =>
      withdrawInfrastructure(text, intent, options),
    );
  switch (step) {
    case 'close':
      return [
        removeFrom({ grantsOnly: true }),
        edit(existing, manifest.path, text =>
          disableDeletionProtection(text, intent),
        ),
      ];
    case 'remove-service':
      return [removeFrom({ grantsOnly: false })];
    case 'remove-load-balancer':
      refuseTooEarly(intent, existing);
      return [
        edit(existing, manifest.path, text =>
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
  const changes = editsFor(intent, options.existing).filter(
    ({ before, after }) => after !== before,
  );
  const files = changes.flatMap(({ path, after }) =>
    after === undefined ? [] : [{ path, content: after }],
  );
  const deletedPaths = changes
    .filter(({ after }) => after === undefined)
    .map(({ path }) => path);
  const base = changes.map(({ path, before }) => ({ path, content: before }));
  const findings = lintManifests(files, { base }).filter(
    ({ ruleId }) => !ASKED_FOR.includes(ruleId),
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
