import type { Locator, Page } from '@playwright/test';

/** The rows of tables that have this text. */
export function rowOf(place: Page | Locator, text: string): Locator {
  return place.getByRole('row').filter({ hasText: text });
}
