import { join } from 'node:path';
import { findBrowser } from '../setup/browser.mjs';
import { inRoot, root } from '../setup/paths.mjs';
import { Children, runOrThrow } from '../setup/processes.mjs';
import { logsOf, startDemo } from './demo.mjs';
import { playwrightArguments } from './playwrightArguments.mjs';
import { listenersOnFreePorts } from './settings.mjs';

/** Runs one of Playwright's projects (playwright.config.ts) against a demo of its own, which it stops afterwards. */
export async function runInBrowser({ project, args = [] }) {
  const browser = findBrowser();
  const children = new Children();
  let failure;
  // They are not in the terminal's foreground, so Ctrl-C does not reach them.
  const stop = async () => {
    await children.stop();
    process.exit(1);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.once(signal, stop);
  }
  try {
    const addresses = await startDemo({
      name: project,
      children,
      listeners: await listenersOnFreePorts(),
      onFailure: reason => {
        failure = reason;
      },
    });
    await runOrThrow(
      process.execPath,
      [
        inRoot('node_modules/.bin/playwright'),
        ...playwrightArguments({ project, args }),
      ],
      {
        cwd: root,
        env: {
          ...process.env,
          POSTERN_CHROMIUM: browser,
          PLAYWRIGHT_URL: addresses.portal,
          POSTERN_GIT_URL: addresses.git,
          POSTERN_CONSOLE_URL: addresses.console,
          POSTERN_BACKEND_LOG: join(logsOf(project), 'backend.log'),
        },
      },
    );
  } catch (error) {
    throw failure ? new Error(failure, { cause: error }) : error;
  } finally {
    await children.stop();
  }
}
