import { runInBrowser } from '../demo/runInBrowser.mjs';
import { findBrowser } from '../setup/browser.mjs';

/**
 * `npm run screenshots`: takes the documentation's pictures again, of a demo of its own. Arguments go to Playwright.
 *
 * SCREENSHOTS_THEME=dark, SCREENSHOTS_WIDTH=420 and SCREENSHOTS_FOLDER=/tmp/pictures take others, to look at a change.
 */
export async function run(args) {
  // Said before the demo starts, not after.
  findBrowser();
  await runInBrowser({ project: 'screenshots', args });
}
