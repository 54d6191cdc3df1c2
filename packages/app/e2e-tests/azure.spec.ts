import { expect, test, type Locator, type Page } from '@playwright/test';
import { azureStory, exposeInAzure, publishInAzure } from './azureForms';
import { ConsumerConsole } from './ConsumerConsole';
import { expectDryRun } from './dryRun';
import { exposureSection } from './exposureSection';
import { exposureTab } from './exposureTab';
import { mergePullRequest, openedPullRequest } from './pullRequest';
import { rowOf } from './rowOf';
import { signIn } from './signIn';

const { component, consumer } = azureStory;
const REASON = 'Globex delivers for us';
const tab = exposureTab(component);

// The steps stand on each other: a failure ends the story.
test.describe.configure({ mode: 'serial' });

test.describe('a developer exposes a service in Azure, lets a consumer in, and publishes it', () => {
  const consumers = ConsumerConsole.fromEnvironment();
  let jonas: Page;
  let petra: Page;
  let exposePullRequest: string;
  let publishPullRequest: string;

  test.beforeAll(async ({ browser }) => {
    jonas = await signIn(browser, 'Jonas');
    petra = await signIn(browser, 'Petra');
  });

  test.afterAll(async () => {
    await jonas?.context().close();
    await petra?.context().close();
  });

  test('the dry run shows the manifest and opens nothing', async () => {
    await exposeInAzure(jonas, { preview: true });

    await expectDryRun(jonas, ['azure-pls-create']);
  });

  test('the template opens a pull request', async () => {
    await exposeInAzure(jonas, { preview: false });
    exposePullRequest = await openedPullRequest(jonas);

    await jonas.goto(tab);
    await expect(
      jonas.getByText('The pull request waits for its review.'),
    ).toBeVisible();
  });

  test('after the merge the page becomes live by itself, with what consumers and their admins ask for', async () => {
    await mergePullRequest(jonas, exposePullRequest);

    // Nobody touches his page: signals and polling move it.
    const service = exposureSection(jonas, 'Azure private link service');
    await expect(service.getByText('Healthy').first()).toBeVisible({
      timeout: 90_000,
    });
    await expect(service.getByText('Live', { exact: true })).toBeVisible();
    await expect(
      service.getByText(/\.westeurope\.azure\.privatelinkservice$/).first(),
    ).toBeVisible();
    const properties = service.getByRole('region', { name: 'Properties' });
    await expect(properties).toContainText(
      `NAT addresses${azureStory.natAddress}`,
    );
    await expect(properties).toContainText('Visible to*');
    await expect(
      service.getByRole('region', { name: 'Who may ask to connect' }),
    ).toContainText('Anyone (*)');
  });

  test('a consumer connects from another subscription', async () => {
    const console_ = await jonas.context().newPage();
    await console_.goto(`${consumers.url}/azure`);
    await console_
      .getByRole('link', { name: new RegExp(`${component}$`) })
      .click();
    await console_
      .getByLabel('Subscription')
      .selectOption(consumer.subscription);
    await console_.getByLabel('Message').fill('Parcels of globex');
    await console_.getByRole('button', { name: 'Connect' }).click();
    await expect(
      console_.getByRole('row').filter({ hasText: consumer.name }),
    ).toContainText('Pending');
    await console_.close();

    // A developer sees who waits, and does not decide.
    await expect(
      rowOf(jonas, consumer.subscription).filter({ hasText: 'Pending' }),
    ).toBeVisible({ timeout: 60_000 });
    await expect(jonas.getByRole('button', { name: /^Approve/ })).toHaveCount(
      0,
    );
  });

  test('a platform engineer finds it beside those of AWS, and approves it with a reason', async () => {
    await petra.goto('/private-exposure');
    await expect(rowOf(petra, 'vpce-').first()).toBeVisible();
    const row = rowOf(petra, consumer.subscription).filter({
      hasText: component,
    });
    await row.getByRole('button', { name: /^Approve/ }).click();

    const dialog = petra.getByRole('dialog');
    await expect(dialog).toContainText(consumer.subscription);
    await expect(dialog).toContainText(
      /\/subscriptions\/[^ ]*\/privateendpoints\//,
    );
    await approve(dialog, REASON);
  });

  test('the connection becomes connected, and the timeline says who decided', async () => {
    await expect(rowOf(jonas, consumer.subscription)).toContainText(
      'Connected',
      { timeout: 60_000 },
    );
    await expect(
      exposureSection(jonas, 'Azure private link service').getByRole('region', {
        name: 'Timeline',
      }),
    ).toContainText(/petra/i);
  });

  test('the second template publishes it through Front Door', async () => {
    await publishInAzure(jonas);
    publishPullRequest = await openedPullRequest(jonas);
    await jonas.goto(tab);
    await mergePullRequest(jonas, publishPullRequest);

    // Its own request is not approved by anything: until somebody does, nothing gets through.
    await expect(
      exposureSection(jonas, 'Azure Front Door').getByText(/^Broken here:/),
    ).toBeVisible({ timeout: 90_000 });
  });

  test('its request is recognised as that change’s, and is Petra’s to approve', async () => {
    const number = publishPullRequest.split('/').pop();
    await petra.goto('/private-exposure');
    const row = rowOf(
      petra,
      `Carries the request id of pull request #${number}`,
    );
    await expect(row).toContainText('with which Azure Front Door', {
      timeout: 60_000,
    });
    await row.getByRole('button', { name: /^Approve/ }).click();

    const dialog = petra.getByRole('dialog');
    await expect(dialog).toContainText(
      `Carries the request id of pull request #${number}`,
    );
    await approve(dialog, 'Ours: the reviewed Front Door');
  });

  test('then the way from the Internet to the pods is healthy', async () => {
    const frontDoor = exposureSection(jonas, 'Azure Front Door');
    await expect(frontDoor.getByText(/^Broken here:/)).toHaveCount(0, {
      timeout: 90_000,
    });
    await expect(
      frontDoor
        .getByRole('group', { name: /^Path from the clients/ })
        .getByText('Anybody on the Internet'),
    ).toBeVisible();
    await expect(
      frontDoor.locator('header').getByText('Healthy', { exact: true }),
    ).toBeVisible({ timeout: 60_000 });
    await expect(
      frontDoor.getByRole('region', { name: 'Who may ask to connect' }),
    ).toHaveCount(0);
  });
});

async function approve(dialog: Locator, reason: string): Promise<void> {
  await dialog.getByRole('textbox', { name: /Reason/ }).fill(reason);
  await dialog.getByRole('button', { name: 'Approve connection' }).click();
  await expect(dialog).toContainText('Approved. State now:', {
    timeout: 90_000,
  });
  await dialog.getByRole('button', { name: 'Close' }).click();
}
