import { expect, test, type Page } from '@playwright/test';
import {
  azureStory,
  exposeInAzure,
  publishInAzure,
} from '../e2e-tests/azureForms';
import { ConsumerConsole } from '../e2e-tests/ConsumerConsole';
import { Camera } from './Camera';

const tab = (component: string) =>
  `/catalog/default/component/${component}/private-exposure`;

test('what the demo starts with in Azure', async ({ browser }) => {
  const camera = new Camera(browser);
  const petra = await camera.openAs('Petra');

  await petra.goto(tab('stock'));
  await expect(
    petra.getByRole('group', { name: /^Path from the consumers/ }),
  ).toBeVisible();
  await camera.take(petra, 'tab-azure');
  await petra
    .getByRole('button', { name: /^Approve/ })
    .first()
    .click();
  await expect(petra.getByRole('dialog')).toBeVisible();
  await camera.take(petra, 'decision-azure', { part: 'view' });

  await petra.goto(tab('storefront'));
  const path = petra.getByRole('group', { name: /^Path from the clients/ });
  await expect(path).toBeVisible();
  // Below the private link service of the same entity.
  const frontDoor = petra.getByRole('article').filter({ has: path }).last();
  await camera.take(petra, 'tab-front-door', { part: frontDoor });
  await petra.context().close();
});

test('from the templates for Azure to Front Door’s own connection', async ({
  browser,
}) => {
  const camera = new Camera(browser);
  const jonas = await camera.openAs('Jonas');
  await exposeInAzure(jonas, {
    preview: false,
    onPage: name => camera.take(jonas, `form-azure-${name}`),
  });
  await merge(jonas);
  await jonas.goto(tab(azureStory.component));
  await expect(jonas.getByText('Healthy').first()).toBeVisible({
    timeout: 90_000,
  });

  const console_ = await camera.open(
    `${ConsumerConsole.fromEnvironment().url}/azure`,
  );
  await console_
    .getByRole('link', { name: new RegExp(`${azureStory.component}$`) })
    .click();
  await camera.take(console_, 'console-azure');
  await console_.context().close();

  await publishInAzure(jonas, {
    onPage: async name => {
      if (name === 'service') await camera.take(jonas, 'form-front-door');
    },
  });
  await merge(jonas);
  await jonas.context().close();

  const petra = await camera.openAs('Petra');
  await petra.goto('/private-exposure/inbox');
  const row = petra
    .getByRole('row')
    .filter({ hasText: 'Carries the request id' });
  await expect(row).toBeVisible({ timeout: 90_000 });
  await camera.take(petra, 'inbox-recognised');
  await row.getByRole('button', { name: /^Approve/ }).click();
  await expect(petra.getByRole('dialog')).toBeVisible();
  await camera.take(petra, 'decision-recognised', { part: 'view' });
  await petra.context().close();
});

/** Merges the pull request that a task has just opened. */
async function merge(page: Page): Promise<void> {
  const link = page.getByRole('link', { name: 'Pull request' });
  const host = await page.context().newPage();
  await host.goto((await link.getAttribute('href')) ?? '');
  await host.getByRole('button', { name: 'Merge pull request' }).click();
  await expect(host.getByText('Merged', { exact: true })).toBeVisible();
  await host.close();
}
