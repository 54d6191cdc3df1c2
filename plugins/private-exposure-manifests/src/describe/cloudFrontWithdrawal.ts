import { ExistingFiles, GeneratedFile } from '../builders/types';
import {
  CloudFrontWithdrawIntent,
  cloudFrontWithdrawStepSpecs,
} from '../intents/cloudFrontWithdraw';
import { Finding } from '../linter/types';
import {
  codeMarkdown as code,
  escapeMarkdown as plain,
} from './escapeMarkdown';
import { bullets, findingsSection, section } from './sections';
import { describeStepFiles, describeSteps } from './stepSections';
import { UNCLAIMED } from './unclaimed';

type Step = CloudFrontWithdrawIntent['step'];

const CHECKS: Record<Step, string[]> = {
  'tell-users': [
    'Nothing changes in the repository: write to the people who use it, then go on.',
  ],
  'remove-distribution': [
    'Nobody needs the public way in: callers get no answer once this is applied.',
    'The published names go with it. Names elsewhere that point to the distribution are pointed away first; else somebody else could take them over.',
    'A distribution is switched off everywhere before it goes, which takes some minutes; its VPC origin goes after it.',
    'The logs go with their log groups; keep what has to be kept first.',
  ],
  'remove-way': [
    'The distribution is gone in AWS; else its origin points to nothing.',
    'Nothing else reaches the service on this way, from inside the network for example.',
  ],
  'remove-rest': [
    'The load balancer is gone in AWS: it uses the security group and the certificate.',
    'No other stack or module uses the certificates.',
  ],
};

const UNDO: Record<Step, string> = {
  'tell-users': 'Nothing to undo.\n',
  'remove-distribution':
    'Revert this change. The distribution comes back under another name of CloudFront’s, and the published names lead to that one.\n',
  'remove-way': 'Revert this change. The load balancer is made anew.\n',
  'remove-rest':
    'Revert this change. Certificate and security group are made anew.\n',
};

// A path that was mistyped looks like a file that is gone: nobody is to take the one for the other.
function nothingToChange({
  intent: { step, infrastructure },
  existing,
}: Pick<Options, 'intent' | 'existing'>): string {
  const { path } = infrastructure;
  return step === 'remove-distribution' && existing[path] === undefined
    ? `Nothing to change: there is no file ${code(
        path,
      )}. Look whether the distribution is gone in AWS; if it is not, give the file that has it.\n`
    : 'Nothing to change: the files have this step behind them.\n';
}

interface Options {
  intent: CloudFrontWithdrawIntent;
  files: GeneratedFile[];
  /** Files of the repository before the change. */
  existing: ExistingFiles;
  deletedPaths: string[];
  findings: Finding[];
}

/** The pull request's body for one step of taking a service off CloudFront. @internal */
export function describeCloudFrontWithdrawal(options: Options): string {
  const { intent, deletedPaths, findings } = options;
  const { step, infrastructure } = intent;
  const isStack =
    infrastructure.format === 'cloudformation' && deletedPaths.length > 0;
  return [
    intent.entityRef
      ? `Takes ${code(intent.entityRef)} off CloudFront.\n`
      : `Takes the distribution ${code(
          intent.name,
        )}, ${UNCLAIMED}, off CloudFront.\n`,
    intent.reason ? `\nReason given: ${plain(intent.reason)}\n` : '',
    section('The steps', describeSteps(cloudFrontWithdrawStepSpecs, step)),
    section('Files', describeStepFiles(options, nothingToChange(options))),
    findingsSection(findings),
    section(
      'What to check',
      bullets([
        ...CHECKS[step],
        ...(isStack && step !== 'remove-way'
          ? [
              'A template that is removed removes no stack by itself: delete the stack too, unless your pipeline does.',
            ]
          : []),
      ]),
    ),
    section('How to undo it', UNDO[step]),
  ].join('');
}
