/**
 * A person or a machine that writes a commit.
 * @internal
 */
export interface Signature {
  name: string;
  email: string;
  /** ISO 8601 time. */
  date: string;
}

/**
 * One commit of a repository.
 * @internal
 */
export interface Commit {
  sha: string;
  tree: string;
  parents: string[];
  author: Signature;
  committer: Signature;
  message: string;
}

/**
 * One entry of a git tree, as git prints it.
 * @internal
 */
export interface TreeEntry {
  /** Six octal digits, for example `100644`. */
  mode: string;
  type: 'blob' | 'tree' | 'commit';
  sha: string;
  /** Path from the listed tree's root. */
  path: string;
  /** Bytes; only blobs have it. */
  size?: number;
}

/**
 * A change to one path of a tree; `sha: null` removes the path.
 * @internal
 */
export interface TreeChange {
  path: string;
  mode: string;
  sha: string | null;
}

/**
 * What one file looks like between two commits.
 * @internal
 */
export interface FileDiff {
  path: string;
  previousPath?: string;
  status: 'added' | 'removed' | 'modified' | 'renamed';
  additions: number;
  deletions: number;
  sha: string;
  isBinary: boolean;
  /** The hunks, from the first `@@` on; absent for binary files. */
  patch?: string;
}

/**
 * What the host keeps for a repository.
 * @internal
 */
export interface RepositoryInfo {
  id: number;
  owner: string;
  name: string;
  description: string;
  defaultBranch: string;
  createdAt: string;
  /** `owner/name` of the repository that this one was forked from. */
  forkOf?: string;
}

/**
 * A remark under a pull request.
 * @internal
 */
export interface PullRequestComment {
  id: number;
  author: string;
  body: string;
  createdAt: string;
}

/**
 * A pull request, as the host keeps it.
 * @internal
 */
export interface PullRequest {
  id: number;
  number: number;
  /** `owner/name` of the repository that receives the change. */
  repository: string;
  /** `owner/name` of the repository that holds the head branch. */
  headRepository: string;
  headRef: string;
  baseRef: string;
  /** The base branch's commit when it was opened or merged. */
  baseSha: string;
  headSha: string;
  title: string;
  body: string;
  author: string;
  isDraft: boolean;
  state: 'open' | 'closed';
  createdAt: string;
  updatedAt: string;
  closedAt?: string;
  mergedAt?: string;
  mergedBy?: string;
  mergeCommitSha?: string;
  labels: string[];
  assignees: string[];
  requestedReviewers: string[];
  requestedTeams: string[];
  comments: PullRequestComment[];
}
