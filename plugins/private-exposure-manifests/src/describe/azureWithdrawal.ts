import { GeneratedFile } from '../builders/types';
import {
  AzureWithdrawIntent,
  azureWithdrawStepSpecs,
} from '../intents/azureWithdraw';
import { Finding } from '../linter/types';
import { azureFindingsSection } from './azureFindingsSection';
import { describeConsumers } from './describeConsumers';
import {
  codeMarkdown as code,
  escapeMarkdown as plain,
} from './escapeMarkdown';
import { bullets, findingsSection, section } from './sections';
import { describeStepFiles, describeSteps } from './stepSections';
import { UNCLAIMED } from './unclaimed';

const CHECKS: Record<AzureWithdrawIntent['step'], string[]> = {
  'tell-consumers': [
    'Nothing changes in the repository: write to the consumers, then go on.',
  ],
  close: [
    'Every consumer was told, with a date.',
    'Connections that are up stay up after this change; only those who have rights on the private link service can still ask.',
  ],
  'remove-front-door': [
    'Nobody needs the public way in: callers get no answer once this is applied.',
    'Domains that point to the endpoint are pointed elsewhere first; else somebody else could take them over.',
  ],
  'reject-connections': [
    'Nothing changes in the repository: reject the connections on the entity page, then go on.',
  ],
  'remove-load-balancer': [
    'Front Door, where there was one, is gone in Azure; else its origin points to nothing.',
    'Every connection is rejected or gone: with the load balancer the controller removes what is left.',
    'Nothing else reaches the service through this load balancer, from inside the network for example.',
  ],
};

const UNDO: Record<AzureWithdrawIntent['step'], string> = {
  'tell-consumers': 'Nothing to undo.\n',
  close: 'Revert this change: the same subscriptions may ask again.\n',
  'remove-front-door':
    'Revert this change. Front Door comes back under another address, and its connection has to be approved anew.\n',
  'reject-connections': 'A rejected consumer has to connect anew.\n',
  'remove-load-balancer':
    'Revert this change. The private link service comes back under another alias: consumers have to connect anew.\n',
};

function summarize({
  entityRef,
  frontDoor,
  service,
  step,
}: AzureWithdrawIntent): string {
  const way = `Takes back the way into ${code(
    `${service.namespace}/${service.name}`,
  )}`;
  if (entityRef) return `${way} of ${code(entityRef)}.\n`;
  // Of a Front Door alone nobody can say which Service is behind it.
  return step === 'remove-front-door' && frontDoor
    ? `Takes the Front Door ${code(
        frontDoor.name,
      )}, ${UNCLAIMED}, off the Internet.\n`
    : `${way}, ${UNCLAIMED}.\n`;
}

/** The pull request's body for one step of a withdrawal in Azure. @internal */
export function describeAzureWithdrawal(options: {
  intent: AzureWithdrawIntent;
  files: GeneratedFile[];
  deletedPaths: string[];
  findings: Finding[];
}): string {
  const { intent, findings } = options;
  return [
    summarize(intent),
    intent.reason ? `\nReason given: ${plain(intent.reason)}\n` : '',
    section('The steps', describeSteps(azureWithdrawStepSpecs, intent.step)),
    section('Consumers', describeConsumers(intent, 'subscription')),
    section('Files', describeStepFiles(options)),
    intent.step === 'remove-front-door' && intent.frontDoor
      ? azureFindingsSection(findings, intent.frontDoor.infrastructure)
      : findingsSection(findings),
    section('What to check', bullets(CHECKS[intent.step])),
    section('How to undo it', UNDO[intent.step]),
  ].join('');
}
