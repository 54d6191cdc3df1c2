import { managedRuleSets, originPort } from '../builders/azureResourceNames';
import { ExistingFiles, GeneratedFile } from '../builders/types';
import { AzureFrontDoorIntent } from '../intents/azureFrontDoor';
import { Finding } from '../linter/types';
import {
  codeMarkdown as code,
  escapeMarkdown as plain,
} from './escapeMarkdown';
import { fileSection } from './fileSection';
import { azureFindingsSection } from './azureFindingsSection';
import { bullets, section, steps, table } from './sections';

function describeReach(intent: AzureFrontDoorIntent): string {
  const { origin, customDomain, healthProbe } = intent;
  return table(
    ['property', 'value'],
    [
      ['what', `the paths ${intent.patterns.map(code).join(', ')}`],
      ['owner', code(intent.entityRef)],
      ['by whom', '**everybody on the Internet**, by HTTPS alone'],
      [
        'under',
        customDomain
          ? `${code(customDomain.hostName)}, ${
              customDomain.certificate.type === 'managed'
                ? 'with a certificate that Front Door gets and renews'
                : `with the certificate ${code(
                    customDomain.certificate.certificateName,
                  )} of ${code(customDomain.certificate.vaultId)}`
            }`
          : `${code(`${intent.name}-….azurefd.net`)}, which Azure completes`,
      ],
      [
        'judged by',
        `a firewall that blocks: ${managedRuleSets
          .map(({ type, version }) => code(`${type} ${version}`))
          .join(', ')}`,
      ],
      [
        'through',
        `a private endpoint of Front Door's at ${code(
          origin.privateLinkServiceId,
        )}, in ${code(origin.location)}`,
      ],
      [
        'to the service by',
        `${origin.protocol === 'https' ? 'HTTPS' : '**HTTP**'}, port ${code(
          String(originPort(intent)),
        )}, as ${code(origin.hostHeader ?? origin.hostName)}`,
      ],
      [
        'asked whether it is up',
        `${healthProbe.method} ${code(healthProbe.path)} every ${
          healthProbe.intervalSeconds
        } s`,
      ],
      ['what the request says', code(intent.requestMessage)],
      [
        'where',
        `subscription ${code(intent.subscription)}, resource group ${code(
          intent.resourceGroup,
        )}`,
      ],
    ],
  );
}

function checklist({ origin, customDomain }: AzureFrontDoorIntent): string {
  return bullets([
    'The service is meant for the Internet, and asks its callers who they are where it has to.',
    'The private link service is there, and everybody may see it: Front Door’s endpoint is in a subscription of Microsoft’s, which no list can name.',
    ...(origin.protocol === 'https'
      ? [
          `The service's certificate is for ${code(
            origin.hostName,
          )} and from a public authority; Front Door takes no other.`,
        ]
      : []),
    `Front Door offers private endpoints in ${code(
      origin.location,
    )}; else choose the offered region that is nearest.`,
    ...(customDomain
      ? [`The team owns the domain of ${code(customDomain.hostName)}.`]
      : []),
    ...(customDomain?.certificate.type === 'own'
      ? ['Front Door may read the certificate in the key vault.']
      : []),
    'Rules of the firewall that block what the service needs can be switched off one by one, with an exclusion.',
  ]);
}

function afterMerge({ customDomain }: AzureFrontDoorIntent): string {
  return steps([
    'Apply the infrastructure code. Front Door then asks to be connected.',
    'Approve the connection on the entity page, by what the request says. Until then, and some minutes longer, callers get an error.',
    ...(customDomain
      ? [
          `Create the TXT record ${code(
            `_dnsauth.${customDomain.hostName}`,
          )} with the value that Front Door gives, then point ${code(
            customDomain.hostName,
          )} to the endpoint with a CNAME.`,
        ]
      : []),
  ]);
}

/** The pull request's body for a service behind Azure Front Door. @internal */
export function describeAzureFrontDoor(options: {
  intent: AzureFrontDoorIntent;
  files: GeneratedFile[];
  existing: ExistingFiles;
  findings: Finding[];
}): string {
  const { intent, files, existing, findings } = options;
  return [
    `Publishes ${code(intent.entityRef)} through Azure Front Door.\n`,
    intent.reason ? `\nReason given: ${plain(intent.reason)}\n` : '',
    section('What becomes reachable', describeReach(intent)),
    fileSection(files, existing),
    azureFindingsSection(findings, intent.infrastructure),
    section('What to check', checklist(intent)),
    section('After the merge', afterMerge(intent)),
    section(
      'How to undo it',
      'Run *Withdraw an Azure exposure*. By hand: revert this change and apply it. The service is then off the Internet; its private link service stays. A new profile has to be approved anew.\n',
    ),
  ].join('');
}
