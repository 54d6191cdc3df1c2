import { GitHost, HostedRepository } from '../GitHost';
import { PullRequest, PullRequestComment } from '../types';
import { Links, repositoryApiUrl, repositoryWebUrl } from './links';
import { presentRepository, presentUser } from './presentRepository';

/**
 * A pull request in GitHub's form, without what costs a merge to find out.
 * @internal
 */
export function presentPullRequest(
  pull: PullRequest,
  host: GitHost,
  links: Links,
) {
  const repository = host.repository(pull.repository);
  const url = `${repositoryApiUrl(links, repository.info)}/pulls/${
    pull.number
  }`;
  const htmlUrl = pullRequestWebUrl(pull, repository, links);
  return {
    id: pull.id,
    node_id: `PR_${pull.id}`,
    number: pull.number,
    url,
    html_url: htmlUrl,
    diff_url: `${htmlUrl}.diff`,
    issue_url: `${repositoryApiUrl(links, repository.info)}/issues/${
      pull.number
    }`,
    state: pull.state,
    locked: false,
    draft: pull.isDraft,
    title: pull.title,
    body: pull.body,
    user: presentUser(pull.author, links),
    created_at: pull.createdAt,
    updated_at: pull.updatedAt,
    closed_at: pull.closedAt ?? null,
    merged_at: pull.mergedAt ?? null,
    merge_commit_sha: pull.mergeCommitSha ?? null,
    labels: presentLabels(pull),
    assignees: pull.assignees.map(login => presentUser(login, links)),
    requested_reviewers: pull.requestedReviewers.map(login =>
      presentUser(login, links),
    ),
    requested_teams: pull.requestedTeams.map(slug => ({ slug, name: slug })),
    head: presentSide(
      host,
      pull.headRepository,
      pull.headRef,
      pull.headSha,
      links,
    ),
    base: presentSide(host, pull.repository, pull.baseRef, pull.baseSha, links),
  };
}

/**
 * A pull request with everything GitHub tells about a single one.
 * @internal
 */
export async function presentFullPullRequest(
  pull: PullRequest,
  host: GitHost,
  links: Links,
) {
  const files = await host.pulls.files(pull);
  const mergeable = await host.pulls.isMergeable(pull);
  return {
    ...presentPullRequest(pull, host, links),
    merged: pull.mergedAt !== undefined,
    merged_by: pull.mergedBy ? presentUser(pull.mergedBy, links) : null,
    mergeable: mergeable ?? null,
    mergeable_state: mergeable === false ? 'dirty' : 'clean',
    comments: pull.comments.length,
    commits: (await host.pulls.commits(pull)).length,
    changed_files: files.length,
    additions: files.reduce((sum, file) => sum + file.additions, 0),
    deletions: files.reduce((sum, file) => sum + file.deletions, 0),
  };
}

/**
 * A pull request's labels in GitHub's form.
 * @internal
 */
export function presentLabels(pull: PullRequest) {
  return pull.labels.map((name, index) => ({
    id: pull.id * 100 + index,
    name,
    color: 'ededed',
    default: false,
  }));
}

/**
 * A remark in GitHub's form.
 * @internal
 */
export function presentComment(
  comment: PullRequestComment,
  pull: PullRequest,
  repository: HostedRepository,
  links: Links,
) {
  return {
    id: comment.id,
    body: comment.body,
    user: presentUser(comment.author, links),
    created_at: comment.createdAt,
    updated_at: comment.createdAt,
    html_url: `${pullRequestWebUrl(pull, repository, links)}#comment-${
      comment.id
    }`,
  };
}

/**
 * A pull request's page.
 * @internal
 */
export function pullRequestWebUrl(
  pull: PullRequest,
  { info }: HostedRepository,
  links: Links,
): string {
  return `${repositoryWebUrl(links, info)}/pull/${pull.number}`;
}

function presentSide(
  host: GitHost,
  name: string,
  ref: string,
  sha: string,
  links: Links,
) {
  const repository = host.repository(name);
  const { owner } = repository.info;
  return {
    label: `${owner}:${ref}`,
    ref,
    sha,
    user: presentUser(owner, links),
    repo: presentRepository(repository, links),
  };
}
