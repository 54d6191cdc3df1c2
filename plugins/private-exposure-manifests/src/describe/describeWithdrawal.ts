import { GeneratedFile } from '../builders/types';
import { WithdrawIntent, withdrawStepSpecs } from '../intents/withdraw';
import { Finding } from '../linter/types';
import {
  codeMarkdown as code,
  escapeMarkdown as plain,
} from './escapeMarkdown';
import { bullets, findingsSection, section, steps, table } from './sections';

const CHECKS: Record<WithdrawIntent['step'], string[]> = {
  'tell-consumers': [
    'Every consumer below was told, with a date. Connections that are up stay up after this change.',
  ],
  'reject-connections': [
    'Nothing changes in the repository: reject the connections on the entity page, then go on.',
  ],
  'remove-endpoint-service': [
    'Every connection is rejected or gone; else AWS refuses to delete the service.',
  ],
  'disable-deletion-protection': ['Nothing else needs this load balancer.'],
  'remove-load-balancer': [
    'The endpoint service is gone in AWS; else AWS refuses to delete the load balancer.',
  ],
};

/** The pull request's body for one step of a withdrawal. @internal */
export function describeWithdrawal(options: {
  intent: WithdrawIntent;
  files: GeneratedFile[];
  deletedPaths: string[];
  findings: Finding[];
}): string {
  const { intent, files, deletedPaths, findings } = options;
  const plan = withdrawStepSpecs.map(
    ({ id, title, before }) =>
      `${id === intent.step ? `**${title}** (this change)` : title}${
        before ? `. ${before}` : ''
      }`,
  );
  const changed = [
    ...files.map(({ path }) => `${code(path)} (changed)`),
    ...deletedPaths.map(path => `${code(path)} (removed)`),
  ];
  const rows = intent.connections.map(({ account, endpointId, state }) => [
    code(account),
    code(endpointId),
    state,
  ]);
  return [
    `Takes back the private way into ${code(
      `${intent.service.namespace}/${intent.service.name}`,
    )} of ${code(intent.entityRef)}.\n`,
    intent.reason ? `\nReason given: ${plain(intent.reason)}\n` : '',
    section('The steps', steps(plan)),
    section(
      'Consumers',
      table(['account', 'endpoint', 'state'], rows) || 'None was seen.\n',
    ),
    section(
      'Files',
      changed.length
        ? bullets(changed)
        : 'Nothing to change: the files have this step behind them.\n',
    ),
    findingsSection(findings),
    section('What to check', bullets(CHECKS[intent.step])),
    section(
      'How to undo it',
      'Revert this change. What is gone in AWS comes back under another name: consumers have to connect anew.\n',
    ),
  ].join('');
}
