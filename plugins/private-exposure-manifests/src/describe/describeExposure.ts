import { AwsPrivateLinkExposureIntent } from '../intents/exposure';
import { LoadBalancerIntent } from '../intents/loadBalancer';
import { Finding } from '../linter/types';
import { ServicePlan } from '../plan/planService';
import {
  controllerOf,
  resolveLoadBalancer,
} from '../builders/resolveLoadBalancer';
import { ExistingFiles, GeneratedFile } from '../builders/types';
import { describePlan } from './describePlan';
import {
  codeMarkdown as code,
  escapeMarkdown as plain,
} from './escapeMarkdown';
import { ServedPort } from './servedPorts';
import { bullets, findingsSection, section, steps, table } from './sections';

/** What changed at one place of the manifest, for the reviewer. @internal */
export interface SettingChange {
  where: string;
  before: string;
  after: string;
}

function describeGroups({ securityGroups }: LoadBalancerIntent): string {
  switch (securityGroups.type) {
    case 'explicit':
      return securityGroups.ids.map(code).join(', ');
    case 'none':
      return 'none, and none can be added later';
    default:
      return securityGroups.sourceRanges.length ||
        securityGroups.prefixLists.length
        ? `made by the controller, open to ${[
            ...securityGroups.sourceRanges,
            ...securityGroups.prefixLists,
          ]
            .map(code)
            .join(', ')}`
        : 'made by the controller';
  }
}

function describePorts(ports: ServedPort[]): string {
  if (ports.length === 0) return 'on the ports that its Service has already';
  return ports
    .map(({ port, protocol }) => `${protocol} port ${code(String(port))}`)
    .join(', ');
}

function describeReach(
  intent: AwsPrivateLinkExposureIntent,
  ports: ServedPort[],
): string {
  const { service, endpointService, loadBalancer } = intent;
  const resolved = resolveLoadBalancer(intent);
  const grants = endpointService.grants
    .map(({ principal }) => code(principal))
    .join(', ');
  const rules =
    loadBalancer.inboundRulesOnPrivateLinkTraffic ??
    'on (what AWS does by itself)';
  return table(
    ['property', 'value'],
    [
      [
        'what',
        `${code(`${service.namespace}/${service.name}`)} in cluster ${code(
          intent.cluster,
        )}, ${describePorts(ports)}`,
      ],
      ['owner', code(intent.entityRef)],
      ['who may ask to connect', grants || 'nobody yet'],
      [
        'each connection',
        endpointService.acceptanceRequired
          ? 'waits for approval'
          : '**is accepted without asking anybody**',
      ],
      [
        'through',
        `an ${
          loadBalancer.internal ? 'internal' : '**internet-facing**'
        } Network Load Balancer (${
          controllerOf(intent) === 'in-tree'
            ? 'in-tree provider'
            : 'AWS Load Balancer Controller'
        }, ${resolved.targetType} targets) and the endpoint service ${code(
          endpointService.name,
        )}`,
      ],
      [
        'where',
        `account ${code(intent.account)}, region ${code(intent.region)}${
          endpointService.supportedRegions.length
            ? `, also reachable from ${endpointService.supportedRegions
                .map(code)
                .join(', ')}`
            : ''
        }`,
      ],
      ['security groups', describeGroups(loadBalancer)],
      ['their rules on PrivateLink traffic', rules],
      ...(endpointService.privateDns
        ? [['private DNS name', code(endpointService.privateDns.name)]]
        : []),
    ],
  );
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
          'Create the TXT record that the entity page shows, then ask AWS to check it from that page or with a second change.',
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
  findings: Finding[];
}): string {
  const { intent, files, existing, ports, becomes } = options;
  const { ingresses, changes, findings } = options;
  const fileList = files.map(
    ({ path }) => `${code(path)} (${path in existing ? 'changed' : 'new'})`,
  );
  const rows = changes.map(({ where, before, after }) => [
    code(where),
    before && code(before),
    after && code(after),
  ]);
  return [
    `Exposes ${code(intent.entityRef)} over AWS PrivateLink.\n`,
    intent.reason ? `\nReason given: ${plain(intent.reason)}\n` : '',
    section('What becomes reachable', describeReach(intent, ports)),
    section(
      'Files',
      fileList.length
        ? bullets(fileList)
        : 'Nothing to change: the files already say this.\n',
    ),
    section(
      'Changes to what is there',
      table(['where', 'before', 'after'], rows),
    ),
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
