import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { DefaultBranchChange } from './GitHost';
import { runGit } from './runGit';
import {
  startTestGitHost,
  TEST_TOKEN,
  TestGitHost,
} from './__testUtils__/startTestGitHost';

describe('the Git host, seen by git', () => {
  const folder = createMockDirectory();
  let git: TestGitHost;

  beforeEach(async () => {
    folder.clear();
    git = await startTestGitHost();
  });

  afterEach(() => git.stop());

  it('clones, and announces a push to the default branch', async () => {
    const url = new URL('/acme/payments.git', git.origin);
    await expect(
      runGit(['clone', url.href, 'refused'], { cwd: folder.path }),
    ).rejects.toThrow(/could not read Username|Authentication failed/);

    url.username = 'portal';
    url.password = TEST_TOKEN;
    await runGit(['clone', url.href, 'work'], { cwd: folder.path });
    const cwd = join(folder.path, 'work');
    expect(await readFile(join(cwd, 'README.md'), 'utf8')).toBe('# payments\n');

    const changes: DefaultBranchChange[] = [];
    git.host.onDefaultBranchChange(change => changes.push(change));
    await writeFile(join(cwd, 'README.md'), '# pushed\n');
    const identity = [
      '-c',
      'user.name=Mira',
      '-c',
      'user.email=mira@acme.example',
    ];
    await runGit([...identity, 'commit', '-am', 'Push'], { cwd });
    await runGit(['push', 'origin', 'HEAD:main', 'HEAD:other'], { cwd });

    const { git: repository } = git.host.repository('acme/payments');
    expect(await repository.readTextFile('main', 'README.md')).toBe(
      '# pushed\n',
    );
    expect(changes).toEqual([
      {
        repository: 'acme/payments',
        commit: await repository.resolveCommit('main'),
      },
    ]);
  });
});
