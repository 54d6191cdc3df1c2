import { GeneratedFile } from '../builders/types';
import {
  AwsLoadBalancerWithdrawIntent,
  awsLoadBalancerWithdrawStepSpecs,
  withdrawnIngress,
} from '../intents/awsLoadBalancerWithdraw';
import { Finding } from '../linter/types';
import {
  codeMarkdown as code,
  escapeMarkdown as plain,
} from './escapeMarkdown';
import { bullets, findingsSection, section } from './sections';
import { describeStepFiles, describeSteps } from './stepSections';
import { UNCLAIMED } from './unclaimed';

const CHECKS: Record<AwsLoadBalancerWithdrawIntent['step'], string[]> = {
  'lift-protection': [
    'Whoever calls the service through this load balancer was told, with a date.',
    'Nothing stops working yet.',
  ],
  'remove-load-balancer': [
    'Nobody needs the load balancer any more: callers get no answer once this is applied.',
    'Names that point to it are taken away first, and so is every CDN or endpoint service that has it as its origin or target.',
  ],
};

const UNDO: Record<AwsLoadBalancerWithdrawIntent['step'], string> = {
  'lift-protection': 'Revert this change: the protection comes back.\n',
  'remove-load-balancer':
    'Revert this change. The load balancer comes back under another address.\n',
};

/** The pull request's body for one step of taking a load balancer back. @internal */
export function describeAwsLoadBalancerWithdrawal(options: {
  intent: AwsLoadBalancerWithdrawIntent;
  files: GeneratedFile[];
  deletedPaths: string[];
  findings: Finding[];
}): string {
  const { intent, findings } = options;
  const { step, service, entityRef, reason } = intent;
  return [
    `Takes the load balancer of ${service.name ? '' : 'the Ingress '}${code(
      `${service.namespace}/${service.name ?? withdrawnIngress(intent).name}`,
    )} (${entityRef ? code(entityRef) : UNCLAIMED}) back.\n`,
    reason ? `\nReason given: ${plain(reason)}\n` : '',
    section('Steps', describeSteps(awsLoadBalancerWithdrawStepSpecs, step)),
    section(
      'Files',
      describeStepFiles(
        options,
        'Nothing to change: the file has this step behind it.\n',
      ),
    ),
    findingsSection(findings),
    section('What to check', bullets(CHECKS[step])),
    section('How to undo it', UNDO[step]),
  ].join('');
}
