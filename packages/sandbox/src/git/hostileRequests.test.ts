import { readFile, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { join } from 'node:path';
import { createMockDirectory } from '@backstage/backend-test-utils';
import { startTestGitHost, TEST_TOKEN } from './__testUtils__/startTestGitHost';

const outside = createMockDirectory();
let git: Awaited<ReturnType<typeof startTestGitHost>>;

beforeAll(async () => {
  git = await startTestGitHost();
});
afterAll(() => git.stop());

function post(path: string, body: object) {
  return fetch(`${git.origin}/api/v3/repos/acme/payments/git/${path}`, {
    method: 'POST',
    headers: {
      authorization: `token ${TEST_TOKEN}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  });
}

describe('the Git host', () => {
  it('takes no option of git for a tree', async () => {
    const file = join(outside.path, 'precious');
    await writeFile(file, 'keep me');

    const response = await post('trees', {
      base_tree: `--index-output=${file}`,
      tree: [],
    });

    expect(response.status).toBeGreaterThanOrEqual(400);
    await expect(readFile(file, 'utf8')).resolves.toBe('keep me');
  });

  it.each([
    ['tree', { tree: '-F/etc/hostname', parents: [] }],
    ['parent', { tree: 'main^{tree}', parents: ['-F/etc/hostname'] }],
  ])('takes no option of git for a commit’s %s', async (_, commit) => {
    const response = await post('commits', { message: 'x', ...commit });

    expect(response.status).toBeGreaterThanOrEqual(400);
    expect(response.status).toBeLessThan(500);
  });

  it.each(['/api/v3/repos/acme/payments', '/acme/payments.git/info/refs'])(
    'answers %s at no name that somebody points at this machine',
    async path => {
      const status = await new Promise<number | undefined>(
        (resolve, reject) => {
          const headers = {
            host: 'evil.example',
            authorization: `token ${TEST_TOKEN}`,
          };
          request(`${git.origin}${path}`, { headers }, response => {
            response.resume();
            resolve(response.statusCode);
          })
            .on('error', reject)
            .end();
        },
      );

      expect(status).toBe(403);
    },
  );
});
