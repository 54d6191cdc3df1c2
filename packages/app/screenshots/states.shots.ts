import { expect, test, type Page } from '@playwright/test';
import { ConsumerConsole } from '../e2e-tests/ConsumerConsole';
import { Camera } from './Camera';

const overview = (component: string) =>
  `/catalog/default/component/${component}`;
const tab = (component: string) => `${overview(component)}/private-exposure`;

/** What every visitor finds when the demo has just started, and a text that shows that it has arrived. */
const asPetra = [
  { name: 'catalog', path: '/?filters[user]=all', text: 'payments' },
  { name: 'card-waiting', path: overview('ledger'), text: 'pending' },
  { name: 'card-conflict', path: overview('invoices'), text: 'somebody else' },
  { name: 'tab-empty', path: tab('payments'), text: 'Nothing seen' },
  { name: 'tab-waiting', path: tab('ledger'), text: 'Approve' },
  { name: 'tab-live', path: tab('orders'), text: 'Healthy' },
  { name: 'tab-domain', path: tab('webhooks'), text: 'Check now' },
  { name: 'tab-unhealthy', path: tab('search'), text: 'Broken here' },
  { name: 'tab-gone', path: tab('reports'), text: 'Broken here' },
  { name: 'tab-conflict', path: tab('invoices'), text: 'Claim conflict' },
  {
    name: 'tab-failed',
    path: tab('archive'),
    text: 'No credentials for account',
  },
  { name: 'inbox', path: '/private-exposure/inbox', text: 'globex' },
  { name: 'inventory', path: '/private-exposure/inventory', text: 'ledger' },
  {
    name: 'unclaimed',
    path: '/private-exposure/unclaimed',
    text: 'proof-of-concept',
  },
  { name: 'sources', path: '/private-exposure/sources', text: 'acme-legacy' },
];

test.describe('states that the demo starts with', () => {
  test('as a platform engineer', async ({ browser, baseURL }) => {
    const camera = new Camera(browser);
    const visitor = await camera.open(baseURL ?? '/');
    await expect(visitor.getByText('Who would you like to be?')).toBeVisible();
    await camera.take(visitor, 'sign-in');
    await visitor.context().close();

    const petra = await camera.openAs('Petra');
    for (const { name, path, text } of asPetra) {
      await petra.goto(path);
      await expect(petra.getByText(text).first()).toBeVisible();
      await camera.take(petra, name);
    }
    await petra.context().close();
  });

  test('as a developer', async ({ browser }) => {
    const camera = new Camera(browser);
    const mira = await camera.openAs('Mira');
    await mira.goto(overview('payments'));
    await expect(mira.getByText('No private exposure')).toBeVisible();
    await camera.take(mira, 'card-empty');
    await mira.goto(tab('ledger'));
    await expect(mira.getByText('Pending').first()).toBeVisible();
    await camera.take(mira, 'tab-waiting-developer');
    await mira.context().close();

    const jonas = await camera.openAs('Jonas');
    const forbidden = [
      { name: 'tab-forbidden', path: tab('ledger') },
      { name: 'inventory-forbidden', path: '/private-exposure/inventory' },
    ];
    for (const { name, path } of forbidden) {
      await jonas.goto(path);
      await expect(
        jonas.getByText('You are not allowed to see this').first(),
      ).toBeVisible();
      await camera.take(jonas, name);
    }
    await jonas.context().close();
  });
});

test.describe('a source or the backend that does not answer', () => {
  const sandbox = ConsumerConsole.fromEnvironment();
  test.afterEach(() => sandbox.clearFaults());

  test('what was seen stays, and says since when it is old', async ({
    browser,
  }) => {
    const camera = new Camera(browser);
    await sandbox.injectFault({
      service: 'ec2',
      accountId: '111122223333',
      effect: { type: 'error', code: 'InternalError', status: 500 },
    });
    const petra = await camera.openAs('Petra');
    await expect(async () => {
      await petra.goto(tab('orders'));
      await expect(
        petra.getByText(/(Stale|Source failed): InternalError/).first(),
      ).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 60_000 });
    await camera.take(petra, 'tab-stale');
    await petra.goto('/private-exposure/inventory');
    await expect(petra.getByText('ledger').first()).toBeVisible();
    await camera.take(petra, 'inventory-stale');
    await petra.context().close();
  });

  test('the backend is slow, fails, or stops answering', async ({
    browser,
  }) => {
    const camera = new Camera(browser);
    const petra = await camera.openAs('Petra');
    const ours = '**/api/private-exposure/**';

    await petra.route(ours, () => {});
    await petra.goto(tab('orders'));
    await expect(petra.getByText('Loading private exposure')).toBeAttached();
    await camera.take(petra, 'tab-loading', { isLoading: true });
    await petra.goto('/private-exposure/inventory');
    await expect(petra.getByText('Loading private exposure')).toBeAttached();
    await camera.take(petra, 'inventory-loading', { isLoading: true });

    await petra.unroute(ours);
    await petra.route(ours, route =>
      route.fulfill({
        status: 503,
        json: {
          error: { name: 'ServiceUnavailableError', message: 'Starting up' },
          response: { statusCode: 503 },
        },
      }),
    );
    await petra.goto(tab('orders'));
    await expect(petra.getByText('could not be loaded')).toBeVisible();
    await camera.take(petra, 'tab-load-failed');
    await petra.context().close();
  });
});

