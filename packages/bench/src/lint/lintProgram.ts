import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadAll } from 'js-yaml';
import {
  runCli,
  tuneProcess,
} from '@postern/backstage-plugin-private-exposure-manifests/cli';
import { readMemory } from '../processMemory';

/**
 * Lints a folder, or only parses its files, and prints what it cost: processor time and time on the clock from after
 * the start, and the largest memory of the whole process.
 */
async function main() {
  const [mode, folder] = process.argv.slice(2);
  // As the program itself does.
  tuneProcess();
  const begun = performance.now();
  const before = process.cpuUsage();
  const found = mode === 'lint' ? await lint(folder) : parse(folder);
  const { user, system } = process.cpuUsage(before);
  const wall = (performance.now() - begun) / 1e3;
  const { peak } = readMemory(process.pid);
  process.stdout.write(
    `${JSON.stringify({
      seconds: (user + system) / 1e6,
      wall,
      peak,
      found,
    })}\n`,
  );
}

async function lint(folder: string): Promise<number> {
  let output = '';
  await runCli(['lint', '--format', 'github', '.'], {
    cwd: folder,
    write: text => {
      output += text;
    },
    warn: text => process.stderr.write(text),
    readStdin: async () => new Uint8Array(),
    hasColours: false,
    now: () => new Date(),
  });
  return output.split('\n::').length;
}

/** The baseline: the same files, read and parsed one by one, and thrown away. */
function parse(folder: string): number {
  let documents = 0;
  for (const path of readdirSync(folder, { recursive: true })) {
    const name = String(path);
    if (!name.endsWith('.yaml')) continue;
    documents += loadAll(readFileSync(join(folder, name), 'utf8')).length;
  }
  return documents;
}

main().catch(error => {
  process.stderr.write(`${error.stack}\n`);
  process.exitCode = 1;
});
