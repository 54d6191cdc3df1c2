import { readFile } from 'node:fs/promises';
import { expect, test, type Page } from '@playwright/test';
import { expectDryRun } from './dryRun';
import { exposureSection } from './exposureSection';
import { exposureTab } from './exposureTab';
import { mergePullRequest, openedPullRequest } from './pullRequest';
import {
  balancerStory,
  claimFor,
  exposeThroughLoadBalancer,
  publishInAws,
  publishStory,
} from './publishForms';
import { rowOf } from './rowOf';
import { signIn } from './signIn';

const CLOUDFRONT = 'AWS CloudFront distribution';
const LOAD_BALANCER = 'AWS load balancer';

test.describe('a developer publishes a service through CloudFront', () => {
  // The steps stand on each other: a failure ends the story.
  test.describe.configure({ mode: 'serial' });

  const { component, hostName } = publishStory;
  let jonas: Page;
  let pullRequest: string;

  test.beforeAll(async ({ browser }) => {
    jonas = await signIn(browser, 'Jonas');
  });

  test.afterAll(async () => {
    await jonas?.context().close();
  });

  test('the dry run shows the files and opens nothing', async () => {
    await publishInAws(jonas, { preview: true });

    await expectDryRun(jonas, [
      'aws_wafv2_web_acl',
      'aws_cloudfront_vpc_origin',
    ]);
  });

  test('the template opens a pull request', async () => {
    await publishInAws(jonas, { preview: false });
    pullRequest = await openedPullRequest(jonas);

    await jonas.goto(exposureTab(component));
    await expect(
      jonas.getByText('The pull request waits for its review.'),
    ).toBeVisible();
  });

  test('after the merge the page becomes live by itself, with the whole way from the Internet to the pods', async () => {
    await mergePullRequest(jonas, pullRequest);

    // Nobody touches his page: signals and polling move it.
    const distribution = exposureSection(jonas, CLOUDFRONT);
    await expect(
      distribution.locator('header').getByText('Live', { exact: true }),
    ).toBeVisible({ timeout: 120_000 });
    await expect(
      distribution.locator('header').getByText('Healthy', { exact: true }),
    ).toBeVisible({ timeout: 60_000 });
    const path = distribution.getByRole('group', { name: /^Path from the/ });
    await expect(path).toContainText(
      inOrder(
        'Anybody on the Internet',
        `DNS name${hostName}`,
        `Certificate${hostName}`,
        `Web application firewall${component}`,
        `CDN${component}`,
        `VPC origin${component}`,
        'Load balancerk8s-offers-',
        'Target groupk8s-offers-',
      ),
    );
    await expect(path).not.toContainText('Broken here');
    await expect(distribution.getByText('No rule noticed')).toBeVisible();
  });

  test('nothing of it but the distribution is public', async () => {
    const balancer = exposureSection(jonas, LOAD_BALANCER);
    await expect(
      balancer.getByRole('region', { name: 'Properties' }),
    ).toContainText('Schemeinternal');
  });

  test('one that shares a public entrance is told of the way around its firewall', async () => {
    await jonas.goto(exposureTab('newsletter'));
    await expect(
      exposureSection(jonas, CLOUDFRONT).getByRole('region', {
        name: 'Findings',
      }),
    ).toContainText(/aws\/origin-reachable-directly.*0\.0\.0\.0\/0/);
  });
});

test.describe('a developer exposes a service through a load balancer in another account', () => {
  const { component } = balancerStory;
  let jonas: Page;

  test.beforeAll(async ({ browser }) => {
    jonas = await signIn(browser, 'Jonas');
  });

  test.afterAll(async () => {
    await jonas?.context().close();
  });

  test('after the merge it is live, in the account of the network', async () => {
    await exposeThroughLoadBalancer(jonas);
    const pullRequest = await openedPullRequest(jonas);
    await jonas.goto(exposureTab(component));
    await mergePullRequest(jonas, pullRequest);

    const balancer = exposureSection(jonas, LOAD_BALANCER);
    await expect(balancer.getByText('Healthy').first()).toBeVisible({
      timeout: 120_000,
    });
    await expect(balancer.locator('header')).toContainText(
      `acme-network (${balancerStory.account})`,
    );
    await expect(
      balancer.getByRole('group', { name: /^Path from the/ }),
    ).toContainText(
      inOrder(
        'Certificate*.delivery.acme.example',
        'Load balancerk8s-pickup-',
        'Target groupk8s-pickup-',
      ),
    );
  });
});

