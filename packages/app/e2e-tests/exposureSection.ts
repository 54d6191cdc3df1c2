import type { Locator, Page } from '@playwright/test';

/** The exposure of a kind on an entity's page. */
export function exposureSection(page: Page, kind: string): Locator {
  return page
    .getByRole('article')
    .filter({ has: page.locator('header', { hasText: `${kind} ·` }) })
    .last();
}
