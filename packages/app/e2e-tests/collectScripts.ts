import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';

/** Scripts that the page has loaded, by their addresses, and what each takes on the way. */
export function collectScripts(page: Page) {
  const scripts = new Map<string, { text: string; size: number }>();
  const pending: Promise<void>[] = [];
  page.on('response', response => {
    if (response.request().resourceType() !== 'script') return;
    pending.push(
      response.body().then(
        body => {
          const size = gzipSync(body, { level: 9 }).length;
          scripts.set(response.url(), { text: body.toString('utf8'), size });
        },
        // Left with its page before it was read.
        () => {},
      ),
    );
  });
  return {
    async read() {
      await Promise.all(pending);
      return scripts;
    },
  };
}
