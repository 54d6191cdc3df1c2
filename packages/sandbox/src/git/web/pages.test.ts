import request from 'supertest';
import {
  openTestPullRequest,
  startTestGitHost,
  TestGitHost,
} from '../__testUtils__/startTestGitHost';

const ATTACK = `<script>alert(1)</script>"'><img src=x onerror=alert(2)>`;

describe('the pages of the Git host', () => {
  let git: TestGitHost;

  beforeEach(async () => {
    git = await startTestGitHost({
      deployments: {
        stepsOf: () => [
          { state: 'failed', address: 'aws_lb.a', message: `no ${ATTACK}` },
        ],
      },
    });
  });

  afterEach(() => git.stop());

  const get = (path: string) => request(git.origin).get(path);
  const post = (path: string, origin?: string) => {
    const form = request(git.origin).post(path).type('form');
    return origin ? form.set('Origin', origin) : form;
  };

  it('shows what people wrote as text, wherever it stands', async () => {
    await openTestPullRequest(git.host, {
      branch: 'attack',
      title: ATTACK,
      body: `${ATTACK}\n\n[x](javascript:alert(3)) ![y](https://evil.example/p.png)\n\n- [ ] check`,
      files: {
        [`dir/${ATTACK.replace(/\//g, '')}.txt`]: `${ATTACK}\n`,
        'README.md': ATTACK,
      },
    });
    const pull = await git.host.pulls.get('acme/payments', 1);
    await git.host.pulls.merge(pull, { mergedBy: ATTACK });
    for (const path of [
      '/acme/payments/pull/1',
      '/acme/payments/pulls',
      '/acme/payments',
      '/acme/payments/tree/main/dir',
      '/acme/payments/blob/main/README.md',
      `/acme/payments/commit/${pull.mergeCommitSha}`,
      `/acme/payments/blob/main/${encodeURIComponent(ATTACK)}`,
    ]) {
      const { text, headers } = await get(path);
      expect(text).toContain('&lt;script&gt;');
      expect(text).not.toMatch(/<script|<img|href="javascript:/i);
      expect(headers['content-security-policy']).toContain(
        "default-src 'none'",
      );
    }
  });

  it('renders the description, the diff with its counts, and the deployment', async () => {
    await openTestPullRequest(git.host, {
      branch: 'expose',
      title: 'Expose payments',
      body: '## What\n\n- [ ] check the CIDRs\n\n| a | b |\n|---|---|\n| 1 | 2 |',
      files: {
        'k8s/payments.yaml': 'kind: Service # kept\nmetadata:\n  name: pay\n',
      },
    });
    const { text } = await get('/acme/payments/pull/1').expect(200);
    expect(text).toContain('<h2>What</h2>');
    expect(text).toContain('☐ check the CIDRs');
    expect(text).toContain('<td>1</td>');
    expect(text).toMatch(/class="del"[^@]*-<[^@]*name: payments/);
    expect(text).toMatch(/class="add"[^@]*name: pay</);
    expect(text).toContain('Merge pull request');
    expect(text).not.toContain('Deployment');
  });

  it('merges what the reader saw, and only from its own page', async () => {
    const pull = await openTestPullRequest(git.host, {
      branch: 'expose',
      files: { a: 'a\n' },
    });
    const path = '/acme/payments/pull/1/merge';
    const head = { head: pull.headSha };
    await post(path).send(head).expect(403);
    await post(path, 'http://evil.example').send(head).expect(403);
    await post(path, 'null').send(head).expect(403);
    await post(path, git.origin)
      .send({ head: 'f'.repeat(40) })
      .expect(409);
    await post(path, git.origin).send({}).expect(400);
    expect(pull.state).toBe('open');

    await post(path, git.origin).send(head).expect(303);

    expect(pull).toMatchObject({ state: 'closed', mergedBy: 'petra' });
    const { text } = await get('/acme/payments/pull/1');
    expect(text).toContain('Merged by petra');
    expect(text).toContain('petra merged');
    expect(text).not.toContain('wants to merge');
    expect(text).toContain('aws_lb.a');
  });

  it('closes and opens again', async () => {
    const pull = await openTestPullRequest(git.host, {
      branch: 'x',
      files: { a: 'a\n' },
    });
    await post('/acme/payments/pull/1/close', git.origin).expect(303);
    expect(pull.state).toBe('closed');
    await post('/acme/payments/pull/1/reopen', git.origin).expect(303);
    expect(pull).toMatchObject({ state: 'open', closedAt: undefined });
  });

  it('refuses a host name that only points here', async () => {
    const { status } = await get('/acme/payments').set('Host', 'evil.example');
    expect(status).toBe(403);
  });

  it.each([
    '/none',
    '/acme/none',
    '/acme/payments/pull/9',
    '/acme/payments/blob/main/none',
    '/acme/payments/tree/none',
  ])('has a page that says that %s does not exist', async path => {
    const { text } = await get(path).expect(404);
    expect(text).toContain('Not found');
  });
});
