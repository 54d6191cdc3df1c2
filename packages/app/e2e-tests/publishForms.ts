import { expect, type Page } from '@playwright/test';

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
  await next(page);

  await expect(
    page.getByLabel(/^Over an internal load balancer of its own/),
  ).toBeChecked();
  await onPage?.('way');
  await next(page);

  await page
    .getByLabel('Requests of one address in five minutes')
    .fill(publishStory.rateLimit);
  await onPage?.('firewall');
  await next(page);

  await finish(page, preview);
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
  await next(page);

  await page.getByLabel('Host name').fill(balancerStory.hostName);
  await page
    .getByRole('textbox', { name: 'Certificate' })
    .fill(balancerStory.certificate);
  await page.getByLabel('Health check path').fill('/healthz');
  await options.onPage?.('load-balancer');
  await next(page);

  await finish(page, false);
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
  await next(page);
  await chooseComponent(page, options);
  await page.getByLabel('How do you know?').fill(options.reason);
  await options.onPage?.();
  await start(page);
  await expect(
    page.getByRole('heading', { name: /^What this claims/ }),
  ).toBeVisible({ timeout: 90_000 });
}

async function chooseService(
  page: Page,
  options: { component: string; title: string; cluster: string },
): Promise<void> {
  await chooseComponent(page, options);
  await page.getByLabel('Cluster').selectOption(options.cluster);
}

async function chooseComponent(
  page: Page,
  { component, title }: { component: string; title: string },
): Promise<void> {
  const field = page.getByRole('textbox', { name: 'Component' });
  await field.click();
  await field.fill(component);
  await page
    .getByRole('listbox')
    .getByRole('option', { name: title, exact: true })
    .click();
}

async function next(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Next' }).click();
}

async function start(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Review' }).click();
  await page.getByRole('button', { name: 'Create' }).click();
}

async function finish(page: Page, preview: boolean): Promise<void> {
  const onlyFiles = page.getByLabel('Only show me the files');
  await expect(onlyFiles).toBeVisible();
  if (preview) await onlyFiles.check();
  await start(page);
  // Shown when the task has ended well.
  await expect(
    page.getByRole('heading', { name: 'What this change does' }),
  ).toBeVisible({ timeout: 90_000 });
}
