import { expect, type Page } from '@playwright/test';

/** What a dry run that has ended shows: files with these texts, and no pull request. */
export async function expectDryRun(
  page: Page,
  texts: readonly string[],
): Promise<void> {
  await page.getByRole('button', { name: 'The files', exact: true }).click();
  for (const text of texts) {
    await expect(page.getByText(text).first()).toBeVisible();
  }
  await expectNoPullRequest(page);
}

/** The task that is looked at has opened none. */
export async function expectNoPullRequest(page: Page): Promise<void> {
  await expect(page.getByRole('link', { name: 'Pull request' })).toHaveCount(0);
}
