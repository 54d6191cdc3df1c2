import { expect, type Page } from '@playwright/test';

/** What the story's form is filled with. */
export const story = {
  component: 'payments',
  title: 'Payments',
  cluster: 'payments-eu',
  manifest: 'k8s/payments.yaml',
  domain: 'payments.acme.example',
  consumerAccount: '333344445555',
  region: 'eu-west-1',
} as const;

/** The pages of the form, in order. */
export type FormPage = 'service' | 'load-balancer' | 'access' | 'repository';

/**
 * Fills the form of the template that exposes a service and starts its task. Waits until it has ended well.
 *
 * `onPage` is called with each page of the form when it is filled, and with `review` before the task starts.
 */
export async function fillExposeForm(
  page: Page,
  options: {
    preview: boolean;
    /** Whether traffic goes to all zones; the template's own choice unless given. */
    crossZone?: boolean;
    onPage?: (name: FormPage | 'review') => Promise<void>;
  },
): Promise<void> {
  const { preview, crossZone, onPage } = options;
  const next = () => page.getByRole('button', { name: 'Next' }).click();

  await page.goto('/create/templates/default/expose-aws-privatelink');
  const component = page.getByRole('textbox', { name: 'Component' });
  await component.click();
  await component.fill(story.component);
  await page
    .getByRole('listbox')
    .getByRole('option', { name: story.title, exact: true })
    .click();
  await page.getByLabel('Cluster').selectOption(story.cluster);
  await page.getByRole('textbox', { name: 'Manifest' }).fill(story.manifest);
  await onPage?.('service');
  await next();

  await expect(page.getByRole('button', { name: /^Targets/ })).toBeVisible();
  if (crossZone !== undefined) {
    await page
      .getByLabel('Spread traffic over all zones')
      .setChecked(crossZone);
  }
  await onPage?.('load-balancer');
  await next();

  await page.getByRole('button', { name: /add/i }).first().click();
  await page
    .locator('input[id^="root_principals_0"]')
    .fill(story.consumerAccount);
  await page.getByLabel('Private domain name').fill(story.domain);
  await onPage?.('access');
  await next();

  const onlyFiles = page.getByLabel('Only show me the files');
  await expect(onlyFiles).toBeVisible();
  if (preview) await onlyFiles.check();
  await onPage?.('repository');
  await page.getByRole('button', { name: 'Review' }).click();
  await expect(page.getByRole('button', { name: 'Create' })).toBeVisible();
  await onPage?.('review');
  await page.getByRole('button', { name: 'Create' }).click();
  // Shown when the task has ended well.
  await expect(
    page.getByRole('heading', { name: 'What this change does' }),
  ).toBeVisible({ timeout: 90_000 });
}
