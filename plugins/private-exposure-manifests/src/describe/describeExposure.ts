import { AwsPrivateLinkExposureIntent } from '../intents/exposure';
import { Finding } from '../linter/types';
import { ServicePlan } from '../plan/planService';
import { resolveLoadBalancer } from '../builders/resolveLoadBalancer';
import { SurplusAccess } from '../builders/SurplusAccess';
import { ExistingFiles, GeneratedFile } from '../builders/types';
import { SettingChange, changesTable } from './changesTable';
import { describePlan } from './describePlan';
import { describeReach } from './describeReach';
import {
  codeMarkdown as code,
  escapeMarkdown as plain,
} from './escapeMarkdown';
import { ServedPort } from './servedPorts';
import { bullets, findingsSection, section, steps } from './sections';

function removedAccess(surplus: readonly SurplusAccess[]): SettingChange[] {
  return surplus
    .filter(({ isOurs }) => isOurs)
    .map(({ address, value = '' }) => ({
      where: address,
      before: value,
      after: undefined,
    }));
}

function checklist(intent: AwsPrivateLinkExposureIntent): string {
  const { endpointService, loadBalancer, infrastructure } = intent;
  return bullets([
    'The accounts above are the ones meant, and their owners know.',
    ...(loadBalancer.proxyProtocol
      ? [
          'The service understands PROXY protocol v2 on every port; else every connection fails.',
        ]
      : []),
    ...(loadBalancer.securityGroups.type !== 'none' &&
    loadBalancer.inboundRulesOnPrivateLinkTraffic !== 'off'
      ? [
          'Security groups judge PrivateLink traffic by the address of the consumer: they must let the consumers in.',
        ]
      : []),
    ...(loadBalancer.subnets.length
      ? [
          `Consumers reach only zones of these subnets: ${loadBalancer.subnets
            .map(code)
            .join(', ')}.`,
        ]
      : [
          'The controller picks the subnets by their tags; consumers reach only zones in which it finds one.',
        ]),
    ...(endpointService.privateDns
      ? [
          `The team owns the domain of ${code(
            endpointService.privateDns.name,
          )}.`,
        ]
      : []),
    infrastructure.format === 'terraform'
      ? `The plan runs with credentials of account ${code(
          intent.account,
        )} in ${code(intent.region)}.`
      : `The stack runs in account ${code(intent.account)}, ${code(
          intent.region,
        )}, with the load balancer's ARN as its parameter.`,
  ]);
}

function afterMerge(intent: AwsPrivateLinkExposureIntent): string {
  const { privateDns } = intent.endpointService;
  return steps([
    'The controller makes the load balancer from the manifest.',
    intent.infrastructure.format === 'terraform'
      ? 'Apply the infrastructure code once the load balancer is there; before that its look-up fails.'
      : 'Deploy the stack once the load balancer is there, with its ARN as the parameter.',
    ...(privateDns && !privateDns.verify
      ? [
          `Create the TXT record that the entity page shows, then ask AWS to check it from that page${
            intent.infrastructure.format === 'terraform'
              ? ' or with a second change'
              : ''
          }.`,
        ]
      : []),
    'Consumers connect; connections appear on the entity page.',
  ]);
}

function undo(intent: AwsPrivateLinkExposureIntent): string {
  const { deletionProtection } = resolveLoadBalancer(intent);
  return `Run *Withdraw a private exposure*. By hand, in this order: tell the consumers, reject their connections, remove the endpoint service, ${
    deletionProtection ? 'switch deletion protection off, ' : ''
  }remove the load balancer.\n`;
}

/** The pull request's body for an exposure. @internal */
export function describeExposure(options: {
  intent: AwsPrivateLinkExposureIntent;
  files: GeneratedFile[];
  existing: ExistingFiles;
  /** What the Service is reached on. */
  ports: ServedPort[];
  /** What the Service becomes; `undefined` where the manifest holds no whole one. */
  becomes: { after: ServicePlan; before: ServicePlan | undefined } | undefined;
  /** Sections about the Ingresses of the manifest; empty where it has none. */
  ingresses: string;
  changes: SettingChange[];
  /** Networks and prefix lists that are let in by what was there before. */
  keptNetworks: readonly string[];
  /** Who has access by the file before, beside the intent. */
  surplus: readonly SurplusAccess[];
  findings: Finding[];
}): string {
  const { intent, files, existing, becomes } = options;
  const { ingresses, surplus, findings } = options;
  const fileList = files.map(
    ({ path }) => `${code(path)} (${path in existing ? 'changed' : 'new'})`,
  );
  const changes = [...options.changes, ...removedAccess(surplus)];
  return [
    `Exposes ${code(intent.entityRef)} over AWS PrivateLink.\n`,
    intent.reason ? `\nReason given: ${plain(intent.reason)}\n` : '',
    section('What becomes reachable', describeReach(options)),
    section(
      'Files',
      fileList.length
        ? bullets(fileList)
        : 'Nothing to change: the files already say this.\n',
    ),
    section('Changes to what is there', changesTable(changes)),
    section(
      'What the Service becomes',
      becomes ? describePlan(becomes.after, becomes.before) : '',
    ),
    ingresses,
    findingsSection(findings),
    section('What to check', checklist(intent)),
    section('After the merge', afterMerge(intent)),
    section('How to undo it', undo(intent)),
  ].join('');
}
