import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { GOOD, WITH_ERROR, Workspace } from './__testUtils__/Workspace';
import { readBase } from './git/readBase';

describe('private-exposure lint --base', () => {
  let space: Workspace;
  beforeEach(() => {
    space = new Workspace();
    space.write({
      'k8s/changed.yaml': 'a: 1\n',
      'k8s/same.yaml': 'b: 1\n',
      'k8s/gone.yaml': 'c: 1\n',
      'k8s/notes.txt': 'd\n',
      'k8s/with "quotes", é and\nbreaks.yaml': 'e: 1\n',
      'other/o.yaml': 'f: 1\n',
    });
    space.commit();
    space.write({
      'k8s/changed.yaml': 'a: 2\n',
      'k8s/new.yaml': 'n: 1\n',
      'k8s/notes.txt': 'changed\n',
      'k8s/with "quotes", é and\nbreaks.yaml': 'e: 2\n',
      'other/o.yaml': 'f: 2\n',
    });
    rmSync(join(space.folder, 'k8s/gone.yaml'));
  });
  afterEach(() => space.remove());

  const base = async (
    paths: string[],
    options: { below?: string; single?: string; ref?: string } = {},
  ) => {
    const files = await readBase(options.ref ?? 'main', {
      paths,
      single: options.single,
      cwd: join(space.folder, options.below ?? '.'),
    });
    return Object.fromEntries(
      files.map(({ path, content }) => [path, content]),
    );
  };

  it('reads what a change alters or deletes, as it was', async () => {
    expect(await base(['k8s'])).toEqual({
      'k8s/changed.yaml': 'a: 1\n',
      'k8s/gone.yaml': 'c: 1\n',
      'k8s/with "quotes", é and\nbreaks.yaml': 'e: 1\n',
    });
  });

  it('names files from the working folder, below the root too', async () => {
    expect(await base(['.'], { below: 'k8s' })).toMatchObject({
      'changed.yaml': 'a: 1\n',
      'gone.yaml': 'c: 1\n',
    });
    expect(await base(['../other'], { below: 'k8s' })).toEqual({
      '../other/o.yaml': 'f: 1\n',
    });
  });

  it('reads one file whatever it is now, for standard input', async () => {
    expect(await base([], { single: 'k8s/same.yaml' })).toEqual({
      'k8s/same.yaml': 'b: 1\n',
    });
    expect(await base([], { single: 'k8s/new.yaml' })).toEqual({});
  });

  it('compares with where the work left the branch, not with what came to it since', async () => {
    space.git('checkout', '--quiet', '-b', 'work');
    space.commit();
    space.git('checkout', '--quiet', 'main');
    space.write({ 'other/o.yaml': 'f: 3\n' });
    space.commit();
    space.git('checkout', '--quiet', 'work');
    expect(await base(['other'])).toEqual({ 'other/o.yaml': 'f: 1\n' });
  });

  it('works in a shallow clone, where the base was fetched by itself', async () => {
    space.git('checkout', '--quiet', '-b', 'work');
    space.commit();
    const clone = new Workspace();
    clone.git('init', '--quiet');
    const origin = `file://${space.folder}`;
    clone.git(
      'fetch',
      '--quiet',
      '--depth=1',
      origin,
      'work:work',
      'main:main',
    );
    clone.git('checkout', '--quiet', 'work');
    const files = await readBase('main', {
      paths: ['other'],
      cwd: clone.folder,
    });
    clone.remove();
    expect(files).toEqual([{ path: 'other/o.yaml', content: 'f: 1\n' }]);
  });

  it('lets a call name a file that a change deletes', async () => {
    const lint = ['lint', '--base', 'main'];
    expect((await space.call([...lint, 'k8s/gone.yaml'])).code).toBe(0);
    expect((await space.call([...lint, 'k8s/never.yaml'])).code).toBe(2);
    rmSync(join(space.folder, 'other'), { recursive: true });
    expect((await space.call([...lint, 'other'])).code).toBe(0);
  });

  it('says what a merge would do to what is live', async () => {
    const clusters =
      'clusters:\n  a: {controller: aws-load-balancer-controller, version: 3.5.0, region: eu-west-1, accountId: "111122223333", paths: ["a/**"]}\n  b: {controller: aws-load-balancer-controller, version: 3.5.0, region: eu-west-1, accountId: "111122223333", paths: ["b/**"]}\n';
    space.write({ 'a/lb.yaml': GOOD, 'b/lb.yaml': GOOD, 'c.yaml': clusters });
    space.commit();
    space.write({
      'a/lb.yaml': GOOD.replace('internal', 'internet-facing'),
    });
    rmSync(join(space.folder, 'b/lb.yaml'));
    const argv = ['a', 'b', '--profile', 'c.yaml'];
    const said = async (...more: string[]) => {
      const { findings } = await space.findings([...argv, ...more]);
      return findings.map(({ path, ruleId }: Record<string, string>) => [
        path,
        ruleId,
      ]);
    };
    expect(await said('--base', 'HEAD')).toEqual(
      expect.arrayContaining([
        ['a/lb.yaml', 'change/made-public'],
        ['b/lb.yaml', 'change/load-balancer-removed'],
      ]),
    );
    expect(JSON.stringify(await said())).not.toContain('change/');
  });

  it('still finds what is wrong now', async () => {
    space.write({ 'k8s/new.yaml': WITH_ERROR, 'k8s/same.yaml': GOOD });
    const called = await space.call(['lint', '--base', 'HEAD', 'k8s']);
    expect(called.code).toBe(1);
  });

  it.each([
    ['no-such-branch', "'no-such-branch' is no commit of this repository"],
    ['--output=/tmp/x', "'--output=/tmp/x' is no commit of this repository"],
    ['', "'' is no commit of this repository"],
  ])('refuses the base %j', async (ref, message) => {
    const called = await space.call(['lint', `--base=${ref}`, 'k8s']);
    expect([called.code, called.warnings]).toEqual([
      2,
      expect.stringContaining(message),
    ]);
  });

  it('refuses paths outside of the repository, and folders that are none', async () => {
    const other = new Workspace();
    other.write({ 'a.yaml': GOOD });
    const outside = await space.call(['lint', '--base=main', other.folder]);
    const none = await other.call(['lint', '--base=main', 'a.yaml']);
    other.remove();
    expect([outside.code, outside.warnings]).toEqual([
      2,
      expect.stringContaining('is outside repository'),
    ]);
    expect([none.code, none.warnings]).toEqual([
      2,
      expect.stringContaining('not a git repository'),
    ]);
  });
});
