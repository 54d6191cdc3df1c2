import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { GitlabMergeRequestHost } from './GitlabMergeRequestHost';

/** A Git host with the one line of GitLab's API that matters here. */
async function startGitlab() {
  const answers = new Map<string, object>();
  const redirects = new Map<string, string>();
  const asked: { url?: string; token: unknown }[] = [];
  const server: Server = createServer((req, res) => {
    const token = req.headers['private-token'] ?? req.headers.authorization;
    asked.push({ url: req.url, token });
    const location = redirects.get(req.url ?? '');
    if (location) {
      res.writeHead(301, { location }).end();
      return;
    }
    const body = answers.get(req.url ?? '');
    res.writeHead(body ? 200 : 404, { 'content-type': 'application/json' });
    res.end(JSON.stringify(body ?? { message: '404 Not found' }));
  });
  await new Promise<void>(resolve => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    host: `127.0.0.1:${port}`,
    answers,
    redirects,
    asked,
    stop: () =>
      new Promise(resolve => {
        server.close(resolve);
        server.closeAllConnections();
      }),
  };
}

const api = '/git/api/v4/projects';
const { signal } = new AbortController();

describe('GitlabMergeRequestHost', () => {
  let gitlab: Awaited<ReturnType<typeof startGitlab>>;
  let host: GitlabMergeRequestHost;
  let base: string;

  beforeEach(async () => {
    gitlab = await startGitlab();
    base = `http://${gitlab.host}/git`;
    const integration = {
      ...{ host: gitlab.host, baseUrl: base, apiBaseUrl: `${base}/api/v4` },
      token: 'glpat-local',
    };
    const config = { integrations: { gitlab: [integration] } };
    host = new GitlabMergeRequestHost(
      ScmIntegrations.fromConfig(new ConfigReader(config)),
    );
  });
  afterEach(() => gitlab.stop());

  const read = (path: string) => host.read(`${base}${path}`, { signal });

  it.each([
    [
      { state: 'opened', title: 'Expose' },
      { state: 'open', title: 'Expose' },
    ],
    [{ state: 'locked' }, { state: 'open' }],
    [
      { state: 'merged', merged_at: '2026-11-21T08:00:00Z' },
      { state: 'merged', endedAt: new Date('2026-11-21T08:00:00Z') },
    ],
    [
      { state: 'closed', closed_at: '2026-11-21T09:00:00Z' },
      { state: 'closed', endedAt: new Date('2026-11-21T09:00:00Z') },
    ],
  ])('reads %j', async (answer, reading) => {
    gitlab.answers.set(`${api}/acme%2Fpayments/merge_requests/7`, answer);

    await expect(
      read('/acme/payments/-/merge_requests/7'),
    ).resolves.toMatchObject(reading);
    expect(JSON.stringify(gitlab.asked[0].token)).toContain('glpat-local');
  });

  it.each([
    [
      '/acme/eu/core/payments/-/merge_requests/7',
      'acme%2Feu%2Fcore%2Fpayments',
    ],
    ['/acme/payments/merge_requests/7', 'acme%2Fpayments'],
  ])('finds the project of %s', async (path, project) => {
    const address = `${api}/${project}/merge_requests/7`;
    gitlab.answers.set(address, { state: 'opened' });

    await read(path);

    expect(gitlab.asked.map(({ url }) => url)).toEqual([address]);
  });

  it('takes no address that is not a merge request of a known host', () => {
    const handled = [
      `${base}/acme/payments/-/merge_requests/7`,
      `${base}/acme/payments/-/issues/7`,
      `${base}/acme/payments`,
      `http://${gitlab.host}/elsewhere/acme/-/merge_requests/7`,
      'http://evil.example/git/acme/payments/-/merge_requests/7',
      'payments',
    ].map(url => host.handles(url));

    expect(handled).toEqual([true, false, false, false, false, false]);
  });

  it('fails for an answer without a state, and for none', async () => {
    gitlab.answers.set(`${api}/acme%2Fpayments/merge_requests/7`, {});

    await expect(read('/acme/payments/-/merge_requests/7')).rejects.toThrow(
      /no state/,
    );
    await expect(
      read('/acme/payments/-/merge_requests/8'),
    ).rejects.toMatchObject({ name: 'ResponseError' });
  });

  it('follows a project that was renamed, with the token', async () => {
    const now = `${api}/42/merge_requests/7`;
    gitlab.redirects.set(`${api}/acme%2Fpayments/merge_requests/7`, now);
    gitlab.answers.set(now, { state: 'opened' });

    await expect(
      read('/acme/payments/-/merge_requests/7'),
    ).resolves.toMatchObject({ state: 'open' });
    expect(gitlab.asked.map(({ url }) => url).at(-1)).toBe(now);
    expect(JSON.stringify(gitlab.asked[1].token)).toContain('glpat-local');
  });

  it('takes the token to no other host, and goes round in no circle', async () => {
    const other = await startGitlab();
    try {
      const request = `${api}/acme%2Fpayments/merge_requests/7`;
      other.answers.set(request, { state: 'merged' });
      gitlab.redirects.set(request, `http://${other.host}${request}`);
      await expect(read('/acme/payments/-/merge_requests/7')).rejects.toThrow(
        /leads to another host/,
      );
      gitlab.redirects.set(request, request);
      await expect(read('/acme/payments/-/merge_requests/7')).rejects.toThrow(
        /leads on more than 3 times/,
      );
      expect(other.asked).toEqual([]);
    } finally {
      await other.stop();
    }
  });

  describe('readContributors', () => {
    const request = `${api}/acme%2Fpayments/merge_requests/7`;
    const events = `${api}/42/events?action=pushed&after=2026-11-18`;
    const answer = (parts: { commits?: object[]; pushes?: object[] } = {}) => {
      gitlab.answers.set(request, {
        ...{ state: 'merged', author: { username: 'Mira' } },
        ...{ source_project_id: 42, source_branch: 'expose' },
        created_at: '2026-11-20T08:00:00Z',
      });
      const page = 'per_page=100&page=1';
      const { commits = [{ author_email: 'mira@acme.example' }] } = parts;
      gitlab.answers.set(`${request}/commits?${page}`, commits);
      gitlab.answers.set(`${events}&${page}`, parts.pushes ?? []);
    };
    const contributors = () =>
      host.readContributors(`${base}/acme/payments/-/merge_requests/7`, {
        signal,
      });

    it('names who opened it, who wrote commits, and who pushed to its branch', async () => {
      const push = (username: string, data: object) => ({
        ...{ author: { username }, push_data: data },
      });
      answer({
        commits: [
          {
            author_email: 'Jonas@acme.example',
            committer_email: '12-nina@users.noreply.gitlab.example',
          },
          { author_email: 'project_4_bot_9f@noreply.gitlab.example' },
        ],
        pushes: [
          push('petra', { ref: 'expose', action: 'pushed' }),
          push('ines', { ref: 'other', action: 'pushed' }),
          push('hana', { ref: 'expose', action: 'removed' }),
          push('ole', { ref: null, action: 'pushed' }),
        ],
      });

      await expect(contributors()).resolves.toEqual({
        loginAnnotation: `${gitlab.host}/user-login`,
        isFinal: true,
        people: [
          { login: 'mira' },
          { email: 'jonas@acme.example' },
          { login: 'nina' },
          { login: 'project_4_bot_9f' },
          { login: 'petra' },
          { login: 'ole' },
        ],
        gaps: ['names nobody for a part of what is in it'],
      });
    });

    it('says that somebody may be missing where GitLab lists no commits', async () => {
      answer({ commits: [] });

      await expect(contributors()).resolves.toMatchObject({
        gaps: [expect.stringContaining('0 commits')],
      });
    });
  });
});
