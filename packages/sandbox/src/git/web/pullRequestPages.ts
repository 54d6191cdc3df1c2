import { fullName, GitHost, HostedRepository } from '../GitHost';
import { PullRequest } from '../types';
import { DeploymentReader, DeploymentStep } from './DeploymentReader';
import { renderDiff } from './diffView';
import {
  formatTime,
  pullRequestBadge,
  repositoryHeading,
  SITE,
} from './headings';
import { html, SafeHtml } from './html';
import { buttonForm, renderPage, stateBadge } from './layout';
import { renderMarkdown } from './renderMarkdown';
import { commitTable } from './repositoryPages';

/**
 * A repository's pull requests.
 * @internal
 */
export async function renderPullRequestList(
  host: GitHost,
  repository: HostedRepository,
) {
  const name = fullName(repository.info);
  const pulls = await host.pulls.list(name);
  const body = html`${repositoryHeading(repository.info, 'pulls')}
  ${pulls.length === 0
    ? html`<p>There are no pull requests yet.</p>`
    : html`<table>
        <thead>
          <tr>
            <th>State</th>
            <th>Title</th>
            <th>Opened by</th>
            <th>Opened</th>
          </tr>
        </thead>
        <tbody>
          ${pulls.map(
            pull => html`<tr>
              <td>${pullRequestBadge(pull)}</td>
              <td>
                <a href="/${name}/pull/${pull.number}">${pull.title}</a>
                <span class="number">#${pull.number}</span>
              </td>
              <td>${pull.author}</td>
              <td>${formatTime(pull.createdAt)}</td>
            </tr>`,
          )}
        </tbody>
      </table>`}`;
  return renderPage({ title: `Pull requests of ${name}`, site: SITE, body });
}

/**
 * One pull request: its description, what it changes, what one can do with it, and what it did.
 * @internal
 */
export async function renderPullRequest(
  host: GitHost,
  pull: PullRequest,
  deployments: DeploymentReader | undefined,
) {
  const { info } = host.repository(pull.repository);
  const name = fullName(info);
  const commits = await host.pulls.commits(pull);
  const files = await host.pulls.files(pull);
  const body = html`<h1>
      ${pull.title} <span class="number">#${pull.number}</span>
    </h1>
    <p class="row">
      ${pullRequestBadge(pull)}
      <span class="muted">
        ${whoMerges(pull)} <code>${headLabel(pull)}</code> into
        <code>${pull.baseRef}</code>, opened ${formatTime(pull.createdAt)}
      </span>
    </p>
    ${pull.labels.length > 0 &&
    html`<p class="row">
      Labels: ${pull.labels.map(label => stateBadge(label, 'neutral'))}
    </p>`}
    ${reviewers(pull)}
    <section class="box markdown" aria-label="Description">
      ${pull.body.trim()
        ? renderMarkdown(pull.body)
        : html`<p class="muted">No description.</p>`}
    </section>
    ${await actions(host, pull)} ${deployment(pull, deployments)}
    ${pull.comments.length > 0 && html`<h2>Comments</h2>`}
    ${pull.comments.map(
      comment => html`<section
        class="box markdown"
        id="comment-${comment.id}"
        aria-label="Comment by ${comment.author}"
      >
        <p class="muted">${comment.author}, ${formatTime(comment.createdAt)}</p>
        ${renderMarkdown(comment.body)}
      </section>`,
    )}
    <h2>Commits</h2>
    ${commitTable(name, commits)}
    <h2 id="files">Files changed</h2>
    ${renderDiff(files)}`;
  const trail = [
    { text: name, href: `/${name}` },
    { text: 'Pull requests', href: `/${name}/pulls` },
  ];
  return renderPage({
    title: `${pull.title} #${pull.number}`,
    site: SITE,
    trail,
    body,
  });
}

function whoMerges(pull: PullRequest): string {
  if (pull.mergedAt) return `${pull.mergedBy} merged`;
  const verb = pull.state === 'closed' ? 'wanted' : 'wants';
  return `${pull.author} ${verb} to merge`;
}

function headLabel(pull: PullRequest): string {
  const [owner] = pull.headRepository.split('/');
  return pull.headRepository === pull.repository
    ? pull.headRef
    : `${owner}:${pull.headRef}`;
}

function reviewers(pull: PullRequest): SafeHtml | undefined {
  const asked = [...pull.requestedReviewers, ...pull.requestedTeams];
  return asked.length === 0
    ? undefined
    : html`<p class="muted">Review asked of ${asked.join(', ')}</p>`;
}

async function actions(host: GitHost, pull: PullRequest): Promise<SafeHtml> {
  const base = `/${pull.repository}/pull/${pull.number}`;
  if (pull.mergedAt) {
    return html`<p class="notice">
      Merged by ${pull.mergedBy} as
      <a href="/${pull.repository}/commit/${pull.mergeCommitSha}"
        ><code>${pull.mergeCommitSha?.slice(0, 7)}</code></a
      >, ${formatTime(pull.mergedAt)}.
    </p>`;
  }
  if (pull.state === 'closed') {
    return html`<p class="notice">Closed without a merge.</p>
      <div class="row">
        ${buttonForm({ action: `${base}/reopen`, label: 'Open again' })}
      </div>`;
  }
  const isMergeable = await host.pulls.isMergeable(pull);
  const canMerge = isMergeable && !pull.isDraft;
  return html`${!isMergeable &&
    html`<p class="notice bad">
      The branch has conflicts with ${pull.baseRef} and cannot be merged.
    </p>`}
    <div class="row">
      ${canMerge &&
      buttonForm({
        action: `${base}/merge`,
        label: 'Merge pull request',
        kind: 'primary',
        // What the reader saw is what gets merged, or nothing.
        fields: { head: pull.headSha },
      })}
      ${buttonForm({
        action: `${base}/close`,
        label: 'Close',
        kind: 'danger',
        description: 'Close pull request',
      })}
    </div>`;
}

const STEP_BADGES: Record<DeploymentStep['state'], SafeHtml> = {
  applied: stateBadge('Applied', 'good'),
  waiting: stateBadge('Waiting', 'busy'),
  failed: stateBadge('Failed', 'bad'),
};

function deployment(
  pull: PullRequest,
  deployments: DeploymentReader | undefined,
) {
  const steps =
    pull.mergeCommitSha &&
    deployments?.stepsOf(pull.repository, pull.mergeCommitSha);
  if (!steps) {
    return undefined;
  }
  return html`<h2>Deployment</h2>
    ${steps.length === 0
      ? html`<p>The merge left the cloud as it was.</p>`
      : html`<table>
          <thead>
            <tr>
              <th>State</th>
              <th>Resource</th>
              <th>What happened</th>
            </tr>
          </thead>
          <tbody>
            ${steps.map(
              step => html`<tr>
                <td>${STEP_BADGES[step.state]}</td>
                <td class="mono">${step.address}</td>
                <td>${step.message}</td>
              </tr>`,
            )}
          </tbody>
        </table>`}`;
}
