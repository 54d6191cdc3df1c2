import { HostedRepository } from '../GitHost';
import { Commit, FileDiff, Signature, TreeEntry } from '../types';
import { encodePath, Links, repositoryApiUrl, repositoryWebUrl } from './links';
import { presentUser } from './presentRepository';
import type { RestContext } from './RestContext';

/**
 * A commit as the git data API shows it.
 * @internal
 */
export function presentGitCommit(
  commit: Commit,
  { info }: HostedRepository,
  links: Links,
) {
  const url = repositoryApiUrl(links, info);
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url: `${url}/git/commits/${commit.sha}`,
    html_url: `${repositoryWebUrl(links, info)}/commit/${commit.sha}`,
    author: commit.author,
    committer: commit.committer,
    message: commit.message,
    tree: { sha: commit.tree, url: `${url}/git/trees/${commit.tree}` },
    parents: commit.parents.map(sha => ({
      sha,
      url: `${url}/git/commits/${sha}`,
    })),
    verification: {
      verified: false,
      reason: 'unsigned',
      signature: null,
      payload: null,
    },
  };
}

/**
 * A commit as the commits API shows it, with the accounts that have its addresses.
 * @internal
 */
export function presentCommit(
  commit: Commit,
  repository: HostedRepository,
  { host, links }: RestContext,
) {
  const accountOf = ({ email }: Signature) => {
    const login = host.loginOfEmail(email);
    return login === undefined ? null : presentUser(login, links);
  };
  const { tree, author, committer, message, verification } = presentGitCommit(
    commit,
    repository,
    links,
  );
  const url = repositoryApiUrl(links, repository.info);
  return {
    sha: commit.sha,
    node_id: `C_${commit.sha}`,
    url: `${url}/commits/${commit.sha}`,
    html_url: `${repositoryWebUrl(links, repository.info)}/commit/${
      commit.sha
    }`,
    commit: {
      author,
      committer,
      message,
      tree,
      verification,
      comment_count: 0,
    },
    author: accountOf(author),
    committer: accountOf(committer),
    parents: commit.parents.map(sha => ({ sha, url: `${url}/commits/${sha}` })),
  };
}

/**
 * A changed file in GitHub's form.
 * @internal
 */
export function presentFile(
  file: FileDiff,
  head: string,
  { info }: HostedRepository,
  links: Links,
) {
  const path = encodePath(file.path);
  const url = repositoryApiUrl(links, info);
  return {
    sha: file.sha,
    filename: file.path,
    ...(file.previousPath && { previous_filename: file.previousPath }),
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: `${repositoryWebUrl(links, info)}/blob/${head}/${path}`,
    contents_url: `${url}/contents/${path}?ref=${head}`,
    ...(file.patch !== undefined && { patch: file.patch }),
  };
}

/**
 * A tree's entry in GitHub's form.
 * @internal
 */
export function presentTreeEntry(
  entry: TreeEntry,
  { info }: HostedRepository,
  links: Links,
) {
  const collection = entry.type === 'tree' ? 'trees' : 'blobs';
  const { path, mode, type, sha, size } = entry;
  const url = `${repositoryApiUrl(links, info)}/git/${collection}/${sha}`;
  return { path, mode, type, sha, ...(size !== undefined && { size }), url };
}
