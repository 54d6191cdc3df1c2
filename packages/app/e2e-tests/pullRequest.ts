import { expect, type Page } from '@playwright/test';

/** The address of the pull request that a task has opened, which is looked at. */
export async function openedPullRequest(page: Page): Promise<string> {
  const link = page.getByRole('link', { name: 'Pull request' });
  await expect(link).toBeVisible();
  return (await link.getAttribute('href')) ?? '';
}

/** Merges a pull request on its Git host, beside the page that is looked at. */
export async function mergePullRequest(
  page: Page,
  pullRequest: string,
): Promise<void> {
  const host = await page.context().newPage();
  await host.goto(pullRequest);
  await host.getByRole('button', { name: 'Merge pull request' }).click();
  await expect(host.getByText('Merged', { exact: true })).toBeVisible();
  await host.close();
}
