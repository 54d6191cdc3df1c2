import { originGroupName } from '../builders/cloudFrontParts';
import { entranceTargetPort } from '../builders/entranceService';
import { externalDnsRoleArn } from '../builders/externalDnsRole';
import { ExistingFiles, GeneratedFile } from '../builders/types';
import { AwsPublicEntranceIntent } from '../intents/awsPublicEntrance';
import { Finding } from '../linter/types';
import {
  codeMarkdown as code,
  escapeMarkdown as plain,
} from './escapeMarkdown';
import { fileSection } from './fileSection';
import { bullets, findingsSection, section, steps, table } from './sections';

function describeReach(intent: AwsPublicEntranceIntent): string {
  const { service, hostName, account, region } = intent;
  return table(
    ['property', 'value'],
    [
      [
        'what',
        `${code(`${service.namespace}/${service.name}`)} in cluster ${code(
          intent.cluster,
        )}: **a public load balancer** on port ${code('443')}`,
      ],
      ['owner', code(intent.entityRef)],
      [
        'by whom',
        `the addresses of CloudFront alone, by the security group ${code(
          originGroupName(service),
        )}`,
      ],
      ['under', `${code(hostName)}, which external-dns keeps`],
      [
        'TLS',
        intent.certificateArn
          ? `ends at the load balancer, with ${code(intent.certificateArn)}`
          : 'is handed through to the pods, which have a certificate of their own',
      ],
      [
        'leads to',
        `the pods with ${Object.entries(service.selector)
          .map(([key, value]) => code(`${key}: ${value}`))
          .join(', ')} on port ${code(String(entranceTargetPort(intent)))}, ${
          intent.certificateArn
            ? '**in plain HTTP** inside the VPC'
            : 'which speaks TLS'
        }`,
      ],
      [
        'where',
        `account ${code(account)}, region ${code(region)}, VPC ${code(
          intent.vpc,
        )}`,
      ],
    ],
  );
}

function checklist(intent: AwsPublicEntranceIntent): string {
  const { externalDns, zone, account, hostName } = intent;
  return bullets([
    'The cluster has no other public entrance yet: all services share this one.',
    `Account ${code(account)} has the public hosted zone ${code(
      zone,
    )}, and external-dns may write to it (${code('--domain-filter')}).`,
    `The certificate is for ${code(
      hostName,
    )} or the names of all services; else callers get 502.`,
    'Everybody’s distributions have CloudFront’s addresses: the entrance can be reached around the firewall of a service unless it also asks for a secret header. A VPC origin has no such way around.',
    'The pods answer only for hosts that have a route, so that an address alone leads nowhere.',
    ...(externalDns
      ? [
          `Account ${code(account)} has the identity provider of ${code(
            externalDns.issuer,
          )}.`,
          `Whoever runs pods with the service account ${code(
            `${externalDns.serviceAccount.namespace}/${externalDns.serviceAccount.name}`,
          )} may change every record of the zone ${code(
            zone,
          )}, and of no other.`,
        ]
      : []),
  ]);
}

function applyInfrastructure({
  infrastructure: { format, path },
  region,
  externalDns,
  zone,
}: AwsPublicEntranceIntent): string {
  return format === 'terraform'
    ? `Apply ${code(path)}. The controller waits for the security group.`
    : `Deploy ${code(path)} in ${code(
        region,
      )}, with the id of CloudFront’s prefix list in this region${
        externalDns ? ` and that of the hosted zone ${code(zone)}` : ''
      } as parameters${
        externalDns
          ? `, and with ${code(
              'CAPABILITY_NAMED_IAM',
            )}, for it names a role and a policy`
          : ''
      }. The controller waits for the security group.`;
}

function afterMerge(intent: AwsPublicEntranceIntent): string {
  const { externalDns, hostName } = intent;
  return steps([
    applyInfrastructure(intent),
    ...(externalDns
      ? [
          `Give the service account ${code(
            `${externalDns.serviceAccount.namespace}/${externalDns.serviceAccount.name}`,
          )} the annotation ${code(
            `eks.amazonaws.com/role-arn: ${externalDnsRoleArn(intent)}`,
          )}, as external-dns’s Helm values or manifest have it, and start its pods anew.`,
        ]
      : []),
    `Once ${code(
      hostName,
    )} leads to the load balancer, publish services over it with *Publish through CloudFront and WAF*.`,
  ]);
}

/** The pull request's body for a cluster's public entrance. @internal */
export function describeAwsPublicEntrance(options: {
  intent: AwsPublicEntranceIntent;
  files: GeneratedFile[];
  existing: ExistingFiles;
  findings: Finding[];
}): string {
  const { intent, files, existing, findings } = options;
  return [
    `Sets up the public entrance of cluster ${code(
      intent.cluster,
    )}, for the services that CloudFront publishes over it.\n`,
    intent.reason ? `\nReason given: ${plain(intent.reason)}\n` : '',
    section('What becomes reachable', describeReach(intent)),
    fileSection(files, existing),
    findingsSection(findings),
    section('What to check', checklist(intent)),
    section('After the merge', afterMerge(intent)),
    section(
      'How to undo it',
      'Move every service that is published over it to a VPC origin with *Move a published service to a VPC origin*, or withdraw it. Then revert this change.\n',
    ),
  ].join('');
}
