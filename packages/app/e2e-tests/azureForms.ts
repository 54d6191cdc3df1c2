import { expect, type Page } from '@playwright/test';
import { chooseService, finishForm, nextPage } from './formSteps';

/** What the story in Azure is about. */
export const azureStory = {
  component: 'parcels',
  title: 'Parcels',
  cluster: 'shop-weu',
  linkSubnet: 'private-link',
  /** In that subnet: what the pods see consumers by. */
  natAddress: '10.225.0.10',
  hostName: 'parcels.acme.example',
  resourceGroup: 'shop',
  /** Of a consumer; the portal has no role there. */
  consumer: {
    name: 'globex',
    subscription: '00000000-cccc-4000-8000-000000000009',
  },
} as const;

/**
 * Fills the form that exposes a service over Azure Private Link and starts its task. Waits until it has ended well.
 *
 * `onPage` is called with each page of the form when it is filled.
 */
export async function exposeInAzure(
  page: Page,
  options: {
    preview: boolean;
    onPage?: (name: 'service' | 'audience' | 'network') => Promise<void>;
  },
): Promise<void> {
  const { preview, onPage } = options;
  await page.goto('/create/templates/default/expose-azure-private-link');
  await chooseService(page, azureStory);
  await onPage?.('service');
  await nextPage(page);

  await page.getByLabel(/^Everybody who knows the alias/).check();
  await onPage?.('audience');
  await nextPage(page);

  await page
    .getByLabel('Subnet of the private link service')
    .fill(azureStory.linkSubnet);
  await page.getByRole('button', { name: /add/i }).first().click();
  await page
    .locator('input[id^="root_addresses_0"]')
    .fill(azureStory.natAddress);
  await onPage?.('network');
  await nextPage(page);

  await finishForm(page, { preview });
}

/**
 * The same for the form that publishes a service through Azure Front Door.
 *
 * `onPage` is called with each page of the form when it is filled.
 */
export async function publishInAzure(
  page: Page,
  options: { onPage?: (name: 'service' | 'published') => Promise<void> } = {},
): Promise<void> {
  await page.goto('/create/templates/default/publish-azure-front-door');
  await chooseService(page, azureStory);
  await page.getByLabel('Name of the service').fill(azureStory.hostName);
  await page.getByLabel('HTTP', { exact: true }).check();
  await page.getByLabel('Port').fill('80');
  await page.getByLabel('Resource group').fill(azureStory.resourceGroup);
  await options.onPage?.('service');
  await nextPage(page);

  await expect(page.getByLabel('A name of azurefd.net')).toBeChecked();
  await options.onPage?.('published');
  await nextPage(page);

  await finishForm(page, { preview: false });
}
