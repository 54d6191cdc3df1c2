import { expect, type Locator, type Page } from '@playwright/test';

/** A few surveys, with the repetitions of what failed; longer than the sessions that are open when a role is closed. */
export const SURVEYED = { timeout: 150_000 };

/** An answer of the backend, drawn. */
export const LOOK = { timeout: 8_000 };

/** No signal tells an open page that a source has failed: it would be a minute late. */
export async function afterReloads(
  page: Page,
  check: () => Promise<void>,
): Promise<void> {
  await expect(async () => {
    await page.reload();
    await check();
  }).toPass(SURVEYED);
}

/** What is shown of an exposure is recent. */
export async function expectFresh(exposure: Locator): Promise<void> {
  await afterReloads(exposure.page(), async () => {
    const header = exposure.locator('header');
    await expect(header).toContainText('Seen ', LOOK);
    await expect(header).not.toContainText(/Stale|Source failed/, LOOK);
  });
}

/** It is still shown, says that it is old, and why. */
export async function expectStale(
  exposure: Locator,
  reason: RegExp,
): Promise<void> {
  const note = exposure
    .locator('header')
    .getByText(/^(Stale|Source failed): .* · Seen /);
  await afterReloads(exposure.page(), () =>
    expect(note).toHaveText(reason, LOOK),
  );
}

/** It is there, whatever its source says. */
export async function expectLive(exposure: Locator): Promise<void> {
  await expect(
    exposure.locator('header').getByText('Live', { exact: true }),
  ).toBeVisible();
}

/** Asks for a new inspection, as soon as the page lets one ask. */
export async function lookAgain(exposure: Locator): Promise<void> {
  await exposure.getByRole('button', { name: 'Refresh', exact: true }).click();
}

/** The way of the requests. */
export function pathOf(exposure: Locator): Locator {
  return exposure.getByRole('group', { name: /^Path from the/ });
}

/** The row of a source, by its account and what of it is looked at. */
export function sourceRow(page: Page, account: string, place: string): Locator {
  return page
    .getByRole('row')
    .filter({ hasText: account })
    .filter({ hasText: place });
}
