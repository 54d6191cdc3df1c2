import { ExistingFiles, GeneratedFile } from '../builders/types';
import { AzurePrivateLinkConsumerIntent } from '../intents/azureConsumer';
import { Finding } from '../linter/types';
import {
  codeMarkdown as code,
  escapeMarkdown as plain,
} from './escapeMarkdown';
import { fileSection } from './fileSection';
import { azureFindingsSection } from './azureFindingsSection';
import { bullets, section, steps, table } from './sections';

function nameOf({ zone, record }: { zone: string; record: string }): string {
  return record === '@' ? zone : `${record}.${zone}`;
}

function describeReach(intent: AzurePrivateLinkConsumerIntent): string {
  const { service, network, privateDns } = intent;
  const target = 'alias' in service ? service.alias : service.id;
  return table(
    ['property', 'value'],
    [
      ['what', `the private link service ${code(target)}`],
      [
        'by whom',
        `everything that reaches subnet ${code(
          network.subnet,
        )} of network ${code(network.vnet)}`,
      ],
      [
        'where',
        `subscription ${code(intent.subscription)}, resource group ${code(
          intent.resourceGroup,
        )}, ${code(intent.location)}`,
      ],
      ['what the request says', code(intent.requestMessage)],
      [
        'name',
        privateDns
          ? `${code(nameOf(privateDns))} leads here inside the network`
          : 'none: the endpoint’s address',
      ],
    ],
  );
}

function checklist({
  service,
  privateDns,
  network,
}: AzurePrivateLinkConsumerIntent): string {
  return bullets([
    'alias' in service
      ? 'The provider lets this subscription see the service; else Azure refuses the endpoint.'
      : 'Whoever applies this may read the service, or the provider lets this subscription see it.',
    `Nothing but the callers that are meant reaches subnet ${code(
      network.subnet,
    )}: a private endpoint takes traffic from its whole network, unless the subnet has network policies for private endpoints.`,
    ...(privateDns
      ? [
          `Nothing in the network uses the zone ${code(
            privateDns.zone,
          )} for something else: names in it that have no record here are no longer found elsewhere.`,
        ]
      : []),
    ...(privateDns?.existingResourceGroup
      ? [
          `The zone is in ${code(
            privateDns.existingResourceGroup,
          )}, linked to the network, and has no such record yet.`,
        ]
      : []),
  ]);
}

/** The pull request's body for a consumer's private endpoint. @internal */
export function describeAzureConsumer(options: {
  intent: AzurePrivateLinkConsumerIntent;
  files: GeneratedFile[];
  existing: ExistingFiles;
  findings: Finding[];
}): string {
  const { intent, files, existing, findings } = options;
  const provider = intent.providerEntityRef
    ? code(intent.providerEntityRef)
    : 'a private service';
  return [
    `Connects ${code(
      intent.entityRef,
    )} to ${provider} over Azure Private Link.\n`,
    intent.reason ? `\nReason given: ${plain(intent.reason)}\n` : '',
    section('What becomes reachable', describeReach(intent)),
    fileSection(files, existing),
    azureFindingsSection(findings, intent.infrastructure),
    section('What to check', checklist(intent)),
    section(
      'After the merge',
      steps([
        'Apply the infrastructure code. The endpoint then waits until the provider approves it.',
        'The provider finds the request by what it says, above.',
      ]),
    ),
    section(
      'How to undo it',
      'Revert this change. The endpoint goes, and the connection with it.\n',
    ),
  ].join('');
}
