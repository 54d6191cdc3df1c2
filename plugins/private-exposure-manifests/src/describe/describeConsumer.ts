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

/** The pull request's body for a consumer's endpoint. @internal */
export function describeConsumer(options: {
  intent: AwsPrivateLinkConsumerIntent;
  files: GeneratedFile[];
  existing: ExistingFiles;
  findings: Finding[];
}): string {
  const { intent, files, existing, findings } = options;
  const { ports, sources } = intent.securityGroup;
  const provider = intent.providerEntityRef
    ? `${code(intent.providerEntityRef)} through `
    : '';
  return [
    `Connects ${code(intent.entityRef)} to ${provider}${code(
      intent.serviceName,
    )}.\n`,
    intent.reason ? `\nReason given: ${plain(intent.reason)}\n` : '',
    section(
      'What becomes reachable',
      table(
        ['property', 'value'],
        [
          [
            'what',
            `the endpoint service ${code(intent.serviceName)}, TCP port ${ports
              .map(port => code(String(port)))
              .join(', ')}`,
          ],
          ['by whom', sources.map(describeSource).join(', ')],
          [
            'where',
            `account ${code(intent.account)}, region ${code(
              intent.region,
            )}, VPC ${code(intent.vpc)}, subnets ${intent.subnets
              .map(code)
              .join(', ')}`,
          ],
          ['private DNS name', describePrivateDns(intent)],
        ],
      ),
    ),
    section(
      'Files',
      files.length
        ? bullets(
            files.map(
              ({ path }) =>
                `${code(path)} (${path in existing ? 'changed' : 'new'})`,
            ),
          )
        : 'Nothing to change: the files already say this.\n',
    ),
    findingsSection(findings),
    section(
      'What to check',
      bullets([
        ...(intent.privateDns.enabled ? checksBeforePrivateDns(intent) : []),
        `The provider granted account ${code(
          intent.account,
        )} leave to connect; else creating the endpoint fails.`,
        'The subnets are in zones that the service covers; compare zone ids, not names.',
        'The addresses above are those of the callers, and no wider than needed.',
      ]),
    ),
    section(
      'After the merge',
      steps([
        'Apply the infrastructure code. The endpoint then waits until the provider accepts it.',
        ...(intent.privateDns.enabled ||
        intent.privateDns.verification === 'none'
          ? []
          : [
              "Once the provider's domain is verified, the private DNS name can be switched on with a second change.",
            ]),
      ]),
    ),
    section(
      'How to undo it',
      'Revert this change. The endpoint goes, and the connection with it.\n',
    ),
  ].join('');
}
