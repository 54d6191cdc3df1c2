import { expect, test, type Page } from '@playwright/test';
import { exposureSection } from './exposureSection';
import { migrate, migrateStory } from './migrateForm';
import {
  expectChange,
  expectReview,
  mergePullRequest,
  openedPullRequest,
} from './pullRequest';
import { signIn } from './signIn';
import { pathOf, SURVEYED } from './sourceStates';

const { component, hostName } = migrateStory;
const tab = `/catalog/default/component/${component}/private-exposure`;
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
    await jonas.getByRole('button', { name: 'The files', exact: true }).click();
    await expect(
      jonas.getByText('aws_cloudfront_vpc_origin').first(),
    ).toBeVisible();
    await expect(jonas.getByRole('link', { name: 'Pull request' })).toHaveCount(
      0,
    );
  });

  test('the switch is refused before there is anything to switch to', async () => {
    await migrate(jonas, { step: 'switch', preview: true, isRefused: true });

    await expect(jonas.getByText(/create-vpc-origin/).first()).toBeVisible();
  });

  test('the first pull request makes the new way, and changes nothing for callers', async () => {
    await migrate(jonas, { step: 'create', preview: false });
    const pullRequest = await openedPullRequest(jonas);
    await expectReview(jonas, pullRequest, {
      title: component,
      description: [
        ...STEPS,
        `${STEPS[0]} (this change)`,
        'the distribution keeps its origin',
        hostName,
      ],
      files: ['infra/cloudfront.tf', `k8s/${component}.yaml`],
    });
    await jonas.goto(tab);
    await mergePullRequest(jonas, pullRequest);

    const balancer = exposureSection(jonas, 'AWS load balancer');
    await expect(
      balancer.getByRole('region', { name: 'Properties' }),
    ).toContainText('Schemeinternal', SURVEYED);
    await expect(findings()).toContainText(WAY_AROUND);
  });

  test('the second switches the distribution, and the finding is gone', async () => {
    await migrate(jonas, { step: 'switch', preview: false });
    const pullRequest = await openedPullRequest(jonas);
    await expectReview(jonas, pullRequest, {
      title: component,
      description: [
        `${STEPS[1]} (this change)`,
        'Only the origin of the distribution changes, in place',
      ],
      files: ['infra/cloudfront.tf'],
    });
    await jonas.goto(tab);
    await mergePullRequest(jonas, pullRequest);

    await expect(pathOf(distribution())).toContainText('VPC origin', SURVEYED);
    await expect(findings()).not.toContainText(WAY_AROUND, SURVEYED);
    await expect(pathOf(distribution())).not.toContainText('Broken here');
    await expect(live()).toBeVisible();
  });

  test('the third removes the public way, and callers are still answered', async () => {
    await migrate(jonas, { step: 'remove', preview: false });
    const pullRequest = await openedPullRequest(jonas);
    await expectReview(jonas, pullRequest, {
      title: component,
      description: [
        `${STEPS[2]} (this change)`,
        `k8s/${component}-route.yaml (removed)`,
      ],
      files: [`k8s/${component}-route.yaml`],
    });
    await jonas.goto(tab);
    await mergePullRequest(jonas, pullRequest);

    await expectChange(jonas, pullRequest, 'Merged');
    await expect(
      distribution().locator('header').getByText('Healthy', { exact: true }),
    ).toBeVisible(SURVEYED);
    await expect(live()).toBeVisible();
  });
});
