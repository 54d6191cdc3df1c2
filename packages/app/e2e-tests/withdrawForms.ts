import { expect, type Page } from '@playwright/test';
import { chooseComponent, finishForm, nextPage, startTask } from './formSteps';

/** What the story on an endpoint service that is taken back is about. */
export const withdrawStory = {
  component: 'orders',
  title: 'Orders',
  consumers: ['333344445555', '444455556666'],
  reason: 'Everybody has moved to the new API',
} as const;

/** What the story on a private link service and a Front Door that are taken back is about. */
export const azureWithdrawStory = {
  component: 'storefront',
  title: 'Storefront',
  frontDoorPath: 'infra/frontdoor.tf',
  reason: 'The shop has a new home',
} as const;

/** The steps of withdrawing a private exposure, by how the form's words for them begin. */
const withdrawSteps = {
  close: /^1\. Let nobody new in/,
  'remove-service': /^2\. Remove the endpoint service/,
  'remove-load-balancer': /^3\. Remove the load balancer/,
} as const;

/** The steps of withdrawing an Azure exposure, likewise. */
const azureWithdrawSteps = {
  close: /^1\. Let nobody new in/,
  'remove-front-door': /^2\. Take it off the Internet/,
  'remove-load-balancer': /^3\. Remove the load balancer/,
} as const;

/**
 * Fills the form that withdraws a private exposure, for one of its steps, and starts its task. Waits until it has ended
 * well, unless it is to be refused.
 */
export async function withdraw(
  page: Page,
  options: {
    step: keyof typeof withdrawSteps;
    cutOffConsumers?: boolean;
    isRefused?: boolean;
  },
): Promise<void> {
  const { step, cutOffConsumers, isRefused } = options;
  await page.goto('/create/templates/default/withdraw-private-exposure');
  await chooseStep(page, {
    ...withdrawStory,
    step: withdrawSteps[step],
    cutOffConsumers,
  });
  await nextPage(page);

  if (isRefused) await startTask(page);
  else await finishForm(page, { preview: false });
}

/** The same for the form that withdraws an exposure in Azure. */
export async function withdrawInAzure(
  page: Page,
  options: {
    step: keyof typeof azureWithdrawSteps;
    cutOffConsumers?: boolean;
  },
): Promise<void> {
  const { step, cutOffConsumers } = options;
  await page.goto('/create/templates/default/withdraw-azure-exposure');
  await chooseStep(page, {
    ...azureWithdrawStory,
    step: azureWithdrawSteps[step],
    cutOffConsumers,
  });
  await nextPage(page);

  await page
    .getByRole('textbox', { name: 'Code of the Front Door' })
    .fill(azureWithdrawStory.frontDoorPath);
  await finishForm(page, { preview: false });
}

async function chooseStep(
  page: Page,
  options: {
    component: string;
    title: string;
    step: RegExp;
    reason: string;
    cutOffConsumers?: boolean;
  },
): Promise<void> {
  await chooseComponent(page, options);
  await page.getByRole('radio', { name: options.step }).check();
  const consumersKnow = page.getByRole('checkbox', {
    name: /^The consumers know/,
  });
  // Nobody has said so yet.
  await expect(consumersKnow).not.toBeChecked();
  await consumersKnow.check();
  if (options.cutOffConsumers) {
    await page
      .getByRole('checkbox', { name: /^Cut off whoever is still connected/ })
      .check();
  }
  await page
    .getByRole('textbox', { name: 'Why is it withdrawn?' })
    .fill(options.reason);
}