test.describe('a platform engineer finds what nobody claims', () => {
  // The steps stand on each other: a failure ends the story.
  test.describe.configure({ mode: 'serial' });

  let petra: Page;

  test.beforeAll(async ({ browser }) => {
    petra = await signIn(browser, 'Petra');
  });

  test.afterAll(async () => {
    await petra?.context().close();
  });

  test('each row says who made it, when, what looks after it and what it costs', async () => {
    await petra.goto('/private-exposure/unclaimed');

    await expect(rowOf(petra, 'campaign-dashboard')).toContainText(
      'CloudFormation stack campaign-dashboard',
    );
    await expect(rowOf(petra, 'a7c1e0d9')).toContainText(
      'Kubernetes Service wiki/wiki in cluster payments-eu',
    );
    await expect(rowOf(petra, 'a7c1e0d9')).toContainText('months ago');
    await expect(rowOf(petra, 'a7c1e0d9')).toContainText('€17.28 in 30 days');
    await expect(rowOf(petra, 'trial-hans')).toContainText(
      'hans@acme.example (AssumedRole)',
    );
    await expect(rowOf(petra, 'spring-sale')).toContainText('agency (IAMUser)');
    await expect(rowOf(petra, 'spring-sale')).toContainText('No price');
    // What somebody claims is not here.
    await expect(rowOf(petra, 'newsletter')).toHaveCount(0);
  });

  test('filters narrow the rows, the totals and the export', async () => {
    await petra.getByLabel('Kind').selectOption('aws-load-balancer');
    await petra.getByLabel('Looked after by').selectOption('kubernetes');
    await expect(rowOf(petra, 'campaign-dashboard')).toHaveCount(0);
    await expect(rowOf(petra, 'a7c1e0d9')).toBeVisible();
    await expect(petra.getByText('1 exposure without an owner')).toBeVisible();

    const download = petra.waitForEvent('download');
    await petra.getByRole('button', { name: 'Export as CSV' }).click();
    const [, ...lines] = (await readFile(await (await download).path(), 'utf8'))
      .trim()
      .split(/\r?\n/);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain('Kubernetes Service wiki/wiki');
    expect(lines[0]).toContain('0.024');
  });

  test('one is claimed by pull request, and stays unconfirmed until the cloud says so too', async () => {
    await petra.getByRole('button', { name: /^Claim a7c1e0d9/ }).click();
    await expect(
      petra.getByRole('textbox', { name: 'Its ARN or resource id' }),
    ).toHaveValue(/:loadbalancer\/a7c1e0d9/);
    await claimFor(petra, {
      component: 'payments',
      title: 'Payments',
      reason: 'The payments team writes the wiki',
    });
    const pullRequest = await openedPullRequest(petra);
    await mergePullRequest(petra, pullRequest);

    await expect(async () => {
      await petra.goto(exposureTab('payments'));
      await expect(
        exposureSection(petra, LOAD_BALANCER).locator('header'),
      ).toContainText('Claimed by annotation', { timeout: 5_000 });
    }).toPass({ timeout: 120_000 });
    await expect(
      exposureSection(petra, LOAD_BALANCER).getByText(
        'Not confirmed by anything in the cloud.',
      ),
    ).toBeVisible();

    await petra.goto('/private-exposure/unclaimed');
    await expect(rowOf(petra, 'campaign-dashboard')).toBeVisible();
    await expect(rowOf(petra, 'a7c1e0d9')).toHaveCount(0);
  });
});

/** Texts in this order, with anything between them. */
function inOrder(...texts: string[]): RegExp {
  const escaped = texts.map(text =>
    text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'),
  );
  return new RegExp(escaped.join('.*'), 's');
}
