import {
  makesOriginCertificate,
  makesOriginGroup,
  managedPolicies,
  originGroupName,
  originListenerPort,
} from '../builders/cloudFrontParts';
import { originStackPath } from '../builders/buildCloudFrontInfrastructure';
import { RouteClaim } from '../builders/findRouteClaims';
import { ExistingFiles, GeneratedFile } from '../builders/types';
import { AwsCloudFrontIntent } from '../intents/awsCloudFront';
import { ClusterProfile } from '../intents/clusterProfile';
import { Finding } from '../linter/types';
import {
  codeMarkdown as code,
  escapeMarkdown as plain,
} from './escapeMarkdown';
import { changesTable } from './changesTable';
import { cloudFrontServiceChanges } from './cloudFrontServiceChanges';
import { fileSection } from './fileSection';
import { groupChecks } from './groupChecks';
import { RecordOptions, recordChecks } from './cloudFrontRecords';
import { narrowedChecks } from './sharedRoute';
import { bullets, findingsSection, section, steps, table } from './sections';
import { providerCheck } from './terraformProvider';

const codes = (items: readonly string[]) => items.map(code).join(', ');

function describeWho({ webAcl }: AwsCloudFrontIntent): string {
  if (webAcl.type === 'shared')
    return `whom the web ACL ${code(webAcl.arn)} lets in, by HTTPS alone`;
  return webAcl.allow.length
    ? `${codes(webAcl.allow)}, by HTTPS alone`
    : '**everybody on the Internet**, by HTTPS alone';
}

function describeFirewall({ webAcl }: AwsCloudFrontIntent): string {
  if (webAcl.type === 'shared') return `the web ACL ${code(webAcl.arn)}`;
  const { managedRuleGroups, block, rateLimit } = webAcl;
  return [
    `a web ACL that blocks: ${codes(managedRuleGroups)}`,
    ...(block.length ? [`never ${codes(block)}`] : []),
    ...(rateLimit
      ? [`at most ${rateLimit} requests of one address in five minutes`]
      : []),
  ].join('; ');
}

function describeWay(intent: AwsCloudFrontIntent): string {
  const { origin, name } = intent;
  if (origin.type === 'public-entrance')
    return `the public entrance ${code(
      origin.hostName,
    )}, by HTTPS alone; **the entrance itself is on the Internet**`;
  const { loadBalancer, protocol } = origin;
  return `the VPC origin ${code(name)} and an internal ${
    loadBalancer === 'network' ? 'Network' : 'Application'
  } Load Balancer, by ${
    protocol === 'https' ? 'HTTPS' : '**HTTP**'
  } on port ${code(
    String(originListenerPort(intent, origin)),
  )}; nothing of it is public`;
}

function describeReach(intent: AwsCloudFrontIntent): string {
  const { service, hostNames, paths, port, logs, caching } = intent;
  const shown = paths.map(({ path, type }) =>
    type === 'Exact' ? `${code(path)} alone` : code(path),
  );
  return table(
    ['property', 'value'],
    [
      [
        'what',
        `${code(`${service.namespace}/${service.name}`)} in cluster ${code(
          intent.cluster,
        )}, port ${code(String(port))}, the paths ${shown.join(', ')}`,
      ],
      ['owner', code(intent.entityRef)],
      ['by whom', describeWho(intent)],
      ['under', codes(hostNames)],
      ['judged by', describeFirewall(intent)],
      ['through', describeWay(intent)],
      ['TLS of callers', `${code(intent.tlsPolicy)} and newer`],
      ['plain HTTP', intent.redirectHttp ? 'sent on to HTTPS' : 'refused'],
      ['kept of answers', code(managedPolicies.caching[caching].name)],
      [
        'logs',
        `${logs.bucket ? `bucket ${code(logs.bucket)}` : 'CloudWatch'}, ${
          logs.retentionDays
        } days`,
      ],
      [
        'where',
        `account ${code(intent.account)}, region ${code(
          intent.region,
        )}; certificate and web ACL in ${code('us-east-1')}`,
      ],
    ],
  );
}

function originChecks(
  intent: AwsCloudFrontIntent,
  manifests: readonly GeneratedFile[],
): string[] {
  const { origin } = intent;
  if (origin.type === 'public-entrance') {
    return [
      `The entrance's certificate is for ${code(
        origin.hostName,
      )} or the published names; else callers get 502.`,
      ...groupChecks(origin.route, manifests),
      'The entrance lets in the addresses of CloudFront alone. Everybody’s distributions have those addresses: the firewall can be gone around with one of their own, unless the entrance also asks for a secret header. A VPC origin has no such way around.',
      ...(origin.secretHeader
        ? [
            `The entrance refuses requests without the header ${code(
              origin.secretHeader.name,
            )}. Its value is read from the secret when this is applied, and stands in the state of the infrastructure code.`,
            `The secret ${code(
              origin.secretHeader.secretArn,
            )} is made for this header, and ${code(
              origin.hostName,
            )} is the entrance: what the secret holds is sent there.`,
          ]
        : []),
    ];
  }
  return [
    'The VPC has an Internet gateway, which CloudFront asks for, though nothing goes through it.',
    ...(makesOriginGroup(origin)
      ? []
      : [
          `The security groups ${codes(
            origin.securityGroups,
          )} let in CloudFront, and nobody else.`,
        ]),
    ...(origin.protocol === 'https' && origin.loadBalancer === 'network'
      ? [
          'The service itself speaks TLS, with a certificate for the published names from a public authority.',
        ]
      : []),
    'The service uses neither WebSockets nor gRPC, which CloudFront does not carry to a VPC origin.',
  ];
}

