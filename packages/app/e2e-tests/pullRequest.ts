import { expect, type Page } from '@playwright/test';
import { exposureTab } from './exposureTab';

/** The address of the pull request that a task has opened, which is looked at. */
export async function openedPullRequest(page: Page): Promise<string> {
  const link = page.getByRole('link', { name: 'Pull request' });
  await expect(link).toBeVisible();
  return (await link.getAttribute('href')) ?? '';
}

/** What a pull request says of itself. */
interface Review {
  /** Part of the title. */
  title: string;
  /** Texts of the description. */
  description: readonly string[];
  /** The paths of all changed files, in the order of the host. */
  files: readonly string[];
}

/** What a reviewer finds on the Git host, beside the page that is looked at. */
export async function expectReview(
  page: Page,
  pullRequest: string,
  expected: Review,
): Promise<void> {
  const host = await page.context().newPage();
  await host.goto(pullRequest);
  await expect(host.getByRole('heading', { level: 1 })).toContainText(
    expected.title,
  );
  const description = host.getByRole('region', { name: 'Description' });
  for (const text of expected.description) {
    await expect(description).toContainText(text);
  }
  const files = host.getByRole('region', { name: /^Changes of / });
  await expect(files.locator('header strong')).toHaveText(
    expected.files.toSorted(),
  );
  await host.close();
}

/** Merges a pull request on its Git host, beside the page that is looked at. */
export async function mergePullRequest(
  page: Page,
  pullRequest: string,
): Promise<void> {
  await act(page, pullRequest, 'Merge pull request', 'Merged');
}

/**
 * Reviews the pull request that a task has opened, and merges it while the page of its component is looked at. The title
 * names the component.
 *
 * @returns Its address.
 */
export async function reviewAndMerge(
  page: Page,
  component: string,
  expected: Omit<Review, 'title'>,
): Promise<string> {
  const pullRequest = await openedPullRequest(page);
  await expectReview(page, pullRequest, { title: component, ...expected });
  await page.goto(exposureTab(component));
  await mergePullRequest(page, pullRequest);
  return pullRequest;
}

/** Closes a pull request without a merge, as {@link mergePullRequest} merges one. */
export async function closePullRequest(
  page: Page,
  pullRequest: string,
): Promise<void> {
  await act(page, pullRequest, 'Close pull request', 'Closed');
}

async function act(
  page: Page,
  pullRequest: string,
  button: string,
  state: string,
): Promise<void> {
  const host = await page.context().newPage();
  await host.goto(pullRequest);
  await host.getByRole('button', { name: button }).click();
  await expect(host.getByText(state, { exact: true })).toBeVisible();
  await host.close();
}

/** Waits until the page of the component, which is looked at, has the pull request in this state. */
export async function expectChange(
  page: Page,
  pullRequest: string,
  state: 'Open' | 'Merged' | 'Closed',
): Promise<void> {
  await expect(
    page
      .getByRole('region', { name: 'Pull requests' })
      .getByRole('row')
      .filter({ has: page.locator(`a[href="${pullRequest}"]`) })
      .getByRole('cell', { name: state, exact: true }),
  ).toBeVisible();
}
