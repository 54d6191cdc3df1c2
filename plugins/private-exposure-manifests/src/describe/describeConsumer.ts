import {
  AwsPrivateLinkConsumerIntent,
  TrafficSource,
} from '../intents/consumer';
import { Finding } from '../linter/types';
import { GeneratedFile } from '../builders/types';
import {
  codeMarkdown as code,
  escapeMarkdown as plain,
} from './escapeMarkdown';
import { bullets, findingsSection, section, steps, table } from './sections';

function describeSource(source: TrafficSource): string {
  return code(source.type === 'cidr' ? source.cidr : source.id);
}

/** The pull request's body for a consumer's endpoint. @internal */
export function describeConsumer(options: {
  intent: AwsPrivateLinkConsumerIntent;
  files: GeneratedFile[];
  findings: Finding[];
}): string {
  const { intent, files, findings } = options;
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
        ['', ''],
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
          [
            'private DNS name',
            intent.privateDns.enabled ? 'on: leads here inside the VPC' : 'off',
          ],
        ],
      ),
    ),
    section(
      'Files',
      files.length
        ? bullets(files.map(({ path }) => code(path)))
        : 'Nothing to change: the files already say this.\n',
    ),
    findingsSection(findings),
    section(
      'What to check',
      bullets([
        `The provider granted account ${code(
          intent.account,
        )} leave to connect; else creating the endpoint fails.`,
        'The subnets are in zones that the service covers; compare zone ids, not names.',
        ...(intent.privateDns.enabled
          ? ['The VPC has DNS support and DNS hostnames switched on.']
          : []),
      ]),
    ),
    section(
      'After the merge',
      steps([
        'Apply the infrastructure code. The endpoint then waits until the provider accepts it.',
        ...(intent.privateDns.enabled
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
