import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { SetupError } from './messages.mjs';

const names = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const places = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** The path of an installed Chromium or Chrome; `POSTERN_CHROMIUM` names another. */
export function findBrowser() {
  const onPath = (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap(folder => names.map(name => join(folder, name)));
  const found = [process.env.POSTERN_CHROMIUM, ...onPath, ...places].find(
    path => path && existsSync(path),
  );
  if (!found) {
    throw new SetupError(
      'No Chromium or Chrome was found; the end-to-end test needs one.',
      "Install one (Debian: 'apt-get install chromium'), or name it with POSTERN_CHROMIUM=/path/to/chrome.",
    );
  }
  return found;
}
