import { expect, test, type Page } from '@playwright/test';
import { collectScripts } from './collectScripts';
import {
  fillService,
  findingCount,
  invoices,
  LIMIT,
  manifestOf,
  preview,
  RULES,
} from './previewPage';
import { signIn } from './signIn';

async function openPublication(page: Page) {
  await page.goto('/create/templates/default/publish-aws-cloudfront');
  await expect(page.getByLabel('Cluster')).toBeVisible();
}

test.describe('the preview of a publication', () => {
  test('shows what each way would write, and which answer it lacks', async ({
    browser,
  }) => {
    const jonas = await signIn(browser, 'Jonas');
    await openPublication(jonas);
    await fillService(jonas, invoices);
    await expect(preview(jonas)).toContainText('Not yet a change');
    await jonas
      .getByRole('textbox', { name: 'Name', exact: true })
      .fill('invoices.acme.example');
    await expect(manifestOf(jonas)).toContainText('name: invoices-cloudfront');
    await expect(preview(jonas)).toContainText('What the Ingress becomes');
    await expect(findingCount(jonas)).toHaveText('The linter finds nothing');

    await jonas.getByRole('button', { name: 'Next' }).click();
    await jonas.getByRole('radio', { name: /hands TLS through/ }).check();
    await expect(manifestOf(jonas)).toContainText('type: LoadBalancer');
    await expect(preview(jonas)).toContainText('no load balancer so far');

    await jonas.getByRole('radio', { name: /public entrance/ }).check();
    await expect(
      preview(jonas)
        .getByRole('listitem')
        .filter({ hasText: /^Gateway/ }),
    ).toBeVisible();
    for (const [name, text] of [
      ['Name of the entrance', 'lb.acme.example'],
      ['Gateway', 'public'],
      ['Namespace of the Gateway', 'edge'],
    ]) {
      await jonas.getByRole('textbox', { name, exact: true }).fill(text);
    }
    await expect(manifestOf(jonas)).toContainText('kind: HTTPRoute');
    await expect(preview(jonas)).toContainText('k8s/invoices-route.yaml');
    await jonas.context().close();
  });

  test('loads what its way takes, and each is small', async ({ browser }) => {
    const mira = await signIn(browser, 'Mira');
    const collected = collectScripts(mira);
    await mira.goto('/create/templates/default/connect-private-service');
    await expect(mira.getByLabel('Cluster')).toBeVisible();
    const seen = new Set((await collected.read()).keys());
    /** Bytes that were loaded since the last time, and how many of the scripts have rules about Services. */
    const loadedSince = async () => {
      const loaded = [...(await collected.read())].filter(
        ([url]) => !seen.has(url),
      );
      for (const [url] of loaded) seen.add(url);
      return {
        size: loaded.reduce((sum, [, script]) => sum + script.size, 0),
        holders: loaded.filter(([, { text }]) => text.includes(RULES)).length,
      };
    };

    await openPublication(mira);
    await fillService(mira, invoices);
    await mira
      .getByRole('textbox', { name: 'Name', exact: true })
      .fill('invoices.acme.example');
    await expect(manifestOf(mira)).toContainText('kind: Ingress');
    const application = await loadedSince();
    await mira.getByRole('button', { name: 'Next' }).click();
    await mira.getByRole('radio', { name: /hands TLS through/ }).check();
    await expect(manifestOf(mira)).toContainText('type: LoadBalancer');
    const network = await loadedSince();

    test.info().annotations.push({
      type: 'preview of a publication',
      description: `${application.size} bytes of gzip, and ${network.size} for a Network Load Balancer`,
    });
    expect(application.holders).toBe(0);
    expect(network.holders).toBe(1);
    expect(application.size).toBeGreaterThan(0);
    expect(application.size).toBeLessThan(LIMIT);
    expect(network.size).toBeLessThan(LIMIT);
    await mira.context().close();
  });
});
