import type { Page } from '@playwright/test';
import { chooseService, finishForm, nextPage } from './formSteps';

/** What the story on a cluster's public entrance is about. */
export const entranceStory = {
  component: 'entrance',
  title: 'Public entrance',
  cluster: 'platform-eu',
  hostName: 'shared.lb.acme.example',
  zone: 'acme.example',
  gateway: 'public',
  issuer:
    'https://oidc.eks.eu-west-1.amazonaws.com/id/91A7F03E00000000000000000000E001',
  reason: 'ingress-nginx goes away',
} as const;

/** What the story on a cluster whose load balancers stand in another account is about. */
export const clusterStory = {
  component: 'tracking',
  title: 'Tracking',
  cluster: 'delivery-eu',
  /** Of the repository that the cluster's own files are in. */
  repository: 'acme/delivery-eu',
  /** Owns the network, and the load balancers. */
  network: '555566667777',
  account: '666677778888',
  issuer:
    'https://oidc.eks.eu-west-1.amazonaws.com/id/DE11FE2E00000000000000000000E001',
  subnets: ['subnet-07777000000000071', 'subnet-07777000000000072'],
  podSecurityGroup: 'sg-0888800000000000b',
} as const;

/** Fills the form that sets up a cluster's public entrance and starts its task. Waits until it has ended well. */
export async function prepareEntrance(
  page: Page,
  { preview }: { preview: boolean },
): Promise<void> {
  await page.goto('/create/templates/default/prepare-aws-entrance');
  await chooseService(page, entranceStory);
  await page
    .getByRole('textbox', { name: 'Name', exact: true })
    .fill(entranceStory.hostName);
  await page
    .getByRole('textbox', { name: 'Hosted zone' })
    .fill(entranceStory.zone);
  await page
    .getByRole('textbox', { name: 'Why is it needed?' })
    .fill(entranceStory.reason);
  await nextPage(page);

  await page
    .getByRole('textbox', { name: /^Name of the Gateway/ })
    .fill(entranceStory.gateway);
  await nextPage(page);

  await page
    .getByRole('textbox', { name: 'Issuer' })
    .fill(entranceStory.issuer);
  await nextPage(page);

  await finishForm(page, { preview });
}

/**
 * The same for the form that prepares a cluster for load balancers in another account. The files go to the repository at
 * this address.
 */
export async function prepareCluster(
  page: Page,
  { repositoryUrl }: { repositoryUrl: string },
): Promise<void> {
  await page.goto('/create/templates/default/prepare-aws-cluster');
  await chooseService(page, clusterStory);
  await page.getByRole('textbox', { name: 'Issuer' }).fill(clusterStory.issuer);
  await nextPage(page);

  for (const [index, subnet] of clusterStory.subnets.entries()) {
    await page.getByRole('button', { name: /add/i }).first().click();
    await page.locator(`input[id^="root_sharedSubnets_${index}"]`).fill(subnet);
  }
  await page
    .getByRole('textbox', { name: 'Security group of the pods' })
    .fill(clusterStory.podSecurityGroup);
  await nextPage(page);

  await page.getByLabel('In another repository').check();
  await page
    .getByRole('textbox', { name: 'Address of the repository' })
    .fill(repositoryUrl);
  await finishForm(page, { preview: false });
}
