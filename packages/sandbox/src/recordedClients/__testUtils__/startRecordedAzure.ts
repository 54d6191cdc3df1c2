import {
  addLinkService,
  AZURE_CONSUMER,
  AZURE_PLACE,
  AZURE_PROVIDER,
  AzureIdentity,
  startAzureSandbox,
} from '../../__testUtils__/startAzureSandbox';
import { Sandbox } from '../../startSandbox';

/** Somebody who may look at what the provider has, and change nothing. */
const READER: AzureIdentity = {
  ...AZURE_PROVIDER,
  clientId: '33333333-bbbb-4000-8000-000000000003',
  clientSecret: 'reader-secret',
};

/** How far the clock goes on after each answer: clients wait by a clock of their own. @internal */
export const ANSWER_MILLISECONDS = 1000;

/**
 * The sandbox that the recorded clients of Azure talk to. Its ids come out alike each time, and the recorded requests
 * name them: whoever changes what is made here, or in which order ids are given out, records again (see
 * `recordAzure.ts`).
 *
 * @internal
 */
export async function startRecordedAzure(): Promise<Sandbox> {
  const sandbox = await startAzureSandbox({ armOperation: 2000 });
  const { azure } = sandbox;
  azure.directory.addServicePrincipal({
    ...READER,
    name: 'reader',
    roles: [
      {
        scope: `/subscriptions/${AZURE_PROVIDER.subscriptionId}`,
        role: 'Reader',
      },
    ],
  });
  // So few that clients have to turn the page of services, and as many as `az` needs to see all connections at once.
  sandbox.azureSettings.pageSize = 5;
  const [shop] = ['shop', 'stock', 'ledger', 'blog', 'mail', 'news'].map(name =>
    addLinkService(sandbox, name),
  );
  const site = azure.linkTargets.addTarget({
    ...AZURE_PLACE,
    type: 'Microsoft.Web/sites',
    name: 'acme-web',
    groupIds: ['sites'],
  });
  azure.ensureNetwork({
    subscriptionId: AZURE_CONSUMER.subscriptionId,
    resourceGroup: 'consumers',
    location: 'westeurope',
  });
  for (const [target, names] of [
    [shop.id, ['pe-one', 'pe-two', 'pe-three']],
    [site.id, ['pe-site', 'pe-other']],
  ] as const) {
    for (const name of names) {
      azure.connect({
        subscriptionId: AZURE_CONSUMER.subscriptionId,
        name,
        target,
        groupIds: target === site.id ? ['sites'] : undefined,
        requestMessage: `${name} asks`,
      });
    }
  }
  addFrontDoor(sandbox, shop.id);
  return sandbox;
}

/** A Front Door that reaches a private link service, whose owner has not decided yet. */
function addFrontDoor({ azure, clock }: Sandbox, targetId: string): void {
  const profile = azure.frontDoors.putProfile({
    ...AZURE_PLACE,
    location: 'global',
    name: 'fd-acme',
    sku: 'Premium_AzureFrontDoor',
  });
  const group = azure.frontDoors.putPart({
    parentId: profile.id,
    kind: 'originGroups',
    name: 'shop',
    properties: {},
  });
  const origin = azure.frontDoors.putPart({
    parentId: group.id,
    kind: 'origins',
    name: 'blue',
    properties: { hostName: 'shop.acme.example' },
  });
  azure.frontDoors.linkOrigin(origin, {
    targetId,
    location: 'westeurope',
    groupId: '',
    requestMessage: 'Front Door asks',
  });
  clock.advance(60_000);
}
