import { expect, test, type Page } from '@playwright/test';
import { ConsumerConsole } from '../e2e-tests/ConsumerConsole';
import { fillExposeForm, story } from '../e2e-tests/exposeForm';
import { Camera } from './Camera';

const overview = `/catalog/default/component/${story.component}`;

test('the way from the template to the connection', async ({ browser }) => {
  const consumers = ConsumerConsole.fromEnvironment();
  const camera = new Camera(browser);
  const mira = await camera.openAs('Mira');

  await mira.goto('/create');
  await expect(mira.getByText('Expose a service').first()).toBeVisible();
  await camera.take(mira, 'templates');

  await fillExposeForm(mira, {
    preview: true,
    // The last page but for the task repeats what was filled in.
    onPage: async name => {
      if (name !== 'review') await camera.take(mira, `form-${name}`);
    },
  });
  await camera.take(mira, 'dry-run');
  await mira.getByRole('button', { name: 'The files', exact: true }).click();
  await expect(
    mira.getByText('aws_vpc_endpoint_service').first(),
  ).toBeVisible();
  await camera.take(mira, 'dry-run-files');

  await fillExposeForm(mira, { preview: false });
  const link = mira.getByRole('link', { name: 'Pull request' });
  const pullRequestUrl = (await link.getAttribute('href')) ?? '';
  await camera.take(mira, 'task');

  await mira.goto(overview);
  await expect(mira.getByText('1 pull request is open')).toBeVisible();
  await camera.take(mira, 'card-in-review');
  await mira.goto(`${overview}/private-exposure`);
  await expect(
    mira.getByText('The pull request waits for its review.'),
  ).toBeVisible();
  await camera.take(mira, 'tab-in-review');

  const host = await camera.open(pullRequestUrl);
  await camera.take(host, 'pull-request');
  // Long enough to be seen on the way, by a busy machine as well.
  await consumers.setTimings({
    loadBalancerActive: 20_000,
    serviceAvailable: 40_000,
  });
  await host.getByRole('button', { name: 'Merge pull request' }).click();
  await expect(host.getByText('Merged', { exact: true })).toBeVisible();
  await camera.take(host, 'pull-request-merged');
  await host.context().close();

  await expect(
    mira.locator('[aria-current="step"]', { hasText: 'Provisioning' }),
  ).toBeVisible({ timeout: 60_000 });
  await camera.take(mira, 'tab-provisioning');
  // The record shows before the service is there, to which nobody can connect so early.
  await expect(
    mira.locator('[aria-current="step"]', {
      hasText: 'Waiting for TXT record',
    }),
  ).toBeVisible({ timeout: 120_000 });

  const console_ = await camera.open(consumers.url);
  await camera.take(console_, 'console');
  await console_.getByRole('link', { name: story.component }).first().click();
  await camera.take(console_, 'console-service');

  const serviceName = await readText(mira, /com\.amazonaws\.vpce\.[\w.-]+/);
  await consumers.publishTxt(
    await readText(mira, /_[a-z0-9]+\.payments\.acme\.example/),
    await readText(mira, /vpce:[A-Za-z0-9]+/),
  );
  await mira.getByRole('button', { name: 'Check now' }).click();
  await expect(mira.getByText('The domain is verified')).toBeVisible({
    timeout: 120_000,
  });
  await consumers.connect({
    consumerAccount: story.consumerAccount,
    region: story.region,
    serviceName,
  });
  await expect(
    mira.getByRole('row').filter({ hasText: story.consumerAccount }),
  ).toContainText('Pending', { timeout: 60_000 });
  await camera.take(mira, 'tab-asked');
  const notifications = await camera.openAs('Mira');
  await notifications.goto('/notifications');
  await expect(
    notifications
      .getByRole('table')
      .getByText('A consumer waits to connect to payments')
      .first(),
  ).toBeVisible({ timeout: 60_000 });
  await camera.take(notifications, 'notifications');
  await notifications.context().close();

  const petra = await camera.openAs('Petra');
  await petra.goto('/private-exposure/changes');
  await expect(
    petra.getByRole('table').getByText('Merged').first(),
  ).toBeVisible();
  await camera.take(petra, 'changes');
  await petra.goto('/private-exposure/inbox');
  await petra
    .getByRole('row')
    .filter({ hasText: story.consumerAccount })
    .filter({ hasText: story.component })
    .getByRole('button', { name: /^Approve/ })
    .click();
  const dialog = petra.getByRole('dialog');
  await dialog.getByRole('textbox').fill('Agreed with the analytics team');
  await dialog.getByRole('button', { name: 'Approve connection' }).click();
  await expect(dialog).toContainText('Approved. State now:', {
    timeout: 90_000,
  });
  await petra.context().close();
  await expect(
    mira.getByRole('row').filter({ hasText: story.consumerAccount }),
  ).toContainText('Connected', { timeout: 90_000 });
  await camera.take(mira, 'tab-connected');

  for (const template of [
    'connect-private-service',
    'withdraw-private-exposure',
  ]) {
    await mira.goto(`/create/templates/default/${template}`);
    await expect(
      mira.getByRole('button', { name: /Next|Review/ }),
    ).toBeVisible();
    await camera.take(mira, `form-${template}`);
  }
  await console_.goto(`${consumers.url}/controls`);
  await camera.take(console_, 'console-controls');
  await console_.context().close();
  await mira.context().close();
});

/** The first text of the page that looks like this. */
async function readText(page: Page, pattern: RegExp): Promise<string> {
  const text = await page.locator('main, article').last().innerText();
  const found = text.match(pattern)?.[0];
  expect(found, `${pattern} on the page`).toBeDefined();
  return found ?? '';
}
