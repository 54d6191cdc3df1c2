import type { Page } from '@playwright/test';
import { story } from './exposeForm';

/** A word that only the rules have, however they are packed. */
export const RULES = 'cross-zone-off';
/** What a browser may load for the preview, in bytes of gzip. */
export const LIMIT = 150_000;

/** What the template form shows of what it would write. */
export const preview = (page: Page) =>
  page.getByRole('region', { name: 'What the template would write' });
/** The manifest in it. */
export const manifestOf = (page: Page) =>
  preview(page).getByRole('group', { name: 'Manifest' });
/** How many findings there are in it. */
export const findingCount = (page: Page) =>
  preview(page).getByRole('status').filter({ hasText: /find/ });

/** Of a Service that has had its load balancer from the start. */
export const ledger = { component: 'ledger', title: 'Ledger' };
/** Of a Service that is given no load balancer by anything that runs before. */
export const invoices = { component: 'invoices', title: 'Invoices' };

/** Answers what every form asks first: whose service it is, and where it runs. */
export async function fillService(
  page: Page,
  chosen: { component: string; title: string } = story,
) {
  const component = page.getByRole('textbox', { name: 'Component' });
  await component.click();
  await component.fill(chosen.component);
  await page
    .getByRole('listbox')
    .getByRole('option', { name: chosen.title, exact: true })
    .click();
  await page.getByLabel('Cluster').selectOption(story.cluster);
}
