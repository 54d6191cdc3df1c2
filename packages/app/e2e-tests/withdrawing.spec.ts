import { expect, test, type Page } from '@playwright/test';
import { expectNoPullRequest } from './dryRun';
import { exposureSection } from './exposureSection';
import { exposureTab } from './exposureTab';
import {
  expectChange,
  expectReview,
  mergePullRequest,
  openedPullRequest,
  reviewAndMerge,
} from './pullRequest';
import { rowOf } from './rowOf';
import { signIn } from './signIn';
import { lookAgain, pathOf, SURVEYED } from './sourceStates';
import {
  azureWithdrawStory,
  withdraw,
  withdrawInAzure,
  withdrawStory,
} from './withdrawForms';

// The steps stand on each other: a failure ends the story.
test.describe.configure({ mode: 'serial' });

test.describe('a developer withdraws an endpoint service, and nobody is cut off by surprise', () => {
  const { component, consumers, reason } = withdrawStory;
  let jonas: Page;
  let petra: Page;

  const service = () => exposureSection(jonas, 'AWS endpoint service');

  test.beforeAll(async ({ browser }) => {
    jonas = await signIn(browser, 'Jonas');
    petra = await signIn(browser, 'Petra');
  });

  test.afterAll(async () => {
    await jonas?.context().close();
    await petra?.context().close();
  });

  test('the first pull request names the consumers, and lets nobody new in', async () => {
    await withdraw(jonas, { step: 'close' });
    const pullRequest = await reviewAndMerge(jonas, component, {
      description: [
        reason,
        'Let nobody new in, and lift the load balancer’s protection (this change)',
        ...consumers,
        'Connections that are up stay up after this change',
      ],
      files: ['infra/privatelink.tf'],
    });
    await expectChange(jonas, pullRequest, 'Merged');
    await lookAgain(service());

    await expect(
      service().getByRole('region', { name: 'Who may ask to connect' }),
    ).toContainText('Nobody may ask to connect yet', SURVEYED);
    for (const consumer of consumers) {
      await expect(rowOf(service(), consumer)).toContainText('Connected');
    }
  });

  test('the second is refused while they are connected, and says who they are', async () => {
    await withdraw(jonas, { step: 'remove-service', isRefused: true });

    await expect(
      jonas
        .getByText(`consumers are still there: ${consumers.join(', ')}`)
        .first(),
    ).toBeVisible();
    await expectNoPullRequest(jonas);
  });

  test('a platform engineer removes their connections', async () => {
    await petra.goto(exposureTab(component));
    for (const consumer of consumers) {
      await rowOf(exposureSection(petra, 'AWS endpoint service'), consumer)
        .getByRole('button', { name: /^Remove/ })
        .click();
      const dialog = petra.getByRole('dialog');
      await dialog.getByRole('textbox', { name: /Reason/ }).fill(reason);
      await dialog.getByRole('button', { name: /^Remove connection/ }).click();
      await expect(dialog).toContainText('Removed. State now:', {
        timeout: 90_000,
      });
      await dialog.getByRole('button', { name: 'Close' }).click();
    }
  });

  test('then the endpoint service goes', async () => {
    await withdraw(jonas, { step: 'remove-service' });
    await reviewAndMerge(jonas, component, {
      description: [
        'Remove the endpoint service (this change)',
        'No consumer is connected or waits to be',
      ],
      files: ['infra/privatelink.tf'],
    });

    await expect(service()).toHaveCount(0, SURVEYED);
  });

  test('and last its load balancer', async () => {
    // One of the demo's sources never answers: that nobody is connected there is for people to say.
    await withdraw(jonas, {
      step: 'remove-load-balancer',
      cutOffConsumers: true,
    });
    await reviewAndMerge(jonas, component, {
      description: [
        'Remove the load balancer (this change)',
        'Who is connected is not known',
        'not all of its sources answer',
      ],
      files: [`k8s/${component}.yaml`],
    });

    await expect(exposureSection(jonas, 'AWS load balancer')).toHaveCount(
      0,
      SURVEYED,
    );
  });
});

test.describe('a developer withdraws a service of Azure', () => {
  const { component, frontDoorPath, reason } = azureWithdrawStory;
  let jonas: Page;

  const service = () => exposureSection(jonas, 'Azure private link service');
  const frontDoor = () => exposureSection(jonas, 'Azure Front Door');

  test.beforeAll(async ({ browser }) => {
    jonas = await signIn(browser, 'Jonas');
  });

  test.afterAll(async () => {
    await jonas?.context().close();
  });

  test('the first pull request lets nobody new in', async () => {
    await withdrawInAzure(jonas, { step: 'close' });
    const pullRequest = await openedPullRequest(jonas);
    await expectReview(jonas, pullRequest, {
      title: component,
      description: [reason, 'Let nobody new in (this change)'],
      files: [`k8s/${component}.yaml`],
    });
    await jonas.goto(exposureTab(component));
    await expect(
      service().getByRole('region', { name: 'Who may ask to connect' }),
    ).toContainText('Anyone (*)');
    await mergePullRequest(jonas, pullRequest);
    await expectChange(jonas, pullRequest, 'Merged');
    await lookAgain(service());

    await expect(service()).not.toContainText('Anyone (*)', SURVEYED);
  });

  test('the second takes it off the Internet', async () => {
    await withdrawInAzure(jonas, { step: 'remove-front-door' });
    await reviewAndMerge(jonas, component, {
      description: ['Remove Front Door, where there is one (this change)'],
      files: [frontDoorPath],
    });

    await expect(frontDoor()).toHaveCount(0, SURVEYED);
    await expect(pathOf(service())).toBeVisible();
  });

  test('the last removes the private link service, and says whom it cuts off', async () => {
    await withdrawInAzure(jonas, {
      step: 'remove-load-balancer',
      cutOffConsumers: true,
    });
    await reviewAndMerge(jonas, component, {
      description: [
        'Remove the load balancer, and the private link service with it (this change)',
        'the form says that this is meant',
      ],
      files: [`k8s/${component}.yaml`],
    });

    await expect(service()).toHaveCount(0, SURVEYED);
  });
});
