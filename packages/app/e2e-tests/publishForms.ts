import { expect, type Page } from '@playwright/test';
import {
  chooseComponent,
  chooseService,
  finishForm,
  nextPage,
  startTask,
} from './formSteps';

/** What the story on CloudFront is about. */
export const publishStory = {
  component: 'offers',
  title: 'Offers',
  cluster: 'platform-eu',
  hostName: 'offers.acme.example',
  rateLimit: '2000',
} as const;

/** What the story on a load balancer in another account is about. */
export const balancerStory = {
  component: 'pickup',
  title: 'Pickup',
  cluster: 'delivery-eu',
  hostName: 'pickup.delivery.acme.example',
  /** Of the account that the load balancer stands in. */
  certificate:
    'arn:aws:acm:eu-west-1:555566667777:certificate/0de11fe2-0000-4000-8000-000000000001',
  account: '555566667777',
} as const;

/**
 * Fills the form that publishes a service through CloudFront and starts its task. Waits until it has ended well.
 *
 * `onPage` is called with each page of the form when it is filled.
 */
export async function publishInAws(
  page: Page,
  options: {
    preview: boolean;
    onPage?: (name: 'service' | 'way' | 'firewall') => Promise<void>;
  },
): Promise<void> {
  const { preview, onPage } = options;
  await page.goto('/create/templates/default/publish-aws-cloudfront');
  await chooseService(page, publishStory);
  await page
    .getByRole('textbox', { name: 'Name', exact: true })
    .fill(publishStory.hostName);
  await onPage?.('service');
  await nextPage(page);

  await expect(
    page.getByLabel(/^Over an internal load balancer of its own/),
  ).toBeChecked();
  await onPage?.('way');
  await nextPage(page);

  await page
    .getByLabel('Requests of one address in five minutes')
    .fill(publishStory.rateLimit);
  await onPage?.('firewall');
  await nextPage(page);

  await finishForm(page, { preview });
}

/**
 * The same for the form that exposes a service through a load balancer in another account.
 *
 * `onPage` is called with each page of the form when it is filled.
 */
export async function exposeThroughLoadBalancer(
  page: Page,
  options: {
    onPage?: (name: 'service' | 'load-balancer') => Promise<void>;
  } = {},
): Promise<void> {
  await page.goto('/create/templates/default/expose-aws-load-balancer');
  await chooseService(page, balancerStory);
  await options.onPage?.('service');
  await nextPage(page);

  await page.getByLabel('Host name').fill(balancerStory.hostName);
  await page
    .getByRole('textbox', { name: 'Certificate' })
    .fill(balancerStory.certificate);
  await page.getByLabel('Health check path').fill('/healthz');
  await options.onPage?.('load-balancer');
  await nextPage(page);

  await finishForm(page, { preview: false });
}

/**
 * Has a component claim the resource that a form was opened for. Waits until the pull request is open.
 *
 * `onPage` is called with the page that asks for the owner when it is filled.
 */
export async function claimFor(
  page: Page,
  options: {
    title: string;
    component: string;
    reason: string;
    onPage?: () => Promise<void>;
  },
): Promise<void> {
  await nextPage(page);
  await chooseComponent(page, options);
  await page.getByLabel('How do you know?').fill(options.reason);
  await options.onPage?.();
  await startTask(page);
  await expect(
    page.getByRole('heading', { name: /^What this claims/ }),
  ).toBeVisible({ timeout: 90_000 });
}
