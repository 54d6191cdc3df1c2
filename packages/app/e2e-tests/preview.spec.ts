import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { collectScripts } from './collectScripts';
import {
  fillService,
  findingCount,
  invoices,
  ledger,
  LIMIT,
  manifestOf,
  preview,
  RULES,
} from './previewPage';
import { signIn } from './signIn';

async function openForm(page: Page) {
  await page.goto('/create/templates/default/expose-aws-privatelink');
  await expect(page.getByLabel('Cluster')).toBeVisible();
}

test.describe('the preview of a template form', () => {
  let mira: Page;

  test.beforeAll(async ({ browser }) => {
    mira = await signIn(browser, 'Mira');
  });
  test.afterAll(async () => {
    await mira?.context().close();
  });

  test('is loaded with its form only, and is small', async () => {
    const collected = collectScripts(mira);
    // One that is exposed from the start: what the form is about may be by now, or not.
    await mira.goto('/catalog/default/component/ledger/private-exposure');
    await expect(
      mira.getByRole('heading', { name: 'Connections' }),
    ).toBeVisible();
    await mira.goto('/create/templates/default/connect-private-service');
    await expect(mira.getByLabel('Cluster')).toBeVisible();
    const before = new Set((await collected.read()).keys());

    await openForm(mira);
    await fillService(mira);
    await expect(manifestOf(mira)).toContainText('aws-load-balancer-scheme');

    const scripts = await collected.read();
    const holders = [...scripts].filter(([, { text }]) => text.includes(RULES));
    const loaded = [...scripts].filter(([url]) => !before.has(url));
    const size = loaded.reduce((sum, [, script]) => sum + script.size, 0);
    test.info().annotations.push({
      type: 'preview',
      description: `${size} bytes of gzip in ${loaded.length} scripts`,
    });
    expect(holders.map(([url]) => url)).toHaveLength(1);
    expect(before.has(holders[0][0])).toBe(false);
    expect(size).toBeLessThan(LIMIT);
  });

  test('shows the manifest and what the linter finds, until it is put right', async () => {
    await openForm(mira);
    await expect(preview(mira)).toContainText(
      'Choose a component and a cluster',
    );
    await fillService(mira);
    await expect(manifestOf(mira)).toContainText('name: payments');
    await expect(findingCount(mira)).toHaveText('The linter finds nothing');

    await mira
      .getByRole('textbox', { name: /^Name of the Service/ })
      .fill('Pay');
    await expect(preview(mira)).toContainText('Name of the Service or Gateway');
    await mira
      .getByRole('textbox', { name: /^Name of the Service/ })
      .fill('pay');
    await expect(manifestOf(mira)).toContainText('name: pay\n');

    await mira.getByRole('button', { name: 'Next' }).click();
    const allZones = mira.getByLabel('Spread traffic over all zones');
    await allZones.uncheck();
    await expect(findingCount(mira)).toHaveText('1 finding');
    await expect(preview(mira)).toContainText(
      'Cross-zone load balancing is off',
    );

    await allZones.check();
    await expect(findingCount(mira)).toHaveText('The linter finds nothing');
  });

  test('shows that the Service of the repository has no load balancer, or is not there', async ({
    browser,
  }) => {
    const jonas = await signIn(browser, 'Jonas');
    await openForm(jonas);
    await fillService(jonas, invoices);
    await expect(preview(jonas)).toContainText('no load balancer so far');

    const manifest = jonas.getByRole('textbox', { name: 'Manifest' });
    const path = await manifest.inputValue();
    await manifest.fill('k8s/nowhere.yaml');
    await expect(preview(jonas)).toContainText(
      'acme/invoices has no k8s/nowhere.yaml',
    );
    await manifest.fill(path);
    await expect(preview(jonas)).toContainText('no load balancer so far');
    await jonas.context().close();
  });

  test('shows what the Service of the repository is now, beside what it becomes', async () => {
    await openForm(mira);
    await fillService(mira, ledger);
    const table = preview(mira).getByRole('table', {
      name: 'What the Service becomes',
    });
    await expect(
      table.getByRole('row', { name: /^scheme internal internal/ }),
    ).toBeVisible();
    await expect(table).not.toContainText('targets of 443 see');
    await mira.getByRole('button', { name: 'Next' }).click();
    await mira.getByRole('button', { name: /^Targets/ }).click();
    await mira.getByRole('option', { name: /^Nodes/ }).click();

    await expect(
      table.getByRole('row', {
        name: /^listener 443 .*pods.* changes to .*nodes/,
      }),
    ).toBeVisible();
  });

  test('shows the Ingress of a load balancer, and which answer it lacks', async () => {
    await mira.goto('/create/templates/default/expose-aws-load-balancer');
    await fillService(mira, invoices);
    await expect(manifestOf(mira)).toContainText('kind: Ingress');
    await expect(preview(mira)).toContainText('What the Ingress becomes');

    await mira.getByRole('button', { name: 'Next' }).click();
    await mira
      .getByRole('textbox', { name: 'Host name' })
      .fill('invoices.acme.example');
    await expect(manifestOf(mira)).toContainText('invoices.acme.example');

    await mira.getByRole('radio', { name: 'The Internet' }).check();
    await expect(
      preview(mira).getByRole('listitem').filter({ hasText: 'plain HTTP' }),
    ).toContainText('Certificate');
  });

  test('is worked with the keyboard alone', async () => {
    await openForm(mira);
    await fillService(mira);
    await expect(manifestOf(mira)).toBeVisible();

    const fold = preview(mira).getByText(/^Endpoint service: /);
    await fold.focus();
    await mira.keyboard.press('Enter');
    const code = preview(mira).getByRole('group', { name: 'Endpoint service' });
    await expect(code).toBeVisible();
    await mira.keyboard.press('Tab');
    await expect(code).toBeFocused();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`is accessible, and no wider than a phone, in the ${colorScheme} theme`, async ({
      browser,
    }) => {
      const page = await signIn(browser, 'Mira', {
        colorScheme,
        viewport: { width: 420, height: 900 },
      });
      await openForm(page);
      await fillService(page, ledger);
      await expect(manifestOf(page)).toBeVisible();
      await expect(preview(page).getByRole('table')).toBeVisible();

      const found = await new AxeBuilder({ page })
        .include('section[aria-labelledby]')
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
        .analyze();
      expect(found.violations.map(rule => `${rule.id}: ${rule.help}`)).toEqual(
        [],
      );
      const { width = 0 } = (await preview(page).boundingBox()) ?? {};
      expect(width).toBeGreaterThan(200);
      expect(width).toBeLessThan(420);
      const tooWide = await preview(page).evaluate(
        region => region.scrollWidth - region.clientWidth,
      );
      expect(tooWide).toBeLessThanOrEqual(0);
      await page.context().close();
    });
  }
});
