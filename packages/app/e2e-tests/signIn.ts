import {
  type Browser,
  type BrowserContextOptions,
  expect,
  type Page,
} from '@playwright/test';

/** Opens the portal in a session of its own, as one of the demo's people. */
export async function signIn(
  browser: Browser,
  name: string,
  options: BrowserContextOptions = {},
): Promise<Page> {
  const context = await browser.newContext({
    permissions: ['clipboard-read', 'clipboard-write'],
    ...options,
  });
  const page = await context.newPage();
  // The portal answers before its catalog has read the people; whoever is not there yet cannot sign in.
  await expect(async () => {
    await page.goto('/');
    await page.getByRole('button', { name: `Sign in as ${name}` }).click();
    await page
      .getByRole('heading', { name: /catalog/i })
      .first()
      .waitFor({ timeout: 20_000 });
  }).toPass({ timeout: 120_000 });
  return page;
}
