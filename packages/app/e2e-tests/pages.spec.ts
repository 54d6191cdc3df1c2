import AxeBuilder from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { exposureTab } from './exposureTab';
import { signIn } from './signIn';

/** Pages with a state of their own, and a text that shows that they have arrived. */
const pages = [
  { name: 'waiting connections', path: exposureTab('ledger'), text: 'Pending' },
  { name: 'healthy', path: exposureTab('orders'), text: 'Healthy' },
  { name: 'domain to verify', path: exposureTab('webhooks'), text: 'TXT' },
  {
    name: 'unhealthy targets',
    path: exposureTab('search'),
    text: 'Broken here',
  },
  {
    name: 'load balancer gone',
    path: exposureTab('reports'),
    text: 'Broken here',
  },
  {
    name: 'claim conflict',
    path: exposureTab('invoices'),
    text: 'Claim conflict',
  },
  {
    name: 'failed source',
    path: exposureTab('archive'),
    text: 'No credentials for account',
  },
  { name: 'private endpoints', path: exposureTab('stock'), text: 'Pending' },
  { name: 'Front Door', path: exposureTab('storefront'), text: 'Anybody on' },
  { name: 'CloudFront', path: exposureTab('website'), text: 'VPC origin' },
  {
    name: 'way around the firewall',
    path: exposureTab('newsletter'),
    text: 'aws/origin-reachable-directly',
  },
  {
    name: 'public entrance',
    path: exposureTab('entrance'),
    text: 'Registered instances',
  },
  {
    name: 'load balancer in another account',
    path: exposureTab('tracking'),
    text: 'acme-network',
  },
  { name: 'inbox', path: '/private-exposure/inbox', text: 'globex' },
  { name: 'inventory', path: '/private-exposure/inventory', text: 'ledger' },
  {
    name: 'unclaimed',
    path: '/private-exposure/unclaimed',
    text: 'Nobody in the catalog claims these.',
  },
  { name: 'sources', path: '/private-exposure/sources', text: 'acme-legacy' },
  { name: 'changes', path: '/private-exposure/changes', text: 'Pull request' },
  { name: 'decisions', path: '/private-exposure/decisions', text: 'Decision' },
];

test.describe('every page', () => {
  let petra: Page;

  test.beforeAll(async ({ browser }) => {
    petra = await signIn(browser, 'Petra');
  });

  test.afterAll(async () => {
    await petra?.context().close();
  });

  pages.forEach(({ name, path, text }) => {
    test(`${name} shows its state and is accessible`, async () => {
      await petra.goto(path);
      await expect(petra.getByText(text).first()).toBeVisible();

      // Ours only: the frame around it is Backstage's.
      const found = await new AxeBuilder({ page: petra })
        .include(path.startsWith('/catalog') ? 'main' : 'article')
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
        .analyze();
      expect(found.violations.map(rule => `${rule.id}: ${rule.help}`)).toEqual(
        [],
      );
    });
  });

  ['inbox', 'inventory', 'unclaimed', 'sources'].forEach(name => {
    test(`the table of ${name} fits a window of 1280 pixels`, async () => {
      await petra.setViewportSize({ width: 1280, height: 800 });
      await petra.goto(`/private-exposure/${name}`);
      const table = petra.getByRole('group').filter({
        has: petra.getByRole('table'),
      });
      await expect(table.getByRole('row').nth(1)).toBeVisible();

      const hidden = await table.evaluate(
        element => element.scrollWidth - element.clientWidth,
      );
      expect(hidden).toBe(0);
    });
  });

  test('the overview asks us once', async () => {
    const asked: string[] = [];
    petra.on('request', request => {
      if (request.url().includes('/api/private-exposure/')) {
        asked.push(new URL(request.url()).pathname);
      }
    });
    await petra.goto('/catalog/default/component/orders');
    await expect(petra.getByText('AWS endpoint service')).toBeVisible();

    expect(asked).toEqual([
      '/api/private-exposure/v1/exposures/by-entity-refs',
    ]);
  });
});

test.describe('what a team may not see', () => {
  test('another team sees nothing of an exposure, and may not decide', async ({
    browser,
  }) => {
    const jonas = await signIn(browser, 'Jonas');
    await jonas.goto(exposureTab('ledger'));
    await expect(
      jonas.getByText('You are not allowed to see this'),
    ).toBeVisible();
    await expect(jonas.getByText('globex')).toHaveCount(0);

    await jonas.goto('/private-exposure/inventory');
    await expect(
      jonas.getByText('You are not allowed to see this'),
    ).toBeVisible();
    await jonas.context().close();
  });

  test('who claims by annotation sees the conflict and nothing more', async ({
    browser,
  }) => {
    const jonas = await signIn(browser, 'Jonas');
    await jonas.goto(exposureTab('invoices'));
    await expect(jonas.getByText('Claim conflict')).toBeVisible();
    await expect(jonas.getByText('globex')).toHaveCount(0);
    await expect(jonas.getByRole('button', { name: /^Approve/ })).toHaveCount(
      0,
    );
    await jonas.context().close();
  });
});
