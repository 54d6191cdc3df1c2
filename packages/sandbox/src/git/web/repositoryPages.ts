import { posix } from 'node:path';
import { NotFoundError } from '@backstage/errors';
import { diffCommits } from '../diffCommits';
import { fullName, GitHost, HostedRepository } from '../GitHost';
import { encodePath } from '../rest/links';
import { Commit, TreeEntry } from '../types';
import { renderDiff } from './diffView';
import { html, SafeHtml } from './html';
import { renderPage } from './layout';
import { renderMarkdown } from './renderMarkdown';
import { formatTime, repositoryHeading, SITE } from './headings';

/**
 * The list of repositories, of all owners or of one.
 * @internal
 */
export async function renderRepositoryList(host: GitHost, owner?: string) {
  const repositories = host
    .listRepositories()
    .filter(({ info }) => owner === undefined || info.owner === owner);
  if (owner !== undefined && repositories.length === 0) {
    throw new NotFoundError(`No repositories of '${owner}'`);
  }
  const rows = await Promise.all(
    repositories.map(async ({ info }) => {
      const name = fullName(info);
      const pulls = await host.pulls.list(name);
      const open = pulls.filter(pull => pull.state === 'open').length;
      return html`<tr>
        <td><a href="/${name}">${name}</a></td>
        <td>${info.description}</td>
        <td><a href="/${name}/pulls">${open} open</a></td>
      </tr>`;
    }),
  );
  const body = html`<h1>Repositories</h1>
    <table>
      <thead>
        <tr>
          <th>Name</th>
          <th>About</th>
          <th>Pull requests</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
  return renderPage({ title: 'Repositories', site: SITE, body });
}

/**
 * A folder or a file of a repository.
 *
 * @param refAndPath - what follows `tree/` or `blob/` in the address; branch names may have slashes
 * @internal
 */
export async function renderContent(
  repository: HostedRepository,
  refAndPath: string,
) {
  const { ref, path } = await splitRef(repository, refAndPath);
  const commit = await repository.git.resolveCommit(ref);
  const entry = await repository.git.findEntry(commit, path);
  if (!entry) {
    throw new NotFoundError(`No file '${path}' at ${ref}`);
  }
  const name = fullName(repository.info);
  const content =
    entry.type === 'tree'
      ? await folderView(repository, ref, path, commit)
      : await fileView(repository, entry);
  const body = html`${repositoryHeading(repository.info, 'files')}
    <p class="row">
      <span class="mono">${pathLinks(name, ref, path)}</span>
      <span class="muted"
        >at ${ref}, commit
        <a href="/${name}/commit/${commit}"
          ><code>${commit.slice(0, 7)}</code></a
        ></span
      >
    </p>
    ${content}`;
  return renderPage({ title: `${path || name} at ${ref}`, site: SITE, body });
}

/**
 * The history of a branch.
 * @internal
 */
export async function renderHistory(repository: HostedRepository, ref: string) {
  const commits = await repository.git.log(ref, { limit: 100 });
  const body = html`${repositoryHeading(repository.info, 'commits')}
    <h2>Commits on ${ref}</h2>
    ${commitTable(fullName(repository.info), commits)}`;
  return renderPage({ title: `Commits on ${ref}`, site: SITE, body });
}

/**
 * One commit with its changes.
 * @internal
 */
export async function renderCommit(repository: HostedRepository, sha: string) {
  const commit = await repository.git.readCommit(sha);
  const files = await diffCommits(
    repository.git,
    commit.parents[0],
    commit.sha,
  );
  const [subject, ...rest] = commit.message.split('\n');
  const body = html`${repositoryHeading(repository.info, 'commits')}
    <h2>${subject}</h2>
    ${rest.length > 0 && html`<pre>${rest.join('\n').trim()}</pre>`}
    <p class="muted">
      ${commit.author.name}, ${formatTime(commit.author.date)},
      <code>${commit.sha}</code>
    </p>
    ${renderDiff(files)}`;
  return renderPage({ title: subject, site: SITE, body });
}

/**
 * A table of commits, each linked to its page.
 * @internal
 */
export function commitTable(repository: string, commits: Commit[]): SafeHtml {
  return html`<table>
    <thead>
      <tr>
        <th>Commit</th>
        <th>Message</th>
        <th>Author</th>
        <th>Time</th>
      </tr>
    </thead>
    <tbody>
      ${commits.map(
        commit => html`<tr>
          <td>
            <a href="/${repository}/commit/${commit.sha}"
              ><code>${commit.sha.slice(0, 7)}</code></a
            >
          </td>
          <td>${commit.message.split('\n')[0]}</td>
          <td>${commit.author.name}</td>
          <td>${formatTime(commit.author.date)}</td>
        </tr>`,
      )}
    </tbody>
  </table>`;
}

async function splitRef({ git }: HostedRepository, refAndPath: string) {
  const segments = refAndPath.split('/').filter(Boolean);
  for (let length = 1; length <= segments.length; length += 1) {
    const ref = segments.slice(0, length).join('/');
    if (await git.findCommit(ref)) {
      return { ref, path: segments.slice(length).join('/') };
    }
  }
  throw new NotFoundError(`No branch or commit in '${refAndPath}'`);
}

async function folderView(
  { git, info }: HostedRepository,
  ref: string,
  path: string,
  commit: string,
): Promise<SafeHtml> {
  const entries = await git.listTree(commit, { path });
  const ordered = [...entries].sort(
    (a, b) => Number(b.type === 'tree') - Number(a.type === 'tree'),
  );
  const readme = entries.find(
    entry => entry.path.toLowerCase() === 'readme.md',
  );
  const base = `/${fullName(info)}`;
  return html`<div class="box tight">
      <table>
        <thead class="visually-hidden">
          <tr>
            <th>Name</th>
            <th>Size</th>
          </tr>
        </thead>
        <tbody>
          ${ordered.map(entry => {
            const isFolder = entry.type === 'tree';
            const target = encodePath(posix.join(ref, path, entry.path));
            return html`<tr>
              <td>
                <a href="${base}/${isFolder ? 'tree' : 'blob'}/${target}"
                  >${entry.path}${isFolder && '/'}</a
                >
              </td>
              <td class="muted">
                ${entry.size !== undefined && `${entry.size} bytes`}
              </td>
            </tr>`;
          })}
        </tbody>
      </table>
    </div>
    ${readme &&
    html`<section class="box markdown" aria-label="Read me">
      ${renderMarkdown((await git.readBlob(readme.sha)).toString('utf8'))}
    </section>`}`;
}

async function fileView(
  { git }: HostedRepository,
  entry: Pick<TreeEntry, 'sha'>,
) {
  const content = await git.readBlob(entry.sha);
  if (content.includes(0)) {
    return html`<p class="box">A binary file of ${content.length} bytes.</p>`;
  }
  const lines = content.toString('utf8').replace(/\n$/, '').split('\n');
  return html`<div
    class="box tight scroll"
    tabindex="0"
    role="group"
    aria-label="File content"
  >
    <table class="code" role="presentation">
      <tbody>
        ${lines.map(
          (line, index) =>
            html`<tr id="L${index + 1}">
              <td class="line">${index + 1}</td>
              <td>${line}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function pathLinks(name: string, ref: string, path: string): SafeHtml {
  const segments = path.split('/').filter(Boolean);
  return html`<a href="/${name}/tree/${encodePath(ref)}"
      >${name.split('/')[1]}</a
    >${segments.map((segment, index) => {
      const target = encodePath(
        [ref, ...segments.slice(0, index + 1)].join('/'),
      );
      return html` /
      ${index === segments.length - 1
        ? segment
        : html`<a href="/${name}/tree/${target}">${segment}</a>`}`;
    })}`;
}
