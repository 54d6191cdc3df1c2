import type { Browser, Page } from '@playwright/test';

/** Opens the portal in a session of its own, as one of the demo's people. */
export async function signIn(browser: Browser, name: string): Promise<Page> {
  const context = await browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  const page = await context.newPage();
  await page.goto('/');
  await page.getByRole('button', { name: `Sign in as ${name}` }).click();
  await page
    .getByRole('navigation', { name: 'sidebar nav' })
    .getByRole('link', { name: 'Create' })
    .waitFor();
  return page;
}
