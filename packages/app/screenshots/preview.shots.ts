import { expect, test, type Page } from '@playwright/test';
import { story } from '../e2e-tests/exposeForm';
import { Camera } from './Camera';

const preview = (page: Page) =>
  page.getByRole('region', { name: 'What the template would write' });
const count = (page: Page) =>
  preview(page).getByRole('status').filter({ hasText: /find/ });

async function openForm(page: Page) {
  await page.goto('/create/templates/default/expose-aws-privatelink');
  await expect(preview(page)).toContainText('Choose a component');
}

async function choose(page: Page) {
  const component = page.getByRole('textbox', { name: 'Component' });
  await component.click();
  await component.fill(story.component);
  await page
    .getByRole('listbox')
    .getByRole('option', { name: story.title, exact: true })
    .click();
  await page.getByLabel('Cluster').selectOption(story.cluster);
}

test('the preview of a template form', async ({ browser }) => {
  const camera = new Camera(browser);
  const mira = await camera.openAs('Mira');
  await openForm(mira);
  await choose(mira);
  const name = mira.getByRole('textbox', { name: /^Name of the Service/ });
  await name.fill('Payments API');
  await expect(preview(mira)).toContainText('Not yet');
  await camera.take(mira, 'preview-refused');

  await name.fill(story.component);
  await expect(count(mira)).toHaveText('The linter finds nothing');
  await mira.getByRole('button', { name: 'Next' }).click();
  await mira.getByLabel('Spread traffic over all zones').uncheck();
  await mira.getByLabel('Security groups also judge consumers').click();
  await mira.getByRole('option', { name: /^Yes/ }).click();
  await expect(count(mira)).toContainText('finding');
  await camera.take(mira, 'preview-findings');
  await mira.context().close();
});

test('a form whose clusters can not be looked up', async ({ browser }) => {
  const camera = new Camera(browser);
  const mira = await camera.openAs('Mira');
  const clusters = '**/api/private-exposure/v1/clusters*';

  await mira.route(clusters, route =>
    route.fulfill({
      status: 403,
      json: {
        error: { name: 'NotAllowedError', message: 'No' },
        response: { statusCode: 403 },
      },
    }),
  );
  await openForm(mira);
  await expect(mira.getByText('You may not see the clusters')).toBeVisible();
  await camera.take(mira, 'picker-forbidden');
  await mira.unroute(clusters);

  await mira.route(`${clusters}/*`, route =>
    route.fulfill({
      status: 503,
      json: {
        error: { name: 'ServiceUnavailableError', message: 'Starting up' },
        response: { statusCode: 503 },
      },
    }),
  );
  await openForm(mira);
  await choose(mira);
  await expect(preview(mira)).toContainText('can’t be shown');
  await camera.take(mira, 'preview-failed');
  await mira.context().close();
});
