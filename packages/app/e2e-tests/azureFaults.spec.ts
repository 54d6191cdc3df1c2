import { expect, test, type Page } from '@playwright/test';
import { azureStory } from './azureForms';
import { ConsumerConsole } from './ConsumerConsole';
import { exposureSection } from './exposureSection';
import { exposureTab } from './exposureTab';
import { signIn } from './signIn';
import {
  afterReloads,
  expectFresh,
  expectLive,
  expectStale,
  LOOK,
  pathOf,
  sourceRow,
} from './sourceStates';

const LINK_SERVICE = 'Azure private link service';
const FRONT_DOOR = 'Azure Front Door';
const ENDPOINT_SERVICE = 'AWS endpoint service';
/** Runs `shop-weu`: all that the demo has in Azure. */
const SHOP = '00000000-cccc-4000-8000-000000000001';
const { consumer } = azureStory;

/** Ways in which the subscription does not answer, and what the page says of it. */
const subscriptionFaults = [
  {
    name: 'is throttled',
    effect: {
      type: 'error',
      code: 'SubscriptionRequestsThrottled',
      message: 'Number of requests for subscription exceeded the limit',
      status: 429,
    },
    reason: /SubscriptionRequestsThrottled: Number of requests .* exceeded/,
  },
  {
    name: 'fails within Azure',
    effect: {
      type: 'error',
      code: 'ServiceUnavailable',
      message: 'Resource Manager is having a day off',
      status: 503,
    },
    reason: /day off/,
  },
  { name: 'breaks off', effect: { type: 'reset' }, reason: /\S/ },
];

test.describe('a subscription of Azure that does not answer', () => {
  const sandbox = ConsumerConsole.fromEnvironment();
  let petra: Page;

  test.beforeAll(async ({ browser }) => {
    petra = await signIn(browser, 'Petra');
  });

  test.afterEach(() => sandbox.clearFaults());

  test.afterAll(async () => {
    await petra?.context().close();
  });

  subscriptionFaults.forEach(({ name, effect, reason }) => {
    test(`a private link service stays, with path and consumers, while its subscription ${name}`, async () => {
      await petra.goto(exposureTab('storefront'));
      const service = exposureSection(petra, LINK_SERVICE);
      await expectFresh(service);
      await expect(pathOf(service)).toBeVisible();
      await sandbox.injectFault({ cloud: 'azure', accountId: SHOP, effect });

      await expectStale(service, reason);
      await expectLive(service);
      await expect(pathOf(service)).toContainText(/Load balancer/);
      await expect(
        service.getByRole('row').filter({ hasText: consumer.subscription }),
      ).toContainText('Pending');
      await expectStale(exposureSection(petra, FRONT_DOOR), reason);

      await petra.goto(exposureTab('orders'));
      await expectFresh(exposureSection(petra, ENDPOINT_SERVICE));

      await sandbox.clearFaults();
      await petra.goto(exposureTab('storefront'));
      await expectFresh(service);
      await expectFresh(exposureSection(petra, FRONT_DOOR));
    });
  });

  test('the inventory and the sources say it too, and nothing of it is gone', async () => {
    await sandbox.injectFault({
      cloud: 'azure',
      accountId: SHOP,
      effect: { type: 'error', code: 'TooManyRequests', status: 429 },
    });
    await petra.goto(
      '/private-exposure/inventory?kind=azure-private-link-service',
    );

    const rows = petra.getByRole('row').filter({ hasText: 'Live' });
    const row = rows.filter({ hasText: 'storefront' });
    await afterReloads(petra, () =>
      expect(row).toContainText(/Stale|Failed/, LOOK),
    );
    await expect(rows.filter({ hasText: 'stock' })).toBeVisible();
    await expect(
      petra.getByRole('row').filter({ hasText: 'Gone' }),
    ).toHaveCount(0);

    await petra.goto('/private-exposure/sources');
    const shop = sourceRow(petra, 'acme-shop', SHOP).first();
    await expect(shop).toContainText(/Stale|Failed/);
    await expect(shop).toContainText('TooManyRequests');
    await expect(sourceRow(petra, 'acme-platform', 'eu-west-1')).toContainText(
      'Fresh',
    );

    await sandbox.clearFaults();
    await afterReloads(petra, () => expect(shop).toContainText('Fresh', LOOK));
  });

  test('Front Doors that cannot be listed stay, and leave the services beside them fresh', async () => {
    await petra.goto(exposureTab('storefront'));
    const frontDoor = exposureSection(petra, FRONT_DOOR);
    await expectFresh(frontDoor);
    await sandbox.injectFault({
      service: 'Microsoft.Cdn',
      action: 'Profiles_List',
      effect: { type: 'error', code: 'TooManyRequests', status: 429 },
    });

    await expectStale(frontDoor, /TooManyRequests/);
    await expectLive(frontDoor);
    await expect(pathOf(frontDoor)).toContainText(/Front Door/);
    await expectFresh(exposureSection(petra, LINK_SERVICE));
  });

  test('a verdict that Azure refuses says why, and the consumer waits on', async () => {
    await sandbox.injectFault({
      action: 'PrivateLinkServices_UpdatePrivateEndpointConnection',
      effect: {
        type: 'error',
        code: 'PrivateEndpointConnectionIsDisconnected',
        message: 'The consumer has just left',
        status: 400,
      },
    });
    await petra.goto(exposureTab('storefront'));
    const row = exposureSection(petra, LINK_SERVICE)
      .getByRole('row')
      .filter({ hasText: consumer.subscription });
    await row.getByRole('button', { name: /^Approve/ }).click();
    const dialog = petra.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /Reason/ }).fill('Known to us');
    await dialog.getByRole('button', { name: 'Approve connection' }).click();

    await expect(dialog).toContainText('The consumer has just left');
    await dialog.getByRole('button', { name: 'Close' }).click();
    await expect(row).toContainText('Pending');
    await expect(row.getByRole('button', { name: /^Approve/ })).toBeEnabled();
  });
});