test('decisions and what becomes of them', async ({ browser }) => {
  const sandbox = ConsumerConsole.fromEnvironment();
  const camera = new Camera(browser);
  const petra = await camera.openAs('Petra');
  const dialog = petra.getByRole('dialog');
  const globex = '444455556666';

  await petra.goto('/private-exposure/inbox');
  await openDialog(petra, {
    consumer: globex,
    service: 'ledger',
    verdict: 'Approve',
  });
  await camera.take(petra, 'decision-approve', { part: 'view' });
  await petra.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await openDialog(petra, {
    consumer: globex,
    service: 'ledger',
    verdict: 'Reject',
  });
  await dialog.getByRole('textbox').fill('Not agreed with the ledger team');
  await camera.take(petra, 'decision-reject', { part: 'view' });
  await petra.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  // The cloud refuses.
  await sandbox.injectFault({
    action: 'AcceptVpcEndpointConnections',
    effect: { type: 'unsuccessful' },
  });
  await openDialog(petra, {
    consumer: globex,
    service: 'ledger',
    verdict: 'Approve',
  });
  await decide(petra, 'Agreed with the ledger team');
  await expect(dialog).toContainText('The cloud refused', { timeout: 90_000 });
  await camera.take(petra, 'decision-failed', { part: 'view' });
  await sandbox.clearFaults();
  await dialog.getByRole('button', { name: 'Close' }).click();

  // Nobody answers.
  const decisions = '**/api/private-exposure/v1/connections/*/decisions';
  await petra.route(decisions, route => route.abort());
  await openDialog(petra, {
    consumer: globex,
    service: 'ledger',
    verdict: 'Approve',
  });
  await decide(petra, 'Agreed with the ledger team');
  await expect(dialog).toContainText('Sending again is safe');
  await camera.take(petra, 'decision-unsent', { part: 'view' });
  await petra.unroute(decisions);
  await dialog.getByRole('button', { name: 'Close' }).click();

  // Another endpoint took its place between the look and the click.
  await petra.goto('/private-exposure/inbox');
  await openDialog(petra, {
    consumer: globex,
    service: 'checkout',
    verdict: 'Approve',
  });
  const endpoint = (await dialog.innerText()).match(/vpce-[0-9a-f]+/)?.[0];
  await sandbox.replaceEndpoint(endpoint ?? '');
  await decide(petra, 'Agreed with the checkout team');
  await expect(dialog).toContainText('Nothing was done', { timeout: 90_000 });
  await camera.take(petra, 'decision-superseded', { part: 'view' });
  await dialog.getByRole('button', { name: 'Close' }).click();

  // Two people look at the same connection.
  const other = await camera.openAs('Petra');
  await petra.goto('/private-exposure/inbox');
  await other.goto('/private-exposure/inbox');
  const analytics = '333344445555';
  await openDialog(petra, {
    consumer: analytics,
    service: 'ledger',
    verdict: 'Reject',
  });
  await openDialog(other, {
    consumer: analytics,
    service: 'ledger',
    verdict: 'Approve',
  });
  await decide(petra, 'The endpoint is in the wrong VPC');
  await expect(dialog).toContainText('Rejected. State now', {
    timeout: 90_000,
  });
  await camera.take(petra, 'decision-applied', { part: 'view' });
  await decide(other, 'Agreed with the analytics team');
  await expect(other.getByRole('dialog')).toContainText(
    /Somebody else was faster|Nothing was done/,
    { timeout: 90_000 },
  );
  await camera.take(other, 'decision-conflict', { part: 'view' });
  await other.context().close();

  await petra.goto('/private-exposure/decisions');
  await expect(petra.getByText('wrong VPC').first()).toBeVisible();
  await camera.take(petra, 'decisions');
  await petra.goto(tab('ledger'));
  await expect(petra.getByText('Rejected').first()).toBeVisible();
  await camera.take(petra, 'tab-decided');
  await petra.context().close();
});

async function openDialog(
  page: Page,
  options: { consumer: string; service: string; verdict: string },
) {
  const { consumer, service, verdict } = options;
  await page
    .getByRole('row')
    .filter({ hasText: consumer })
    .filter({ hasText: service })
    .getByRole('button', { name: new RegExp(`^${verdict}`) })
    .click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

async function decide(page: Page, reason: string) {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox').fill(reason);
  await dialog.getByRole('button', { name: /connection$/ }).click();
}
