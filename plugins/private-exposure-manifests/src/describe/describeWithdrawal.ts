import { GeneratedFile } from '../builders/types';
import { WithdrawIntent, withdrawStepSpecs } from '../intents/withdraw';
import { Finding } from '../linter/types';
import { describeConsumers } from './describeConsumers';
import {
  codeMarkdown as code,
  escapeMarkdown as plain,
} from './escapeMarkdown';
import { bullets, findingsSection, section } from './sections';
import { describeStepFiles, describeSteps } from './stepSections';
import { UNCLAIMED } from './unclaimed';

const CHECKS: Record<WithdrawIntent['step'], string[]> = {
  'tell-consumers': [
    'Nothing changes in the repository: write to the consumers, then go on.',
  ],
  close: [
    'Every consumer was told, with a date.',
    'Connections that are up stay up after this change; nobody new can ask to connect.',
    'Nothing else needs this load balancer: after this change it can be deleted.',
  ],
  'reject-connections': [
    'Nothing changes in the repository: reject the connections on the entity page, then go on.',
  ],
  'remove-service': [
    'The step before was merged and applied.',
    'Every connection is rejected or gone; else AWS refuses to delete the service.',
    'Whoever still connects is cut off when this is applied.',
  ],
  'remove-load-balancer': [
    'The endpoint service is gone in AWS; else AWS refuses to delete the load balancer.',
    'Nothing else reaches the service through this load balancer, from inside the network for example.',
  ],
};

const UNDO: Record<WithdrawIntent['step'], string> = {
  'tell-consumers': 'Nothing to undo.\n',
  close:
    'Revert this change: the grants and the protection come back as they were.\n',
  'reject-connections': 'A rejected consumer has to connect anew.\n',
  'remove-service':
    'Revert this change. The endpoint service comes back under another name: consumers have to connect anew.\n',
  'remove-load-balancer':
    'Revert this change. The load balancer comes back with another address.\n',
};

/** The pull request's body for one step of a withdrawal. @internal */
export function describeWithdrawal(options: {
  intent: WithdrawIntent;
  files: GeneratedFile[];
  deletedPaths: string[];
  /** Sections about the Ingresses of the files; empty where they have none. */
  ingresses: string;
  findings: Finding[];
}): string {
  const { intent, ingresses, findings } = options;
  return [
    `Takes back the private way into ${code(
      `${intent.service.namespace}/${intent.service.name}`,
    )}${
      intent.entityRef ? ` of ${code(intent.entityRef)}` : `, ${UNCLAIMED}`
    }.\n`,
    intent.reason ? `\nReason given: ${plain(intent.reason)}\n` : '',
    section('The steps', describeSteps(withdrawStepSpecs, intent.step)),
    section('Consumers', describeConsumers(intent, 'account')),
    section('Files', describeStepFiles(options)),
    ingresses,
    findingsSection(findings),
    section('What to check', bullets(CHECKS[intent.step])),
    section('How to undo it', UNDO[intent.step]),
  ].join('');
}
