import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';

/**
 * Runs a checker to its end and parses what it prints.
 *
 * @param codes - exit codes that don't mean that it failed; checkers tell with some that they found something
 * @throws Error with what it said, where it ended otherwise or printed no JSON.
 */
export async function runForJson(command, args, { cwd, codes = [0] }) {
  const child = spawn(command, args, {
    cwd,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Nothing is asked of anybody's servers, and colours are no JSON.
    env: { ...process.env, BC_SKIP_MAPPING: 'TRUE', NO_COLOR: '1' },
  });
  const [output, warnings, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    }),
  ]);
  const fail = (what, cause) => {
    const name = [command, ...args.slice(0, 2)].join(' ');
    throw new Error(`'${name}' ${what}:\n${warnings}${output}`.slice(0, 4000), {
      cause,
    });
  };
  if (!codes.includes(code)) fail(`ended with exit code ${code}`);
  try {
    return JSON.parse(output);
  } catch (error) {
    return fail('printed no JSON', error);
  }
}
