import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import {
  ERROR_RULE,
  GOOD,
  service,
  WARNING_RULE,
  WITH_ERROR,
  WITH_WARNING,
  Workspace,
} from './__testUtils__/Workspace';

describe('private-exposure lint', () => {
  let space: Workspace;
  beforeEach(() => {
    space = new Workspace();
  });
  afterEach(() => space.remove());

  const idsOf = ({
    findings,
  }: {
    findings: { ruleId: string; path: string }[];
  }) => findings.map(({ ruleId, path }) => [path, ruleId]);

  it('says what is wrong where, and how many files it read', async () => {
    space.write({ 'k8s/a.yaml': WITH_WARNING, 'k8s/b.yaml': GOOD });
    expect(await space.call(['lint', 'k8s'])).toEqual({
      code: 0,
      warnings: '',
      output: expect.stringMatching(
        /^k8s\/a\.yaml\n {2}6:5 +warning .*shceme.* annotation\/unknown\n +Did you mean .*scheme'\?\n\n2 files checked: 0 errors, 1 warning, 0 notes\.\n$/,
      ),
    });
  });

  it.each([
    ['good.yaml', [], 0],
    ['warning.yaml', [], 0],
    ['error.yaml', [], 1],
    ['warning.yaml', ['--fail-on', 'warning'], 1],
    ['warning.yaml', ['--fail-on=info'], 1],
    ['error.yaml', ['--fail-on', 'never'], 0],
    ['missing.yaml', [], 2],
    ['good.yaml', ['--fail-on', 'always'], 2],
    ['good.yaml', ['--format', 'xml'], 2],
    ['good.yaml', ['--colour'], 2],
    ['good.yaml', ['--config', 'missing.yaml'], 2],
    ['good.yaml', ['--profile', 'missing.yaml'], 2],
    ['good.yaml', ['--cluster', 'a'], 2],
    ['-', ['--fix'], 2],
  ])('ends on %s %j with %i', async (path, options, code) => {
    space.write({
      'good.yaml': GOOD,
      'warning.yaml': WITH_WARNING,
      'error.yaml': WITH_ERROR,
    });
    const called = await space.call(['lint', path, ...options]);
    expect(called.code).toBe(code);
    expect(called.warnings === '').toBe(code !== 2);
    expect(called.output === '').toBe(code === 2);
  });

  it('names what it does not understand', async () => {
    const { warnings } = await space.call(['lint', 'nowhere.yaml']);
    expect(warnings).toBe(
      "private-exposure: 'nowhere.yaml' does not exist\nSee private-exposure --help.\n",
    );
    const none = await space.call(['lint']);
    expect([none.code, none.warnings]).toEqual([
      2,
      expect.stringContaining('name the files or folders'),
    ]);
  });

  it('reads standard input, under the name that it is given', async () => {
    expect(idsOf(await space.findings(['-'], { stdin: WITH_ERROR }))).toEqual([
      ['stdin.yaml', ERROR_RULE],
    ]);
    expect(
      idsOf(
        await space.findings(['-', '--stdin-path', 'k8s/a.yaml'], {
          stdin: WITH_ERROR,
        }),
      ),
    ).toEqual([['k8s/a.yaml', ERROR_RULE]]);
  });

  it('reads folders in a stable order, each file once, and leaves out what is hidden or no manifest', async () => {
    space.write({
      'k8s/b.yml': WITH_ERROR,
      'k8s/a/z.json':
        '{"kind": "Service", "metadata": {"annotations": {"service.beta.kubernetes.io/aws-load-balancer-name": 1}}}',
      'k8s/.hidden/c.yaml': WITH_ERROR,
      'k8s/node_modules/d.yaml': WITH_ERROR,
      'k8s/notes.txt': WITH_ERROR,
      'named.txt': WITH_ERROR,
    });
    const found = await space.findings(['k8s', './k8s/b.yml', 'named.txt']);
    expect(idsOf(found)).toEqual([
      ['k8s/a/z.json', ERROR_RULE],
      ['k8s/b.yml', ERROR_RULE],
      ['named.txt', ERROR_RULE],
    ]);
    expect(found.fileCount).toBe(3);
  });

  it('names files by their way from the working folder', async () => {
    space.write({ 'k8s/a.yaml': WITH_ERROR, 'other/b.yaml': '' });
    expect(idsOf(await space.findings(['../k8s'], { below: 'other' }))).toEqual(
      [['../k8s/a.yaml', ERROR_RULE]],
    );
  });

  it('says where there is nothing to check', async () => {
    space.write({ 'empty/readme.md': '' });
    const called = await space.call(['lint', 'empty']);
    expect(called.code).toBe(0);
    expect(called.warnings).toContain("nothing to check in 'empty'");
    expect(called.output).toContain('0 files checked');
  });

  it('follows no link below a folder, so that no circle keeps it', async () => {
    space.write({ 'k8s/a.yaml': GOOD });
    symlinkSync('..', join(space.folder, 'k8s/up'));
    symlinkSync('loop.yaml', join(space.folder, 'k8s/loop.yaml'));
    expect((await space.findings(['k8s'])).fileCount).toBe(1);
    const named = await space.findings(['k8s/loop.yaml']);
    expect(idsOf(named)).toEqual([['k8s/loop.yaml', 'unreadable']]);
  });

  it('tells of a file that it can’t read, and reads the others', async () => {
    space.write({
      'a.yaml': new Uint8Array([0x61, 0x3a, 0x20, 0xe9, 0x0a]),
      'b.yaml': WITH_ERROR,
    });
    const server = createServer();
    const socket = join(space.folder, 's');
    await new Promise<void>(done => server.listen(socket, () => done()));
    const found = await space.findings(['a.yaml', 's', 'b.yaml']);
    await new Promise(done => server.close(done));
    expect(idsOf(found)).toEqual([
      ['a.yaml', 'unreadable'],
      ['s', 'unreadable'],
      ['b.yaml', ERROR_RULE],
    ]);
    expect(found.findings[0].message).toBe(
      "This can't be read: it is no UTF-8 text",
    );
    expect((await space.call(['lint', 'a.yaml'])).code).toBe(1);
  });

  it('takes a byte order mark and line ends of Windows as they come', async () => {
    const text = `\ufeff${WITH_WARNING.replaceAll('\n', '\r\n')}`;
    space.write({ 'a.yaml': text });
    const { findings } = await space.findings(['a.yaml']);
    expect(findings).toMatchObject([
      { ruleId: WARNING_RULE, line: 6, column: 5 },
    ]);
    await space.call(['lint', '--fix', 'a.yaml']);
    expect(space.read('a.yaml')).toBe(text.replace('shceme', 'scheme'));
  });

  it('gives a broken document its place, and checks the others', async () => {
    space.write({ 'a.yaml': `a: [\n---\n${WITH_ERROR}---\n\0binary` });
    const { findings } = await space.findings(['a.yaml']);
    expect(findings.map(({ ruleId }: { ruleId: string }) => ruleId)).toEqual([
      'syntax',
      ERROR_RULE,
      'syntax',
    ]);
  });

  it('puts right what has one right form, and leaves the rest of each file alone', async () => {
    space.write({ 'a.yaml': `# why\n${WITH_WARNING}`, 'b.yaml': GOOD });
    const called = await space.call(['lint', '--fix', '.']);
    expect(called.output).toContain('fixed: a.yaml:7: ');
    expect(called.output).toContain('0 warnings, 0 notes, 1 fixed.');
    expect(space.read('a.yaml')).toBe(`# why\n${GOOD}`);
    expect(space.read('b.yaml')).toBe(GOOD);
    expect((await space.call(['lint', '--fix', '.'])).output).toBe(
      '2 files checked: 0 errors, 0 warnings, 0 notes.\n',
    );
  });

  it('goes on past a file that can’t be written, and names it', async () => {
    space.write({
      'a.yaml': WITH_WARNING,
      'b.yaml': WITH_WARNING,
      'c.yaml': WITH_WARNING,
      'd.yaml': service('scheme: private'),
    });
    // Nobody, not even root, can write back what came from a pipe.
    const pipe = join(space.folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const writer = spawn('sh', ['-c', 'cat b.yaml >pipe'], {
      cwd: space.folder,
    });
    const written = once(writer, 'close');

    const called = await space.call([
      ...['lint', '--fix', '--format', 'json'],
      ...['a.yaml', 'pipe', 'c.yaml', 'd.yaml'],
    ]);
    await written;

    expect(called).toMatchObject({
      code: 2,
      warnings: "private-exposure: 'pipe' can't be written: it is no file\n",
    });
    const { findings, fixed } = JSON.parse(called.output);
    expect(idsOf({ findings })).toEqual([
      ['pipe', WARNING_RULE],
      ['d.yaml', 'annotation/value'],
    ]);
    expect(idsOf({ findings: fixed })).toEqual([
      ['a.yaml', WARNING_RULE],
      ['c.yaml', WARNING_RULE],
    ]);
    expect(space.read('a.yaml')).toBe(GOOD);
    expect(space.read('c.yaml')).toBe(GOOD);
  });

  it('finds Bicep in folders', async () => {
    space.write({
      'infra/link.bicep': `resource payments 'Microsoft.Network/privateLinkServices@2024-05-01' = {\n  properties: { autoApproval: { subscriptions: ['*'] } }\n}\n`,
    });

    expect(idsOf(await space.findings(['infra']))).toEqual([
      ['infra/link.bicep', 'infrastructure/any-subscription'],
    ]);
  });

  it('knows what files say of each other', async () => {
    const manifest = GOOD.replace(
      '  annotations:\n',
      '  annotations:\n    service.beta.kubernetes.io/aws-load-balancer-listener-attributes.TCP-443: tcp.idle_timeout.seconds=60\n',
    );
    space.write({
      'k8s/a.yaml': manifest,
      'tf/main.tf':
        'resource "aws_vpc_endpoint_service" "a" {\n  acceptance_required = true\n  supported_regions = ["eu-west-1", "us-east-1"]\n}\n',
    });
    expect(idsOf(await space.findings(['k8s']))).toEqual([]);
    expect(idsOf(await space.findings(['k8s', 'tf']))).toEqual([
      ['k8s/a.yaml', 'aws/idle-timeout-cross-region'],
    ]);
    mkdirSync(join(space.folder, 'gone'));
    rmSync(join(space.folder, 'tf'), { recursive: true });
    expect(idsOf(await space.findings(['.']))).toEqual([]);
  });
});
