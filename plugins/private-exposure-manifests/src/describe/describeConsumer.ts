import {
  AwsPrivateLinkConsumerIntent,
  TrafficSource,
} from '../intents/consumer';
import { Finding } from '../linter/types';
import { ExistingFiles, GeneratedFile } from '../builders/types';
import {
  codeMarkdown as code,
  escapeMarkdown as plain,
} from './escapeMarkdown';
import { bullets, findingsSection, section, steps, table } from './sections';

function describeSource(source: TrafficSource): string {
  return code(source.type === 'cidr' ? source.cidr : source.id);
}

// What is switched on too early fails when it is applied, and takes the rest of the change with it.
function checksBeforePrivateDns({
  privateDns,
}: AwsPrivateLinkConsumerIntent): string[] {
  return [
    `**Before the merge:** the service’s page says ${
      privateDns.verification === 'verified'
        ? ''
        : 'that its domain is verified, and '
    }that this account’s connection is accepted. AWS refuses the private DNS name before.`,
    'The VPC has DNS support and DNS hostnames switched on.',
    'Nothing in the VPC uses the same name for something else: it leads here afterwards.',
  ];
}

function describePrivateDns({
  privateDns: { enabled, verification },
}: AwsPrivateLinkConsumerIntent): string {
  if (enabled) return 'on: leads here inside the VPC';
  switch (verification) {
    case 'pending':
    case 'failed':
      return `off: the service’s domain is not verified (${verification}), and AWS refuses the name before`;
    case 'none':
      return 'off: the service has no domain name of its own';
    default:
      return 'off';
  }
}

function describeReach(intent: AwsPrivateLinkConsumerIntent): string {
  const { serviceName, account, region, vpc, subnets } = intent;
  const { ports, sources } = intent.securityGroup;
  const portList = ports.map(port => code(String(port))).join(', ');
  const subnetList = subnets.map(code).join(', ');
  return table(
    ['property', 'value'],
    [
      [
        'what',
        `the endpoint service ${code(serviceName)}, TCP port ${portList}`,
      ],
      ['by whom', sources.map(describeSource).join(', ')],
      [
        'where',
        `account ${code(account)}, region ${code(region)}, VPC ${code(
          vpc,
        )}, subnets ${subnetList}`,
      ],
      ['private DNS name', describePrivateDns(intent)],
    ],
  );
}

function describeFiles(
  files: readonly GeneratedFile[],
  existing: ExistingFiles,
): string {
  if (files.length === 0) {
    return 'Nothing to change: the files already say this.\n';
  }
  return bullets(
    files.map(
      ({ path }) => `${code(path)} (${path in existing ? 'changed' : 'new'})`,
    ),
  );
}

function checksOf(intent: AwsPrivateLinkConsumerIntent): string[] {
  return [
    ...(intent.privateDns.enabled ? checksBeforePrivateDns(intent) : []),
    `The provider granted account ${code(
      intent.account,
    )} leave to connect; else creating the endpoint fails.`,
    'The subnets are in zones that the service covers; compare zone ids, not names.',
    'The addresses above are those of the callers, and no wider than needed.',
  ];
}

function stepsAfterMerge({
  privateDns: { enabled, verification },
}: AwsPrivateLinkConsumerIntent): string[] {
  const apply =
    'Apply the infrastructure code. The endpoint then waits until the provider accepts it.';
  if (enabled || verification === 'none') return [apply];
  return [
    apply,
    "Once the provider's domain is verified, the private DNS name can be switched on with a second change.",
  ];
}

/** The pull request's body for a consumer's endpoint. @internal */
export function describeConsumer(options: {
  intent: AwsPrivateLinkConsumerIntent;
  files: GeneratedFile[];
  existing: ExistingFiles;
  findings: Finding[];
}): string {
  const { intent, files, existing, findings } = options;
  const { entityRef, providerEntityRef, serviceName, reason } = intent;
  const provider = providerEntityRef
    ? `${code(providerEntityRef)} through `
    : '';
  return [
    `Connects ${code(entityRef)} to ${provider}${code(serviceName)}.\n`,
    reason ? `\nReason given: ${plain(reason)}\n` : '',
    section('What becomes reachable', describeReach(intent)),
    section('Files', describeFiles(files, existing)),
    findingsSection(findings),
    section('What to check', bullets(checksOf(intent))),
    section('After the merge', steps(stepsAfterMerge(intent))),
    section(
      'How to undo it',
      'Revert this change. The endpoint goes, and the connection with it.\n',
    ),
  ].join('');
}
