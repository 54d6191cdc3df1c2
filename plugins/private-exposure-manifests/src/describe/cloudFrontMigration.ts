import { originStackPath } from '../builders/buildCloudFrontInfrastructure';
import { originIngressName } from '../builders/cloudFrontParts';
import { ExistingFiles, GeneratedFile } from '../builders/types';
import {
  CloudFrontMigrationIntent,
  CloudFrontMigrationStep,
  cloudFrontMigrationStepSpecs,
} from '../intents/cloudFrontMigration';
import { ClusterProfile } from '../intents/clusterProfile';
import { Finding } from '../linter/types';
import { changesTable } from './changesTable';
import { cloudFrontServiceChanges } from './cloudFrontServiceChanges';
import {
  codeMarkdown as code,
  escapeMarkdown as plain,
} from './escapeMarkdown';
import { RecordOptions, recordChecks } from './cloudFrontRecords';
import { bullets, findingsSection, section, table } from './sections';
import { describeStepFiles, describeSteps } from './stepSections';
import { providerCheck } from './terraformProvider';

function applyNew({ published }: CloudFrontMigrationIntent): string[] {
  const { infrastructure, region } = published;
  const { format, path } = infrastructure;
  return format === 'terraform'
    ? [
        'Apply the infrastructure code; where the look-up of the load balancer comes too early, apply it again some minutes later.',
      ]
    : [
        `Deploy ${code(originStackPath(path))} in ${code(
          region,
        )}, and then ${code(path)} in ${code(
          'us-east-1',
        )} with the ARN of the load balancer.`,
      ];
}

function deploySwitch({ published }: CloudFrontMigrationIntent): string[] {
  const { format, path } = published.infrastructure;
  return format === 'terraform'
    ? []
    : [
        `Deploy ${code(path)} in ${code(
          'us-east-1',
        )} with the DNS name of the load balancer as well.`,
      ];
}

function checksOf(
  intent: CloudFrontMigrationIntent,
  records: RecordOptions,
): string[] {
  const checks: Record<CloudFrontMigrationStep, string[]> = {
    'create-vpc-origin': [
      'Nothing changes for callers: the distribution keeps its origin.',
      ...recordChecks(intent.published, records),
      'The VPC has an Internet gateway, which CloudFront asks for, though nothing goes through it.',
      'The service uses neither WebSockets nor gRPC, which CloudFront does not carry to a VPC origin.',
      ...(intent.published.infrastructure.format === 'terraform'
        ? [providerCheck('vpcOrigin')]
        : []),
      ...applyNew(intent),
    ],
    'switch-origin': [
      `The VPC origin ${code(
        intent.published.name,
      )} is deployed, which takes up to 15 minutes, and the targets of the load balancer are healthy.`,
      'Only the origin of the distribution changes, in place: its names, certificate and firewall stay.',
      ...deploySwitch(intent),
    ],
    'remove-entrance': [
      'The distribution is deployed everywhere with the VPC origin, and callers are answered.',
      'Nobody asks the public entrance for these names by another way.',
      ...(intent.entranceService
        ? [
            `The load balancer of ${code(
              `${intent.entranceService.namespace}/${intent.entranceService.name}`,
            )} goes, and every name that leads to it: no file of this repository has a route at it; other repositories may.`,
          ]
        : []),
    ],
  };
  return checks[intent.step];
}

const UNDO: Record<CloudFrontMigrationStep, string> = {
  'create-vpc-origin': 'Revert this change: nothing uses what it makes.\n',
  'switch-origin':
    'Revert this change: the distribution asks the public entrance again, which is still there.\n',
  'remove-entrance':
    'Revert this change. The route comes back; a load balancer that went is made anew, under another name of AWS’s.\n',
};

function describeWays({ published, route }: CloudFrontMigrationIntent): string {
  const { origin, name, service } = published;
  const isNetwork =
    origin.type === 'vpc-origin' && origin.loadBalancer === 'network';
  const maker = isNetwork
    ? `Service ${service.namespace}/${service.name}`
    : `Ingress ${service.namespace}/${originIngressName(published)}`;
  return table(
    ['property', 'value'],
    [
      ['what', published.hostNames.map(code).join(', ')],
      ['now through', `the route in ${code(route.path)}, on the Internet`],
      [
        'then through',
        `the VPC origin ${code(name)} and the internal load balancer of ${code(
          maker,
        )}; nothing of it is public`,
      ],
    ],
  );
}

/** The pull request's body for one step from a public entrance to a VPC origin. @internal */
export function describeCloudFrontMigration(options: {
  intent: CloudFrontMigrationIntent;
  files: GeneratedFile[];
  existing: ExistingFiles;
  deletedPaths: string[];
  findings: Finding[];
  clusterProfile: ClusterProfile | undefined;
}): string {
  const { intent, files, existing, findings } = options;
  const { clusterProfile } = options;
  const { published, step } = intent;
  const manifests = files.filter(
    ({ path }) => path === published.manifest.path,
  );
  return [
    `Moves ${code(
      published.entityRef,
    )} from the public entrance to a VPC origin of CloudFront.\n`,
    published.reason ? `\nReason given: ${plain(published.reason)}\n` : '',
    section('The steps', describeSteps(cloudFrontMigrationStepSpecs, step)),
    section('The way to the service', describeWays(intent)),
    section('Files', describeStepFiles(options)),
    section(
      'Changes to what is there',
      changesTable(
        manifests.length ? cloudFrontServiceChanges(published, existing) : [],
      ),
    ),
    findingsSection(findings),
    section(
      'What to check',
      bullets(checksOf(intent, { manifests, existing, clusterProfile })),
    ),
    section('How to undo it', UNDO[step]),
  ].join('');
}
