import { expect, test, type Locator, type Page } from '@playwright/test';
import { ConsumerConsole } from './ConsumerConsole';
import { exposureSection } from './exposureSection';
import { exposureTab } from './exposureTab';
import { signIn } from './signIn';
import {
  afterReloads,
  expectFresh,
  expectLive,
  expectStale,
  LOOK,
  lookAgain,
  pathOf,
  sourceRow,
  SURVEYED,
} from './sourceStates';

const CLOUDFRONT = 'AWS CloudFront distribution';
const LOAD_BALANCER = 'AWS load balancer';
/** Owns the network that the load balancers of `delivery-eu` stand in. */
const NETWORK = '555566667777';
/** Runs `delivery-eu`. */
const DELIVERY = '666677778888';

/** Ways in which the listing of distributions fails, and what the page says of it. */
const listingFaults = [
  {
    name: 'is throttled',
    effect: {
      type: 'error',
      code: 'Throttling',
      message: 'Rate exceeded',
      status: 400,
    },
    reason: /Rate exceeded/,
  },
  {
    name: 'fails within AWS',
    effect: {
      type: 'error',
      code: 'ServiceUnavailable',
      message: 'CloudFront is having a day off',
      status: 503,
    },
    reason: /day off/,
  },
  { name: 'breaks off', effect: { type: 'reset' }, reason: /\S/ },
];

test.describe('sources of published services that do not answer', () => {
  const sandbox = ConsumerConsole.fromEnvironment();
  let petra: Page;

  test.beforeAll(async ({ browser }) => {
    petra = await signIn(browser, 'Petra');
  });

  test.afterEach(async () => {
    await sandbox.clearFaults();
    await sandbox.setAssumable(NETWORK, true);
  });

  test.afterAll(async () => {
    await petra?.context().close();
  });

  listingFaults.forEach(({ name, effect, reason }) => {
    test(`a distribution stays, with its path, while the listing of them ${name}`, async () => {
      await petra.goto(exposureTab('website'));
      const distribution = exposureSection(petra, CLOUDFRONT);
      await expect(pathOf(distribution)).toBeVisible(SURVEYED);
      await sandbox.injectFault({
        service: 'cloudfront',
        action: 'ListDistributions',
        effect,
      });

      await expectStale(distribution, reason);
      await expectLive(distribution);
      await expect(pathOf(distribution)).toContainText(
        /Web application firewall.*CDN.*VPC origin/s,
      );
      // The region of the same account goes on.
      await expectFresh(exposureSection(petra, LOAD_BALANCER));

      await sandbox.clearFaults();
      await expectFresh(distribution);
    });
  });

  test('the inventory and the sources say it too, and nothing of it is gone', async () => {
    await sandbox.injectFault({
      service: 'cloudfront',
      effect: { type: 'error', code: 'Throttling', status: 400 },
    });
    await petra.goto('/private-exposure/inventory?kind=aws-cloudfront');

    const row = petra.getByRole('row').filter({ hasText: 'website' });
    await afterReloads(petra, () =>
      expect(row).toContainText(/Stale|Failed/, LOOK),
    );
    await expect(row).toContainText('Live');
    await expect(
      petra.getByRole('row').filter({ hasText: 'Gone' }),
    ).toHaveCount(0);

    await petra.goto('/private-exposure/sources');
    await expect(sourceRow(petra, 'acme-platform', 'CloudFront')).toContainText(
      /Stale|Failed/,
    );
    await expect(sourceRow(petra, 'acme-platform', 'eu-west-1')).toContainText(
      'Fresh',
    );
  });

  test('a state that nobody knows makes a distribution unknown, not broken', async () => {
    await petra.goto(exposureTab('website'));
    const distribution = exposureSection(petra, CLOUDFRONT);
    await expectFresh(distribution);
    await sandbox.injectFault({
      service: 'cloudfront',
      effect: { type: 'state-word', word: 'Hibernating' },
    });

    const cdn = hop(distribution, 'CDN');
    await expect(cdn).toContainText('Health unknown', SURVEYED);
    await expect(distribution.locator('header')).not.toContainText('Gone');
    await expect(pathOf(distribution)).not.toContainText('Broken here');

    await sandbox.clearFaults();
    await expect(cdn).toContainText('Healthy', SURVEYED);
  });

  test('a web ACL that nobody may read is unknown, not missing', async () => {
    await petra.goto(exposureTab('website'));
    const distribution = exposureSection(petra, CLOUDFRONT);
    const firewall = hop(distribution, 'Web application firewall');
    await expect(firewall).toContainText('Healthy', SURVEYED);
    await sandbox.injectFault({
      service: 'wafv2',
      effect: {
        type: 'error',
        code: 'AccessDeniedException',
        message: 'not authorized',
        status: 400,
      },
    });
    await lookAgain(distribution);

    await expect(firewall).toContainText('Health unknown', SURVEYED);
    await expect(firewall).toContainText(/'wafv2:\w+': allow that action/);
    const findings = findingsOf(distribution);
    await expect(findings).toContainText('aws/permission-missing');
    await expect(findings).not.toContainText('aws/firewall-missing');
    await expect(pathOf(distribution)).not.toContainText('Broken here');
    await expectLive(distribution);

    await sandbox.clearFaults();
    await lookAgain(distribution);
    await expect(firewall).toContainText('Healthy', SURVEYED);
    await expect(findings).not.toContainText('aws/permission-missing');
  });

  test('a load balancer stays while the role of its account lets nobody in, and other accounts go on', async () => {
    await petra.goto(exposureTab('tracking'));
    const balancer = exposureSection(petra, LOAD_BALANCER);
    await expectFresh(balancer);
    await sandbox.setAssumable(NETWORK, false);

    const reason = new RegExp(`No credentials for account ${NETWORK}`);
    await expectStale(balancer, reason);
    await expectLive(balancer);
    await petra.goto('/private-exposure/sources');
    await expect(sourceRow(petra, 'acme-network', 'eu-west-1')).toContainText(
      reason,
    );
    for (const account of ['acme-platform', 'acme-delivery']) {
      await expect(sourceRow(petra, account, 'eu-west-1')).toContainText(
        'Fresh',
      );
    }

    await sandbox.setAssumable(NETWORK, true);
    await petra.goto(exposureTab('tracking'));
    await expectFresh(balancer);
  });

  test('targets that a load balancer of another account does not reach are a finding, until it does', async () => {
    await petra.goto(exposureTab('tracking'));
    const balancer = exposureSection(petra, LOAD_BALANCER);
    const targets = hop(balancer, 'Target group');
    await targets.getByText('Details').click();
    const [arn] = (await targets.innerText()).match(/arn:aws:\S+/) ?? [];
    expect(arn).toContain(`:${NETWORK}:targetgroup/`);
    await sandbox.blockTargets(arn ?? '', DELIVERY);
    await lookAgain(balancer);

    const findings = findingsOf(balancer);
    await expect(findings).toContainText('aws/targets-blocked', SURVEYED);
    await expect(findings).toContainText(`in account ${DELIVERY}`);
    await expect(pathOf(balancer)).toContainText('Broken here');

    await sandbox.healTargets(arn ?? '');
    await lookAgain(balancer);
    await expect(findings).not.toContainText('aws/targets-blocked', SURVEYED);
    await expect(pathOf(balancer)).not.toContainText('Broken here');
  });
});

function findingsOf(exposure: Locator): Locator {
  return exposure.getByRole('region', { name: 'Findings' });
}

function hop(exposure: Locator, type: string): Locator {
  return pathOf(exposure).getByRole('listitem').filter({ hasText: type });
}
