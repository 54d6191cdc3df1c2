import { privateLinkServiceId } from '../builders/azureResourceIds';
import { CatalogClaim, ClaimOutcome } from '../builders/claimInCatalog';
import { ExistingFiles, GeneratedFile } from '../builders/types';
import { AzurePrivateLinkExposureIntent } from '../intents/azureExposure';
import { Finding } from '../linter/types';
import { ServicePlan } from '../plan/planService';
import { SettingChange, changesTable } from './changesTable';
import { describePlan } from './describePlan';
import {
  codeMarkdown as code,
  escapeMarkdown as plain,
} from './escapeMarkdown';
import { ServedPort } from './servedPorts';
import { bullets, findingsSection, section, steps, table } from './sections';

/** How the portal will know whose the private link service is. @internal */
export interface DescribedClaim {
  claim: CatalogClaim;
  outcome: ClaimOutcome;
  /** The Service as the annotation names it. */
  service: string;
}

function describePorts(ports: ServedPort[]): string {
  if (ports.length === 0) return 'on the ports that its Service has already';
  return ports
    .map(({ port, protocol }) => `${protocol} port ${code(String(port))}`)
    .join(', ');
}

function describeVisibility({
  visibility,
}: AzurePrivateLinkExposureIntent['privateLinkService']): string {
  if (visibility.includes('*')) return '**everybody who knows the alias**';
  return visibility.length
    ? visibility.map(code).join(', ')
    : 'only who has rights on the private link service';
}

function describeAddresses({
  privateLinkService: service,
  loadBalancer,
}: AzurePrivateLinkExposureIntent): string {
  const count = service.addressCount ?? Math.max(1, service.addresses.length);
  const subnet = service.subnet ?? loadBalancer.subnet;
  const fixed = service.addresses.length
    ? `, fixed: ${service.addresses.map(code).join(', ')}`
    : '';
  return `${count} in ${
    subnet ? `subnet ${code(subnet)}` : "the cluster's subnet"
  }${fixed}`;
}

function describeReach(
  intent: AzurePrivateLinkExposureIntent,
  ports: ServedPort[],
): string {
  const { service, privateLinkService: pls, loadBalancer } = intent;
  const sources = loadBalancer.sourceRanges.map(code).join(', ');
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
      ['who may ask to connect', describeVisibility(pls)],
      [
        'connected without asking',
        pls.autoApproval.length
          ? `**${pls.autoApproval.map(code).join(', ')}**`
          : 'nobody: each connection waits for approval',
      ],
      [
        'through',
        `an internal Azure load balancer and the private link service ${code(
          pls.name,
        )}`,
      ],
      [
        'where',
        `${code(privateLinkServiceId(intent))}, ${code(intent.location)}`,
      ],
      ['addresses that pods see', describeAddresses(intent)],
      ...(sources ? [['directly, from inside the network', sources]] : []),
      ...(pls.fqdns.length
        ? [['names for consumers', pls.fqdns.map(code).join(', ')]]
        : []),
    ],
  );
}

function describeClaim({ claim, outcome, service }: DescribedClaim): string {
  const line = `${claim.annotation}: ${service}`;
  const because =
    'Azure’s cloud provider can’t put an owner tag on a private link service; the portal knows it by the Service that it belongs to.';
  switch (outcome.type) {
    case 'held':
      return `${because} The catalog says that it is the component's own.\n`;
    case 'written':
      return `${because} This change adds ${code(line)} to ${code(
        claim.path,
      )}.\n`;
    default:
      return `${because} **Add ${code(
        line,
      )} to the component's annotations in the catalog**, else its page does not show the exposure.${
        outcome.reason ? ` It was left out here: ${plain(outcome.reason)}.` : ''
      }\n`;
  }
}

function checklist({
  privateLinkService: pls,
  loadBalancer,
}: AzurePrivateLinkExposureIntent): string {
  return bullets([
    ...(pls.visibility.includes('*')
      ? [
          'Everybody may ask: approve only connections whose request somebody knows. Azure Front Door needs this, for its endpoints are in a subscription of Microsoft’s.',
        ]
      : ['The subscriptions above are the ones meant, and their owners know.']),
    ...(pls.proxyProtocol
      ? [
          'The service understands PROXY protocol v2 on every port; else every connection fails.',
        ]
      : [
          'Pods see the addresses above, not those of consumers. PROXY protocol v2 would tell who connects.',
        ]),
    ...(loadBalancer.address
      ? []
      : [
          "The load balancer's address is Azure's choice. Making the Service anew then makes the private link service anew, and consumers have to connect anew.",
        ]),
    'The addresses are enough: each carries about 64,000 connections at a time, and none can be taken away later.',
    'The private link service’s name is not used in its resource group yet; it can’t be changed later.',
    ...(pls.resourceGroup
      ? [
          `The cluster's identity may write private link services in ${code(
            pls.resourceGroup,
          )}.`,
        ]
      : []),
    'Applications keep connections alive more often than every four minutes: Azure cuts silent ones off.',
  ]);
}

/** The pull request's body for an exposure over Azure Private Link. @internal */
export function describeAzureExposure(options: {
  intent: AzurePrivateLinkExposureIntent;
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
  claimed: DescribedClaim | undefined;
}): string {
  const { intent, files, existing, becomes, changes, claimed } = options;
  const fileList = files.map(
    ({ path }) => `${code(path)} (${path in existing ? 'changed' : 'new'})`,
  );
  return [
    `Exposes ${code(intent.entityRef)} over Azure Private Link.\n`,
    intent.reason ? `\nReason given: ${plain(intent.reason)}\n` : '',
    section('What becomes reachable', describeReach(intent, options.ports)),
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
    options.ingresses,
    section('Whose it is', claimed ? describeClaim(claimed) : ''),
    findingsSection(options.findings),
    section('What to check', checklist(intent)),
    section(
      'After the merge',
      steps([
        'The cloud provider makes the load balancer from the manifest, and then the private link service.',
        'Consumers connect by its alias or id, which the entity page shows; their connections appear there.',
      ]),
    ),
    section(
      'How to undo it',
      'Run *Withdraw an Azure exposure*. By hand, in this order: tell the consumers, reject their connections, remove what connects through it, make the Service internal to the cluster. Taking the annotations away alone leaves the private link service where it is.\n',
    ),
  ].join('');
}
