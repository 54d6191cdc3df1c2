import type { Page } from '@playwright/test';
import { chooseService, finishForm, nextPage, startTask } from './formSteps';

/** What the story on a service that leaves the public entrance is about. */
export const migrateStory = {
  component: 'newsletter',
  title: 'Newsletter',
  cluster: 'platform-eu',
  hostName: 'news.acme.example',
} as const;

/** The steps of the migration, by what the form calls them. */
const migrateSteps = {
  create: '1. Make the internal load balancer and the VPC origin',
  switch: '2. Switch the distribution to it',
  remove: '3. Remove the public way',
} as const;

/**
 * Fills the form that moves a published service to a VPC origin, for one of its steps, and starts its task. Waits until it
 * has ended well, unless it is to be refused.
 */
export async function migrate(
  page: Page,
  options: {
    step: keyof typeof migrateSteps;
    preview: boolean;
    isRefused?: boolean;
  },
): Promise<void> {
  const { step, preview, isRefused } = options;
  await page.goto('/create/templates/default/migrate-aws-vpc-origin');
  await chooseService(page, migrateStory);
  await page.getByRole('radio', { name: migrateSteps[step] }).check();
  await page
    .getByRole('textbox', { name: 'Name', exact: true })
    .fill(migrateStory.hostName);
  await nextPage(page);

  await page.getByLabel('What is the entrance made of?').click();
  await page
    .getByRole('listbox')
    .getByRole('option', { name: 'ingress-nginx, which is retired' })
    .click();
  if (isRefused) await startTask(page);
  else await finishForm(page, { preview });
}
