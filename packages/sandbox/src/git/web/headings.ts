import { fullName } from '../GitHost';
import { PullRequest, RepositoryInfo } from '../types';
import { html, SafeHtml } from './html';
import { stateBadge } from './layout';

/**
 * The name of the Git host's pages.
 * @internal
 */
export const SITE = 'Sandbox Git';

/**
 * A repository's name and the ways into it.
 * @internal
 */
export function repositoryHeading(
  info: RepositoryInfo,
  current: 'files' | 'commits' | 'pulls',
): SafeHtml {
  const name = fullName(info);
  const tabs = [
    { id: 'files', text: 'Files', href: `/${name}` },
    {
      id: 'commits',
      text: 'Commits',
      href: `/${name}/commits/${info.defaultBranch}`,
    },
    { id: 'pulls', text: 'Pull requests', href: `/${name}/pulls` },
  ];
  return html`<h1><a href="/${info.owner}">${info.owner}</a> / ${info.name}</h1>
    <p class="muted">${info.description}</p>
    <nav class="row" aria-label="Repository">
      ${tabs.map(
        ({ id, text, href }) =>
          html`<a
            href="${href}"
            ${id === current && new SafeHtml(' aria-current="page"')}
            >${text}</a
          >`,
      )}
    </nav>`;
}

/**
 * A pull request's state as a coloured word.
 * @internal
 */
export function pullRequestBadge(pull: PullRequest): SafeHtml {
  if (pull.mergedAt) {
    return stateBadge('Merged', 'done');
  }
  if (pull.state === 'closed') {
    return stateBadge('Closed', 'bad');
  }
  return pull.isDraft
    ? stateBadge('Draft', 'neutral')
    : stateBadge('Open', 'good');
}

/**
 * A time for people: the day and the minute, in UTC.
 * @internal
 */
export function formatTime(iso: string): SafeHtml {
  const utc = new Date(iso).toISOString();
  return html`<time datetime="${utc}"
    >${utc.slice(0, 10)} ${utc.slice(11, 16)} UTC</time
  >`;
}
