import { createMockDirectory } from '@backstage/backend-test-utils';
import { symlink } from 'node:fs/promises';
import { listWorkspaceFolder, readWorkspaceFile } from './readWorkspaceFiles';
import { writeChange } from './writeChange';

const workspace = createMockDirectory();
const outside = createMockDirectory();

beforeEach(() => {
  workspace.setContent({
    repository: {
      'service.yaml': 'kind: Service\n',
      'logo.yaml': Buffer.from([0xff, 0xfe, 0x00]),
      'huge.yaml': 'x'.repeat(1024 * 1024 + 1),
      k8s: { 'b.yaml': 'b', 'a.yaml': 'a', deeper: { 'c.yaml': 'c' } },
    },
  });
  outside.setContent({ 'secret.yaml': 'token: abc\n' });
});

function read(path: string) {
  const workspacePath = workspace.path;
  return readWorkspaceFile({ workspacePath, path, field: 'manifest.path' });
}

describe('readWorkspaceFile', () => {
  it('reads a text file', async () => {
    await expect(read('repository/service.yaml')).resolves.toBe(
      'kind: Service\n',
    );
  });

  it('says that a file is not there', async () => {
    await expect(read('repository/none.yaml')).resolves.toBeUndefined();
  });

  it.each([
    ['../secret.yaml', 'is not a path inside the workspace'],
    ['/etc/passwd', 'is not a path inside the workspace'],
    ['repository/service.yaml/a.yaml', 'is not a path inside the workspace'],
    ['repository/k8s', 'is not a plain file'],
    ['repository/logo.yaml', 'is not a UTF-8 text file'],
    ['repository/huge.yaml', 'is larger than 1 MiB'],
  ])('refuses %p: it %s', async (path, reason) => {
    await expect(read(path)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(`^manifest.path: '${path}' ${reason}`),
    });
  });

  it('does not follow a symbolic link out of the workspace', async () => {
    await symlink(outside.path, workspace.resolve('repository/linked'));

    await expect(read('repository/linked/secret.yaml')).rejects.toThrow(
      'is not a path inside the workspace',
    );
  });
});

describe('listWorkspaceFolder', () => {
  it('names the files of one folder in order', async () => {
    const files = await listWorkspaceFolder({
      workspacePath: workspace.path,
      path: 'repository/k8s',
      field: 'paths',
    });

    expect(files).toEqual(['a.yaml', 'b.yaml']);
  });
});

describe('writeChange', () => {
  it('writes nothing when one path is not a path inside the workspace', async () => {
    const files = [
      { path: 'a.yaml', content: 'a' },
      { path: '../../b.yaml', content: 'b' },
    ];

    await expect(
      writeChange({ workspacePath: workspace.path, targetPath: 'new', files }),
    ).rejects.toThrow();

    expect(workspace.content()).not.toHaveProperty('new');
  });

  it('writes the same files again', async () => {
    const change = {
      workspacePath: workspace.path,
      targetPath: './new',
      files: [{ path: 'k8s/a.yaml', content: 'a\n' }],
    };

    await writeChange(change);
    await writeChange(change);

    expect(workspace.content({ path: 'new' })).toEqual({
      k8s: { 'a.yaml': 'a\n' },
    });
  });
});
