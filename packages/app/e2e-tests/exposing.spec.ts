import { expect, test, type Page } from '@playwright/test';
import { AuditTrail } from './AuditTrail';
import { ConsumerConsole } from './ConsumerConsole';
import { expectDryRun } from './dryRun';
import { fillExposeForm, story } from './exposeForm';
import { exposureSection } from './exposureSection';
import { exposureTab } from './exposureTab';
import { signIn } from './signIn';

const { consumerAccount: ANALYTICS, domain: DOMAIN, region } = story;
const REASON = 'Agreed with the analytics team';
const REFUSAL = 'One endpoint is enough';
/** How long AWS takes for an endpoint service in this story: long enough to be seen on the way, in milliseconds. */
const PROVISIONING = 30_000;
/** As the sandbox does by itself. */
const USUAL_PROVISIONING = 3_000;

// The steps stand on each other: a failure ends the story.
test.describe.configure({ mode: 'serial' });

test.describe('a developer exposes a service, and a consumer is let in', () => {
  const consumers = ConsumerConsole.fromEnvironment();
  let mira: Page;
  let petra: Page;
  let pullRequestUrl: string;
  let serviceName: string;
  let unwanted: string;

  const exposure = () => exposureSection(mira, 'AWS endpoint service');
  /** Where the exposure is on its way. */
  const currentStep = () =>
    exposure()
      .getByRole('group', { name: 'Progress' })
      .locator('[aria-current=step]');

  test.beforeAll(async ({ browser }) => {
    mira = await signIn(browser, 'Mira');
    petra = await signIn(browser, 'Petra');
  });

  test.afterAll(async () => {
    await mira?.context().close();
    await petra?.context().close();
    await consumers.setTimings({ serviceAvailable: USUAL_PROVISIONING });
  });

  test('the dry run shows the files and opens nothing', async () => {
    await fillExposeForm(mira, { preview: true });

    await expectDryRun(mira, ['k8s/payments.yaml', 'aws_vpc_endpoint_service']);
  });

  test('the template opens a pull request that explains itself', async () => {
    await fillExposeForm(mira, { preview: false });

    const link = mira.getByRole('link', { name: 'Pull request' });
    await expect(link).toBeVisible();
    pullRequestUrl = (await link.getAttribute('href')) ?? '';

    const review = await mira.context().newPage();
    await review.goto(pullRequestUrl);
    await expect(review.getByRole('heading', { level: 1 })).toContainText(
      'payments',
    );
    await expect(review.getByText(ANALYTICS).first()).toBeVisible();
    await expect(review.getByText(DOMAIN).first()).toBeVisible();
    await review.close();
  });

  test('the page shows it in review', async () => {
    await openTab(mira, 'payments');
    await expect(
      mira.getByText('The pull request waits for its review.'),
    ).toBeVisible();
  });

  test('after the merge the page moves on by itself, to an exposure that is being provisioned', async () => {
    await consumers.setTimings({ serviceAvailable: PROVISIONING });
    const host = await mira.context().newPage();
    await host.goto(pullRequestUrl);
    await host.getByRole('button', { name: 'Merge pull request' }).click();
    await expect(host.getByText('Merged', { exact: true })).toBeVisible();
    await host.close();

    // Nobody touches Mira's page: signals and polling move it.
    await expect(exposure().locator('header')).toContainText('Provisioning', {
      timeout: 120_000,
    });
    await expect(currentStep()).toContainText('Provisioning (now)');
  });

  test('then to one that waits for its TXT record', async () => {
    await expect(currentStep()).toContainText('Waiting for TXT record (now)', {
      timeout: 120_000,
    });
    await expect(
      mira.getByText('Publish this record in the public DNS zone'),
    ).toBeVisible();
    serviceName = await readText(mira, /com\.amazonaws\.vpce\.[\w.-]+/);
  });

  test('the published TXT record verifies the domain, and the exposure is live', async () => {
    await consumers.publishTxt(
      await readText(mira, /_[a-z0-9]+\.payments\.acme\.example/),
      await readText(mira, /vpce:[A-Za-z0-9]+/),
    );
    await mira.getByRole('button', { name: 'Check now' }).click();

    await expect(
      mira.getByText('The domain is verified', { exact: false }),
    ).toBeVisible({ timeout: 120_000 });
    const header = exposure().locator('header');
    await expect(header.getByText('Live', { exact: true })).toBeVisible();
    await expect(header).not.toContainText('Provisioning');
    // What has arrived has no steps left to show.
    await expect(
      exposure().getByRole('group', { name: 'Progress' }),
    ).toHaveCount(0);
  });

  test('a consumer asks, and the developer is notified', async ({
    browser,
  }) => {
    await consumers.connect({
      consumerAccount: ANALYTICS,
      region,
      serviceName,
    });

    await expect(
      mira.getByRole('row').filter({ hasText: ANALYTICS }),
    ).toContainText('Pending', { timeout: 60_000 });
    // A developer sees who waits, and does not decide.
    await expect(mira.getByRole('button', { name: /^Approve/ })).toHaveCount(0);

    // Her open page is left alone, and who one is belongs to a tab.
    const notifications = await signIn(browser, 'Mira');
    await notifications.goto('/notifications');
    await expect(
      notifications
        .getByRole('table')
        .getByText('A consumer waits to connect to payments')
        .first(),
    ).toBeVisible({ timeout: 60_000 });
    await notifications.context().close();
  });

  test('a platform engineer approves it with a reason', async () => {
    await petra.goto('/private-exposure');
    const row = petra
      .getByRole('row')
      .filter({ hasText: ANALYTICS })
      .filter({ hasText: 'payments' });
    await row.getByRole('button', { name: /^Approve/ }).click();

    const dialog = petra.getByRole('dialog');
    await expect(dialog).toContainText(ANALYTICS);
    await expect(dialog).toContainText(region);
    const approve = dialog.getByRole('button', { name: 'Approve connection' });
    await dialog.getByRole('textbox', { name: /Reason/ }).fill(REASON);
    await approve.click();
    await expect(dialog).toContainText('Approved. State now:', {
      timeout: 90_000,
    });
    await dialog.getByRole('button', { name: 'Close' }).click();
  });

  test('the connection becomes connected, on every page', async () => {
    await expect(
      mira.getByRole('row').filter({ hasText: ANALYTICS }),
    ).toContainText('Connected', { timeout: 90_000 });
  });

  test('the timeline and the decisions show who did what', async () => {
    const timeline = mira.getByRole('region', { name: 'Timeline' });
    await expect(timeline).toContainText('Consumer asked to connect');
    await expect(timeline).toContainText('Decision ended');
    await expect(timeline).toContainText(/petra/i);

    await petra.goto('/private-exposure/decisions');
    const decision = petra.getByRole('row').filter({ hasText: REASON });
    await expect(decision).toContainText('Approve');
    await expect(decision).toContainText('Applied');
    await expect(decision).toContainText(/petra/i);
  });

  test('a platform engineer turns another endpoint away, with a reason', async () => {
    unwanted = await consumers.connect({
      consumerAccount: ANALYTICS,
      region,
      serviceName,
    });
    await petra.goto('/private-exposure');
    await petra
      .getByRole('row')
      .filter({ hasText: unwanted })
      .getByRole('button', { name: /^Reject/ })
      .click({ timeout: 60_000 });

    const dialog = petra.getByRole('dialog');
    await expect(dialog).toContainText('Reject this connection?');
    await expect(dialog).toContainText(unwanted);
    await dialog.getByRole('textbox', { name: /Reason/ }).fill(REFUSAL);
    await dialog.getByRole('button', { name: 'Reject connection' }).click();
    await expect(dialog).toContainText('Rejected. State now: Rejected.', {
      timeout: 90_000,
    });
    await dialog.getByRole('button', { name: 'Close' }).click();
    expect(await consumers.endpointState(unwanted)).toBe('rejected');
  });

  test('it is rejected on every page, and the other one stays connected', async () => {
    const rows = mira.getByRole('row').filter({ hasText: ANALYTICS });
    await expect(rows.filter({ hasText: unwanted })).toContainText('Rejected', {
      timeout: 90_000,
    });
    await expect(rows.filter({ hasText: 'Connected' })).toHaveCount(1);

    await petra.goto('/private-exposure');
    await expect(
      petra.getByRole('row').filter({ hasText: unwanted }),
    ).toHaveCount(0);
    await petra.goto('/private-exposure/decisions');
    const decision = petra.getByRole('row').filter({ hasText: REFUSAL });
    await expect(decision).toContainText('Reject');
    await expect(decision).toContainText('Applied');
    await expect(decision).toContainText(/petra/i);
  });

  test('the audit trail shows it too, apart from the product', async () => {
    const trail = AuditTrail.fromEnvironment();
    const asked = (await trail.list('connection-mutate')).filter(
      ({ meta }) => meta.reason === REASON,
    );

    // Opened before the permission is checked, closed with the outcome.
    expect(asked.map(({ status }) => status)).toEqual([
      'initiated',
      'succeeded',
    ]);
    const [, stored] = asked;
    expect(stored.actor.actorId).toBe('user:default/petra');
    expect(stored.meta).toMatchObject({
      queryType: 'approve',
      reason: REASON,
      connectionId: expect.stringMatching(/./),
      entityRef: `component:default/${story.component}`,
    });
    expect(stored.request.url).toContain(
      `/connections/${stored.meta.connectionId}/decisions`,
    );
  });
});

async function openTab(page: Page, component: string) {
  await page.goto(exposureTab(component));
}

/** The first text of the page that looks like this. */
async function readText(page: Page, pattern: RegExp): Promise<string> {
  const text = await page.locator('main, article').last().innerText();
  const found = text.match(pattern)?.[0];
  expect(found, `${pattern} on the page`).toBeDefined();
  return found ?? '';
}
