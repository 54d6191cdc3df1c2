import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { Children, requireFreePort } from './processes.mjs';

const module = fileURLToPath(new URL('./processes.mjs', import.meta.url));

/** A process that prints its id, and never ends by itself. */
const endless =
  'console.log(`child ${process.pid}`); setInterval(() => {}, 1e6);';

function startScript(source) {
  const child = spawn(
    process.execPath,
    ['--input-type=module', '--eval', source],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  child.stdout.setEncoding('utf8');
  return child;
}

/** Waits for a line that matches, and returns what its group caught. */
function lineOf(child, pattern) {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout.on('data', chunk => {
      output += chunk;
      const found = pattern.exec(output);
      if (found) resolve(found[1]);
    });
    // Not at its exit, which may be told before the last of what it wrote.
    child.on('close', () => reject(new Error(`Ended after: ${output}`)));
  });
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
    return false;
  }
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  test(`a command beside which something is cleaned up ends on ${signal}, and the clean-up comes after it`, async () => {
    const script = startScript(`
      import { runStoppable } from ${JSON.stringify(module)};
      try {
        await runStoppable(process.execPath, ['-e', ${JSON.stringify(
          endless,
        )}]);
      } catch (error) {
        console.log('threw (' + error.message.slice(-7) + ')');
      } finally {
        console.log('cleaned (up)');
      }
    `);
    const pid = Number(await lineOf(script, /child (\d+)\n/));
    const cleaned = lineOf(script, /threw \(SIGTERM\)\n(cleaned \(up\))/);

    script.kill(signal);

    assert.equal(await cleaned, 'cleaned (up)');
    assert.equal(isAlive(pid), false);
  });
}

test('children end with all that they started', async () => {
  const children = new Children();
  const grandchild = new Promise(resolve => {
    children.start(
      'parent',
      process.execPath,
      [
        '-e',
        `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(
          endless,
        )}], { stdio: 'inherit' })`,
      ],
      { onLine: line => resolve(Number(line.split(' ')[1])) },
    );
  });
  const pid = await grandchild;

  await children.stop();

  // It is its parent that is waited for; the signal went to both.
  while (isAlive(pid)) await new Promise(wake => setImmediate(wake));
  assert.equal(isAlive(pid), false);
});

test('a port that is taken is named, with the setting that changes it', async () => {
  const server = createServer();
  await new Promise(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address();

  await assert.rejects(
    requireFreePort(port, 'POSTERN_PORTAL_PORT', 'the portal'),
    error =>
      error.message === `Port ${port}, for the portal, is taken.` &&
      error.hint.includes(`POSTERN_PORTAL_PORT=${port + 1000} npm start`),
  );
  await new Promise(resolve => server.close(resolve));
  await requireFreePort(port, 'POSTERN_PORTAL_PORT', 'the portal');
});
