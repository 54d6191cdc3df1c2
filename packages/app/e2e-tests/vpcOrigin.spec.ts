import { expect, test, type Page } from '@playwright/test';
import { expectDryRun } from './dryRun';
import { exposureSection } from './exposureSection';
import { exposureTab } from './exposureTab';
import { migrate, migrateStory } from './migrateForm';
import { expectChange, reviewAndMerge } from './pullRequest';
import { signIn } from './signIn';
import { pathOf, SURVEYED } from './sourceStates';

const { component, hostName } = migrateStory;
const tab = exposureTab(component);
const WAY_AROUND = 'aws/origin-reachable-directly';
const STEPS = [
  'Make the internal load balancer and the VPC origin',
  'Switch the distribution to it',
  'Remove the public way',
];

// The steps stand on each other: a failure ends the story.
test.describe.configure({ mode: 'serial' });

test.describe('a developer closes the way around the firewall', () => {
  let jonas: Page;

  const distribution = () =>
    exposureSection(jonas, 'AWS CloudFront distribution');
  const findings = () =>
    distribution().getByRole('region', { name: 'Findings' });
  const live = () =>
    distribution().locator('header').getByText('Live', { exact: true });

  test.beforeAll(async ({ browser }) => {
    jonas = await signIn(browser, 'Jonas');
  });

  test.afterAll(async () => {
    await jonas?.context().close();
  });

  test('the page names it, and the dry run shows the new way and opens nothing', async () => {
    await jonas.goto(tab);
    await expect(findings()).toContainText(WAY_AROUND, SURVEYED);

    await migrate(jonas, { step: 'create', preview: true });
    await expectDryRun(jonas, ['aws_cloudfront_vpc_origin']);
  });

  test('the switch is refused before there is anything to switch to', async () => {
    await migrate(jonas, { step: 'switch', preview: true, isRefused: true });

    await expect(jonas.getByText(/create-vpc-origin/).first()).toBeVisible();
  });

  test('the first pull request makes the new way, and changes nothing for callers', async () => {
    await migrate(jonas, { step: 'create', preview: false });
    await reviewAndMerge(jonas, component, {
      description: [
        ...STEPS,
        `${STEPS[0]} (this change)`,
        'the distribution keeps its origin',
        hostName,
      ],
      files: ['infra/cloudfront.tf', `k8s/${component}.yaml`],
    });

    const balancer = exposureSection(jonas, 'AWS load balancer');
    await expect(
      balancer.getByRole('region', { name: 'Properties' }),
    ).toContainText('Schemeinternal', SURVEYED);
    await expect(findings()).toContainText(WAY_AROUND);
  });

  test('the second switches the distribution, and the finding is gone', async () => {
    await migrate(jonas, { step: 'switch', preview: false });
    await reviewAndMerge(jonas, component, {
      description: [
        `${STEPS[1]} (this change)`,
        'Only the origin of the distribution changes, in place',
      ],
      files: ['infra/cloudfront.tf'],
    });

    await expect(pathOf(distribution())).toContainText('VPC origin', SURVEYED);
    await expect(findings()).not.toContainText(WAY_AROUND, SURVEYED);
    await expect(pathOf(distribution())).not.toContainText('Broken here');
    await expect(live()).toBeVisible();
  });

  test('the third removes the public way, and callers are still answered', async () => {
    await migrate(jonas, { step: 'remove', preview: false });
    const pullRequest = await reviewAndMerge(jonas, component, {
      description: [
        `${STEPS[2]} (this change)`,
        `k8s/${component}-route.yaml (removed)`,
      ],
      files: [`k8s/${component}-route.yaml`],
    });

    await expectChange(jonas, pullRequest, 'Merged');
    await expect(
      distribution().locator('header').getByText('Healthy', { exact: true }),
    ).toBeVisible(SURVEYED);
    await expect(live()).toBeVisible();
  });
});
