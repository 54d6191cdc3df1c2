import { routeOf } from '../builders/loadBalancerObjects';
import { ExistingFiles, GeneratedFile } from '../builders/types';
import {
  AwsLoadBalancerIntent,
  isAcrossAccounts,
  loadBalancerAccountOf,
} from '../intents/awsLoadBalancer';
import { Finding } from '../linter/types';
import { changesTable, SettingChange } from './changesTable';
import {
  codeMarkdown as code,
  escapeMarkdown as plain,
} from './escapeMarkdown';
import { fileSection } from './fileSection';
import { bullets, findingsSection, section, steps, table } from './sections';

const listOf = (items: readonly string[], none: string) =>
  items.map(code).join(', ') || none;

function describeRequests({
  host,
  paths,
}: AwsLoadBalancerIntent['ingress']): string {
  const requests = paths.map(
    ({ path, type }) =>
      `${code(`${host ?? ''}${path}`)}${
        type === 'Prefix' ? ' and all below' : ', exactly'
      }`,
  );
  return requests.join('; ') + (host ? '' : ', for every host');
}

function describeReach(intent: AwsLoadBalancerIntent): string {
  const { cluster, entityRef, ingress, loadBalancer, region } = intent;
  const { service } = routeOf(intent);
  const { certificates, scheme, webAclArn } = loadBalancer;
  const account = loadBalancerAccountOf(intent);
  return table(
    ['property', 'value'],
    [
      [
        'what',
        `${code(`${service.namespace}/${service.name}`)} in cluster ${code(
          cluster,
        )}, port ${code(String(service.port))}`,
      ],
      ['owner', code(entityRef)],
      ['requests', describeRequests(ingress)],
      [
        'through',
        `an ${
          scheme === 'internal' ? 'internal' : '**internet-facing**'
        } Application Load Balancer, ${
          certificates.length
            ? `HTTPS with ${listOf(certificates, '')}`
            : 'plain HTTP'
        }`,
      ],
      [
        'where',
        `account ${code(account)}, region ${code(region)}${
          isAcrossAccounts(intent)
            ? `; the cluster is in account ${code(intent.account)}`
            : ''
        }`,
      ],
      ['subnets', listOf(loadBalancer.subnets, 'found by their tags')],
      [
        'security groups',
        listOf(loadBalancer.securityGroups, 'made by the controller'),
      ],
      ['firewall', webAclArn ? code(webAclArn) : 'none'],
      ...(loadBalancer.group
        ? [
            [
              'shared with',
              `every Ingress of the group ${code(loadBalancer.group.name)}`,
            ],
          ]
        : []),
    ],
  );
}

function checklist(intent: AwsLoadBalancerIntent): string {
  const { loadBalancer, ingress, cluster } = intent;
  const account = code(loadBalancerAccountOf(intent));
  const isAcross = isAcrossAccounts(intent);
  return bullets([
    ...(isAcross
      ? [
          `Cluster ${code(
            cluster,
          )} was prepared once: its controller works in account ${account}, which shares the subnets (*Prepare an AWS cluster for load balancers in another account*).`,
          'The security groups let in whom they should: the network team of that account keeps them.',
          'The pods’ security group lets the load balancer in at their port; the preparation has the rule.',
        ]
      : []),
    ...(ingress.host
      ? [
          `The team owns ${code(
            ingress.host,
          )}, and its name is to lead to the load balancer.`,
        ]
      : []),
    ...(loadBalancer.group
      ? [
          'Whoever may join the group can add rules to this load balancer that come first.',
          'No owner tag is written: the load balancer is that of all members, and belongs to whom its own tag names.',
        ]
      : []),
    ...(loadBalancer.deletionProtection
      ? [
          'The load balancer is protected from deletion: the Ingress can’t be removed before the protection is.',
        ]
      : []),
  ]);
}

/** The pull request's body for a service behind an Application Load Balancer. @internal */
export function describeAwsLoadBalancer(options: {
  intent: AwsLoadBalancerIntent;
  files: GeneratedFile[];
  existing: ExistingFiles;
  /** What an Ingress that is there gets anew and loses. */
  changes: readonly SettingChange[];
  findings: Finding[];
  /** Sections about the Ingresses of the manifest. */
  ingresses: string;
}): string {
  const { intent, files, existing, changes, findings, ingresses } = options;
  const where = isAcrossAccounts(intent)
    ? `a load balancer in account ${code(loadBalancerAccountOf(intent))}`
    : 'a load balancer';
  return [
    `Exposes ${code(intent.entityRef)} through ${where}.\n`,
    intent.reason ? `\nReason given: ${plain(intent.reason)}\n` : '',
    section('What becomes reachable', describeReach(intent)),
    fileSection(files, existing),
    section('Changes to what is there', changesTable(changes)),
    ingresses,
    findingsSection(findings),
    section('What to check', checklist(intent)),
    section(
      'After the merge',
      steps([
        'The controller makes the load balancer from the Ingress; its address shows in the status of the Ingress and on the entity page.',
        ...(intent.ingress.host
          ? [`Point ${code(intent.ingress.host)} at that address.`]
          : []),
      ]),
    ),
    section(
      'How to undo it',
      `Run *Withdraw a load balancer*. By hand, in this order: ${
        intent.loadBalancer.deletionProtection
          ? 'switch deletion protection off, '
          : ''
      }remove the Ingress.\n`,
    ),
  ].join('');
}
