import { expect, test, type Page } from '@playwright/test';
import { expectDryRun } from './dryRun';
import { exposureSection } from './exposureSection';
import { exposureTab } from './exposureTab';
import {
  clusterStory,
  entranceStory,
  prepareCluster,
  prepareEntrance,
} from './prepareForms';
import {
  closePullRequest,
  expectChange,
  expectReview,
  mergePullRequest,
  openedPullRequest,
} from './pullRequest';
import { signIn } from './signIn';
import { pathOf, SURVEYED } from './sourceStates';

const LOAD_BALANCER = 'AWS load balancer';

// The steps stand on each other: a failure ends the story.
test.describe.configure({ mode: 'serial' });

test.describe('a platform engineer sets up a public entrance for CloudFront', () => {
  const { component, cluster, hostName, reason } = entranceStory;
  let petra: Page;
  let pullRequest: string;

  test.beforeAll(async ({ browser }) => {
    petra = await signIn(browser, 'Petra');
  });

  test.afterAll(async () => {
    await petra?.context().close();
  });

  test('the dry run shows the files and opens nothing', async () => {
    await prepareEntrance(petra, { preview: true });

    await expectDryRun(petra, ['internet-facing', 'aws_security_group']);
  });

  test('the pull request says what becomes public, and what to check', async () => {
    await prepareEntrance(petra, { preview: false });
    pullRequest = await openedPullRequest(petra);

    await expectReview(petra, pullRequest, {
      title: cluster,
      description: [
        'a public load balancer',
        'the addresses of CloudFront alone',
        hostName,
        reason,
        'may change every record of the zone acme.example, and of no other',
      ],
      files: ['k8s/public-entrance.yaml', `infra/${cluster}-entrance.tf`],
    });
    await petra.goto(exposureTab(component));
    await expectChange(petra, pullRequest, 'Open');
  });

  test('after the merge the page shows it beside the old one, and no rule notices anything', async () => {
    await mergePullRequest(petra, pullRequest);

    // Nobody touches her page: signals and polling move it.
    const entrance = exposureSection(petra, LOAD_BALANCER);
    await expect(pathOf(entrance)).toContainText(
      'public-entrance/public-entrance',
      SURVEYED,
    );
    const header = entrance.locator('header');
    await expect(header.getByText('Live', { exact: true })).toBeVisible();
    await expect(header.getByText('Healthy', { exact: true })).toBeVisible(
      SURVEYED,
    );
    await expect(entrance.getByText('No rule noticed')).toBeVisible();
  });
});

test.describe('a developer prepares a cluster for load balancers in another account', () => {
  const { component, cluster, network, account, repository } = clusterStory;
  const repositoryUrl = `${process.env.POSTERN_GIT_URL}/${repository}`;
  let jonas: Page;
  let pullRequest: string;

  test.beforeAll(async ({ browser }) => {
    jonas = await signIn(browser, 'Jonas');
  });

  test.afterAll(async () => {
    await jonas?.context().close();
  });

  test('the pull request says who gets which rights where', async () => {
    await prepareCluster(jonas, { repositoryUrl });
    pullRequest = await openedPullRequest(jonas);

    expect(pullRequest).toContain(`/${repository}/pull/`);
    await expectReview(jonas, pullRequest, {
      title: cluster,
      description: [
        `load balancers in account ${network}`,
        'the service account kube-system/aws-load-balancer-controller of that cluster alone',
        `arn:aws:iam::${network}:role/${cluster}-load-balancers`,
        'make, change or open security groups',
        ...clusterStory.subnets,
        `An identity provider for this issuer is not there yet in account ${network}`,
      ],
      files: [
        `infra/${network}/account-${network}-eu-west-1.tf`,
        `infra/${network}/${cluster}.tf`,
        `infra/${account}/account-${account}-eu-west-1.tf`,
        `infra/${account}/${cluster}.tf`,
        `k8s/${cluster}-controller.yaml`,
        `helm/${cluster}-controller.yaml`,
      ],
    });
  });

  test('its reviewer sees that the cluster is prepared already, and the page follows', async () => {
    await jonas.goto(exposureTab(component));
    await expectChange(jonas, pullRequest, 'Open');

    await closePullRequest(jonas, pullRequest);

    await expectChange(jonas, pullRequest, 'Closed');
  });
});
