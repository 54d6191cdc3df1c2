import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buffer, text } from 'node:stream/consumers';
import { GOOD, WITH_ERROR, Workspace } from './__testUtils__/Workspace';

// Each test starts Node.js anew, which takes long on a busy machine.
jest.setTimeout(120_000);

const BIN = join(__dirname, '../../bin/private-exposure.cjs');

/** Runs the program itself, which takes a second or two in a clone. */
async function run(
  space: Workspace,
  args: string[],
  given: { stdin?: string; shell?: string } = {},
) {
  const child = given.shell
    ? spawn('bash', ['-c', given.shell, process.execPath, BIN, ...args], {
        cwd: space.folder,
      })
    : spawn(process.execPath, [BIN, ...args], { cwd: space.folder });
  child.stdin.end(given.stdin ?? '');
  const [output, warnings, code] = await Promise.all([
    buffer(child.stdout),
    text(child.stderr),
    new Promise(done => child.on('close', done)),
  ]);
  return { code, output: output.toString(), warnings };
}

describe('the program private-exposure', () => {
  let space: Workspace;
  beforeEach(() => {
    space = new Workspace();
  });
  afterEach(() => space.remove());

  it('ends with 0, 1 and 2', async () => {
    space.write({ 'good.yaml': GOOD });
    const codes = await Promise.all([
      run(space, ['lint', 'good.yaml']),
      run(space, ['lint', '-'], { stdin: WITH_ERROR }),
      run(space, ['lint', 'missing.yaml']),
    ]);
    expect(codes.map(({ code }) => code)).toEqual([0, 1, 2]);
    expect(codes[1].output).toContain('stdin.yaml\n');
    expect(codes[2].warnings).toContain("'missing.yaml' does not exist");
  });

  it('is not upset by a reader that has seen enough', async () => {
    space.write({ 'many.yaml': `${WITH_ERROR}---\n`.repeat(5_000) });
    const { output, warnings } = await run(space, ['lint', 'many.yaml'], {
      shell: '"$0" "$@" | head -n 1; echo "${PIPESTATUS[0]}"',
    });
    expect(warnings).toBe('');
    expect(output).toBe('many.yaml\n1\n');
  });

  it('reads what a shell pipes in under a name', async () => {
    space.write({ 'error.yaml': WITH_ERROR });
    const { output } = await run(space, ['lint', '--format', 'json'], {
      shell: '"$0" "$@" <(cat error.yaml)',
    });
    expect(JSON.parse(output).findings).toHaveLength(1);
  });
});
