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
import { UnsafeEditError } from './errors';
import {
  AzureWithdrawInput,
  AzureWithdrawIntent,
  azureWithdrawIntentSchema,
  azureWithdrawStepSpecs,
} from './intents/azureWithdraw';
import { parseIntent } from './intents/parseIntent';
import { lintManifests } from './linter/lintManifests';

interface StepEdit {
  path: string;
  before: string;
  /** Missing where the file goes. */
  after: string | undefined;
}

function edit(
  existing: ExistingFiles,
  path: string,
  change: (text: string) => string | undefined,
): StepEdit {
  const before = existing[path];
  if (before === undefined)
    throw new UnsafeEditError({ path, message: 'is not there' });
  return { path, before, after: change(before) };
}

// An origin that points to a private link service must go before it.
function refuseTooEarly(
  { frontDoor }: AzureWithdrawIntent,
  existing: ExistingFiles,
): void {
  if (!frontDoor) return;
  const { path } = frontDoor.infrastructure;
  const text = existing[path];
  if (text === undefined || text.trim() === '') return;
  if (declaresFrontDoor(text, frontDoor)) {
    throw new UnsafeEditError({
      path,
      message:
        "still has the Front Door; do the step 'remove-front-door' first, and let it be applied",
    });
  }
}

function editsFor(
  intent: AzureWithdrawIntent,
  existing: ExistingFiles,
): StepEdit[] {
  const { step, manifest, frontDoor } = intent;
  switch (step) {
    case 'close':
      return [
        edit(existing, manifest.path, text =>
          closePrivateLinkService(text, intent),
        ),
      ];
    case 'remove-front-door':
      return frontDoor
        ? [
            edit(existing, frontDoor.infrastructure.path, text =>
              withdrawFrontDoor(text, frontDoor),
            ),
          ]
        : [];
    case 'remove-load-balancer':
      refuseTooEarly(intent, existing);
      return [
        edit(existing, manifest.path, text =>
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
  const changes = editsFor(intent, options.existing).filter(
    ({ before, after }) => after !== before,
  );
  const files = changes.flatMap(({ path, after }) =>
    after === undefined ? [] : [{ path, content: after }],
  );
  const deletedPaths = changes
    .filter(({ after }) => after === undefined)
    .map(({ path }) => path);
  // The linter reads no Bicep.
  const isRead = ({ path }: { path: string }) => !path.endsWith('.bicep');
  const base = changes.map(({ path, before }) => ({ path, content: before }));
  const findings = lintManifests(files.filter(isRead), {
    base: base.filter(isRead),
  }).filter(({ ruleId }) => !ASKED_FOR.includes(ruleId));
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