function providerChecks({
  infrastructure,
  origin,
  logs,
}: AwsCloudFrontIntent): string[] {
  const needs = [
    ...(origin.type === 'vpc-origin' ? (['vpcOrigin'] as const) : []),
    ...(logs.bucket ? [] : (['logDelivery'] as const)),
  ];
  return infrastructure.format === 'terraform' && needs.length
    ? [providerCheck(...needs)]
    : [];
}

function checklist(
  intent: AwsCloudFrontIntent,
  narrowed: readonly RouteClaim[],
  records: RecordOptions,
): string {
  return bullets([
    'The service is meant for the Internet, and asks its callers who they are where it has to.',
    `The team owns the names above, and account ${code(
      intent.account,
    )} has the public hosted zone ${code(intent.zone)}.`,
    ...narrowedChecks(narrowed),
    ...recordChecks(intent, records),
    ...originChecks(intent, records.manifests),
    ...(intent.caching === 'disabled'
      ? []
      : ['Nothing that is meant for one caller is kept for all of them.']),
    ...providerChecks(intent),
    ...(intent.infrastructure.format === 'terraform' && !intent.usEast1Declared
      ? [
          `The provider ${code(
            'aws.us_east_1',
          )} takes the credentials of the module's own; give it the same role where that one has one.`,
        ]
      : []),
    'A managed group of rules that blocks what the service needs can be set to count, rule by rule.',
  ]);
}

function applyTerraform(needs: string): string {
  return needs
    ? `Apply the infrastructure code. It makes ${needs}, which the controller waits for to make the load balancer; where the look-up of the load balancer comes too early, apply it again some minutes later.`
    : 'Apply the infrastructure code once the controller has made the load balancer; before that its look-up fails.';
}

function deployStacks(intent: AwsCloudFrontIntent, needs: string): string[] {
  const { path } = intent.infrastructure;
  return [
    ...(needs
      ? [
          `Deploy ${code(originStackPath(path))} in ${code(
            intent.region,
          )}. It makes ${needs}, which the controller waits for.`,
        ]
      : []),
    `Deploy ${code(path)} in ${code(
      'us-east-1',
    )} once the controller has made the load balancer, with its ARN and its DNS name as parameters.`,
  ];
}

function afterMerge(intent: AwsCloudFrontIntent): string {
  const { origin, infrastructure } = intent;
  const isTerraform = infrastructure.format === 'terraform';
  if (origin.type === 'public-entrance')
    return steps([
      'The cluster takes the route.',
      `${
        isTerraform
          ? 'Apply the infrastructure code'
          : `Deploy ${code(infrastructure.path)} in ${code('us-east-1')}`
      }. A distribution takes some minutes until it is everywhere.`,
    ]);
  const needs = [
    ...(makesOriginCertificate(origin) ? ['the certificate'] : []),
    ...(makesOriginGroup(origin)
      ? [`the security group ${code(originGroupName(intent))}`]
      : []),
  ].join(' and ');
  return steps([
    ...(isTerraform ? [applyTerraform(needs)] : deployStacks(intent, needs)),
    ...(isTerraform && needs
      ? [
          `Later, where a plan changes ${needs}, it also shows an update of the VPC origin: the load balancer is looked up only while that plan is applied. Terraform then finds the same ARN and leaves the VPC origin alone. If the load balancer is another one, AWS refuses the update (409), for it changes no VPC origin in use: withdraw and publish anew.`,
        ]
      : []),
    'A VPC origin takes up to 15 minutes, and the distribution some more. Until then callers get an error.',
    'The entity page shows the distribution, its firewall and its origin.',
  ]);
}

/** The pull request's body for a service behind CloudFront. @internal */
export function describeAwsCloudFront(options: {
  intent: AwsCloudFrontIntent;
  files: GeneratedFile[];
  existing: ExistingFiles;
  /** Routes of others that lose a part of their requests. */
  narrowed: readonly RouteClaim[];
  /** Sections about the Ingresses of the manifests. */
  ingresses: string;
  findings: Finding[];
  /** All manifests, also those that stay as they are. */
  manifests: readonly GeneratedFile[];
  clusterProfile: ClusterProfile | undefined;
}): string {
  const { intent, files, existing, ingresses, findings } = options;
  return [
    `Publishes ${code(intent.entityRef)} through CloudFront and AWS WAF.\n`,
    intent.reason ? `\nReason given: ${plain(intent.reason)}\n` : '',
    section('What becomes reachable', describeReach(intent)),
    fileSection(files, existing),
    section(
      'Changes to what is there',
      changesTable(cloudFrontServiceChanges(intent, existing)),
    ),
    ingresses,
    findingsSection(findings),
    section(
      'What to check',
      checklist(intent, options.narrowed, {
        ...{ existing, manifests: options.manifests },
        clusterProfile: options.clusterProfile,
      }),
    ),
    section('After the merge', afterMerge(intent)),
    section(
      'How to undo it',
      `Run *Withdraw a CloudFront exposure*. By hand: remove the infrastructure code and apply it; then remove the ${
        intent.origin.type === 'vpc-origin' ? 'load balancer' : 'route'
      } from the manifest.\n`,
    ),
  ].join('');
}
