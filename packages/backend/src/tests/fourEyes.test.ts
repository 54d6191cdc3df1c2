import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import type { Connection } from '@postern/backstage-plugin-private-exposure-common';
import { demoPeople } from 'sandbox';
import { onEach } from '../__testUtils__/clouds/clouds';
import { type Portal, startPortal } from '../__testUtils__/startPortal';
import { waitFor } from '../__testUtils__/waitFor';

jest.setTimeout(120_000);
const databases = TestDatabases.create({ ids: ['SQLITE_3', 'POSTGRES_17'] });
const run = promisify(execFile);

const mira = 'user:default/mira';
const jonas = 'user:default/jonas';
const petra = 'user:default/petra';

/** The account of the portal's own token, as the demo has it. */
const PORTAL = 'postern';

function tokenOf(login: string): string {
  if (login === PORTAL) return 'postern-demo-token';
  const found = Object.entries(demoPeople).find(([, name]) => name === login);
  if (!found) throw new Error(`Nobody is ${login}`);
  return found[0];
}

describe.each(onEach(databases.eachSupportedId()))(
  'four eyes over $name on $id',
  ({ cloud, id }) => {
    const folder = createMockDirectory();
    let portal: Portal;

    beforeEach(async () => {
      folder.clear();
      portal = await startPortal({
        cloud,
        knex: await databases.init(id),
        decisions: { fourEyes: true },
      });
      await portal.observe();
    });
    afterEach(() => portal.stop());

    /** Commits in mira's name, if in no other, whoever it is that pushes: a commit says what its author wants. */
    async function push(
      login: string,
      branch: string,
      file: string,
      author = 'mira',
    ) {
      const url = new URL('/acme/ledger.git', portal.sandbox.urls.git);
      url.username = login;
      url.password = tokenOf(login);
      const identity = [
        `user.name=${author}`,
        `user.email=${author}@acme.example`,
      ];
      const git = (cwd: string, ...args: string[]) =>
        run('git', [...identity.flatMap(item => ['-c', item]), ...args], {
          cwd,
          env: {
            PATH: process.env.PATH,
            GIT_CONFIG_GLOBAL: '/dev/null',
            GIT_CONFIG_SYSTEM: '/dev/null',
          },
        });
      const work = join(folder.path, file);
      await git(folder.path, 'clone', '--quiet', url.href, work);
      const isThere = await git(work, 'ls-remote', 'origin', branch);
      const start = isThere.stdout ? [`origin/${branch}`] : [];
      await git(work, 'checkout', '--quiet', '-B', branch, ...start);
      await writeFile(join(work, file), `# of ${login}\n`);
      await git(work, 'add', '.');
      await git(work, 'commit', '--quiet', '-m', `Add ${file}`);
      await git(work, 'push', '--quiet', 'origin', branch);
    }

    /** As the Git host's API has it. */
    async function openPullRequest(
      login: string,
      head: string,
      openedBy?: string,
    ) {
      const { git } = portal.sandbox.urls;
      const response = await fetch(`${git}/api/v3/repos/acme/ledger/pulls`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${tokenOf(login)}`,
          'content-type': 'application/json',
        },
        body: JSON.stringify({ title: 'Expose ledger', head, base: 'main' }),
      });
      const { html_url: url } = await response.json();
      const { status } = await portal.track({
        ...{ entityRef: 'component:default/ledger', purpose: 'expose' },
        ...{ title: 'Expose ledger', url, openedBy },
      });
      expect([response.status, status]).toEqual([201, 201]);
    }

    async function readConnections(): Promise<Connection[]> {
      const { body } = await portal.get(
        '/v1/entities/component/default/ledger/exposures',
      );
      return body.exposures[0].connections;
    }

    const approve = (user: string, connectionId: string) =>
      portal.post(
        `/v1/connections/${connectionId}/decisions`,
        {
          verdict: 'approve',
          reason: 'Globex signed the contract.',
          seen: { state: 'pending' },
        },
        { user, key: `click-of-${user}-on-${connectionId}` },
      );
    const statusOf = async (decisionId: string) =>
      (await portal.get(`/v1/decisions/${decisionId}`)).body.status;
    const applied = async (decisionId: string) => {
      await waitFor(async () => {
        const status = await statusOf(decisionId);
        return status === 'applied' ? status : undefined;
      });
      await portal.settled();
    };
    const countApprovals = () =>
      portal.sandbox.requestLog.total({ action: cloud.actions.approve });

    it('needs a third person where one opened the pull request and another pushed to its branch', async () => {
      await push('mira', 'expose', 'infra.tf');
      await openPullRequest('mira', 'expose');
      await push('jonas', 'expose', 'more.tf');
      const [first, second] = await readConnections();

      const ofMira = await approve(mira, first.id);
      const ofJonas = await approve(jonas, first.id);
      const statusOfTwo = await statusOf(ofMira.body.id);
      const approvalsOfTwo = countApprovals();
      const ofPetra = await approve(petra, first.id);
      await applied(ofMira.body.id);
      const alone = await approve(petra, second.id);
      await applied(alone.body.id);

      expect(ofMira.status).toBe(202);
      expect(ofMira.body.message).toContain('second person');
      // Known to have pushed, and not only not known not to have.
      expect(ofJonas.body.message).toBe(ofMira.body.message);
      expect(ofJonas.body.approvals).toEqual([mira, jonas]);
      expect([statusOfTwo, approvalsOfTwo]).toEqual(['requested', 0]);
      expect(ofPetra.body.approvals).toEqual([mira, jonas, petra]);
      expect(alone.body.message).toBeUndefined();
      expect(countApprovals()).toBe(2);
    });

    it('needs a second person for who ran the template, with the account of the portal between', async () => {
      await push(PORTAL, 'expose', 'infra.tf', PORTAL);
      await openPullRequest(PORTAL, 'expose', mira);
      const [first, second] = await readConnections();

      const ofMira = await approve(mira, first.id);
      const statusOfOne = await statusOf(ofMira.body.id);
      await approve(petra, first.id);
      await applied(ofMira.body.id);
      const alone = await approve(petra, second.id);
      await applied(alone.body.id);

      expect(ofMira.body.message).toContain('second person');
      expect(statusOfOne).toBe('requested');
      expect(alone.body.message).toBeUndefined();
      expect(countApprovals()).toBe(2);
    });

    it('lets nobody but a person without a part begin, when the one who pushed asks first', async () => {
      await push('mira', 'expose', 'infra.tf');
      await openPullRequest('mira', 'expose');
      await push('jonas', 'expose', 'more.tf');
      const [first] = await readConnections();

      const ofJonas = await approve(jonas, first.id);
      const statusOfOne = await statusOf(ofJonas.body.id);
      await approve(petra, first.id);
      await applied(ofJonas.body.id);

      expect(ofJonas.body.message).toContain('second person');
      expect(statusOfOne).toBe('requested');
      expect(countApprovals()).toBe(1);
    });
  },
);
