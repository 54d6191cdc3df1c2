#!/usr/bin/env node
// The one entry behind `npm start`, `npm test` and the other commands of package.json that need all of the set-up.
// Plain Node 18 or later with no dependencies, because it runs before anything is installed.
import { requireGit } from './setup/git.mjs';
import { fail, say } from './setup/messages.mjs';
import { ensureNode } from './setup/node.mjs';
import { ensureDependencies } from './setup/dependencies.mjs';

const commands = {
  start: () => import('./commands/start.mjs'),
  test: () => import('./commands/test.mjs'),
  conformance: () => import('./commands/conformance.mjs'),
  bench: () => import('./commands/bench.mjs'),
  reports: () => import('./commands/reports.mjs'),
  reference: () => import('./commands/reference.mjs'),
  screenshots: () => import('./commands/screenshots.mjs'),
};

const [name, ...args] = process.argv.slice(2);
const load = commands[name];
if (!load) {
  fail(
    `'${name ?? ''}' is not a command. Use one of: ${Object.keys(commands).join(
      ', ',
    )}`,
  );
}

try {
  // Before minutes of installing.
  if (['start', 'test', 'screenshots'].includes(name)) requireGit();
  // Ends this process with the other's exit code where another Node has to take over.
  await ensureNode();
  await ensureDependencies();
  const { run } = await load();
  await run(args);
} catch (error) {
  if (error.hint) say(error.hint);
  fail(error.message);
}
