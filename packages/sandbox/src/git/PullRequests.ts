import { InputError, NotFoundError } from '@backstage/errors';
import { diffCommits, findMergeBase } from './diffCommits';
import { mergeTrees } from './mergeCommits';
import { requireMergeable } from './requireMergeable';
import { writeMergeCommit } from './writeMergeCommit';
import { Commit, FileDiff, PullRequest } from './types';
import { fullName, type GitHost, type HostedRepository } from './GitHost';

/** More than anybody reads. */
const MOST_COMMITS = 10_000;

/**
 * What {@link PullRequests.create} needs.
 * @internal
 */
export interface NewPullRequest {
  /** `owner/name` of the receiving repository. */
  repository: string;
  /** `branch`, or `owner:branch` for a fork's. */
  head: string;
  base: string;
  title: string;
  body: string;
  author: string;
  isDraft?: boolean;
}

/**
 * How a pull request is merged; a rebase is not offered.
 * @internal
 */
export type MergeMethod = 'merge' | 'squash';

/**
 * The pull requests of a host: opened, followed while the branch moves, merged or closed.
 * @internal
 */
export class PullRequests {
  readonly #host: GitHost;
  readonly #now: () => Date;
  readonly #nextId: () => number;
  readonly #pulls = new Map<string, PullRequest[]>();

  constructor(options: {
    host: GitHost;
    now: () => Date;
    nextId: () => number;
  }) {
    this.#host = options.host;
    this.#now = options.now;
    this.#nextId = options.nextId;
  }

  /** A repository's pull requests, newest first, their heads up to date. */
  async list(repository: string): Promise<PullRequest[]> {
    const pulls = this.#ofRepository(repository);
    await Promise.all(pulls.map(pull => this.#followHead(pull)));
    return [...pulls].reverse();
  }

  /** One pull request. @throws NotFoundError if there is none with that number. */
  async get(repository: string, number: number): Promise<PullRequest> {
    const pull = this.#ofRepository(repository).find(p => p.number === number);
    if (!pull) {
      throw new NotFoundError(`No pull request ${number} in '${repository}'`);
    }
    await this.#followHead(pull);
    return pull;
  }

  /** The open pull request of a head branch, if there is one. */
  async findOpenByHead(headRepository: string, headRef: string) {
    const all = [...this.#pulls.values()].flat();
    return all.find(
      pull =>
        pull.state === 'open' &&
        pull.headRef === headRef &&
        pull.headRepository === headRepository,
    );
  }

  /**
   * Opens a pull request.
   * @throws InputError if a branch is missing, has nothing to merge, or has a pull request already.
   */
  async create(options: NewPullRequest): Promise<PullRequest> {
    const base = this.#host.repository(options.repository);
    const repository = fullName(base.info);
    const head = this.#headOf(base, options.head);
    const headSha = await head.repository.git.findCommit(head.ref);
    const baseSha = await base.git.findCommit(options.base);
    if (!headSha || !baseSha) {
      const field = headSha ? 'base' : 'head';
      throw new InputError(
        `The branch '${options[field]}' of '${field}' does not exist`,
      );
    }
    if (!options.title.trim()) {
      throw new InputError(`'title' must not be empty`);
    }
    const headRepository = fullName(head.repository.info);
    if (await this.findOpenByHead(headRepository, head.ref)) {
      throw new InputError(
        `A pull request already exists for ${head.repository.info.owner}:${head.ref}.`,
      );
    }
    if (headSha === baseSha) {
      throw new InputError(
        `No commits between ${options.base} and ${head.ref}`,
      );
    }
    const now = this.#now().toISOString();
    const pulls = this.#ofRepository(repository);
    const pull: PullRequest = {
      id: this.#nextId(),
      number: pulls.length + 1,
      repository,
      headRepository,
      headRef: head.ref,
      baseRef: options.base,
      baseSha,
      headSha,
      title: options.title,
      body: options.body,
      author: options.author,
      isDraft: options.isDraft ?? false,
      state: 'open',
      createdAt: now,
      updatedAt: now,
      labels: [],
      assignees: [],
      requestedReviewers: [],
      requestedTeams: [],
      comments: [],
    };
    pulls.push(pull);
    this.#pulls.set(repository, pulls);
    await this.#storeHead(pull);
    return pull;
  }

  /** Changes what an author may change, and closes or opens again. */
  async update(
    pull: PullRequest,
    changes: Partial<Pick<PullRequest, 'title' | 'body' | 'baseRef' | 'state'>>,
  ): Promise<void> {
    if (changes.state && changes.state !== pull.state && pull.mergedAt) {
      throw new InputError(`Pull request ${pull.number} is already merged`);
    }
    const now = this.#now().toISOString();
    if (changes.state && changes.state !== pull.state) {
      pull.state = changes.state;
      pull.closedAt = changes.state === 'closed' ? now : undefined;
    }
    pull.title = changes.title ?? pull.title;
    pull.body = changes.body ?? pull.body;
    pull.baseRef = changes.baseRef ?? pull.baseRef;
    pull.updatedAt = now;
  }

  /** Adds a remark and returns it. */
  comment(pull: PullRequest, author: string, body: string) {
    const createdAt = this.#now().toISOString();
    const comment = { id: this.#nextId(), author, body, createdAt };
    pull.comments.push(comment);
    pull.updatedAt = createdAt;
    return comment;
  }

  /**
   * Merges into the base branch and returns the new commit.
   *
   * @param expectedHead - refuse if the head branch has moved away from this commit
   * @throws ConflictError if it cannot be merged, is closed, or the head moved.
   */
  async merge(
    pull: PullRequest,
    options: {
      mergedBy: string;
      method?: MergeMethod;
      expectedHead?: string;
      message?: string;
    },
  ): Promise<string> {
    requireMergeable(pull, options.expectedHead);
    const repository = this.#host.repository(pull.repository);
    const { git, info } = repository;
    const { mergedBy, method, message } = options;
    const baseSha = await git.resolveCommit(pull.baseRef);
    const now = this.#now().toISOString();
    const isSquash = method === 'squash';
    const commit = await writeMergeCommit(git, pull, {
      baseSha,
      mergedBy,
      isSquash,
      message,
      date: now,
    });
    const mover = { actor: mergedBy, isMerge: true };
    await this.#host.activities.during(repository, mover, () =>
      git.updateRef(`refs/heads/${pull.baseRef}`, commit, baseSha),
    );
    Object.assign(pull, {
      state: 'closed',
      baseSha,
      closedAt: now,
      mergedAt: now,
      updatedAt: now,
      mergedBy,
      mergeCommitSha: commit,
    } satisfies Partial<PullRequest>);
    if (pull.baseRef === info.defaultBranch) {
      this.#host.announce({
        repository: pull.repository,
        commit,
        pullRequest: pull.number,
      });
    }
    return commit;
  }

  /** Whether the branches merge without conflict; undefined once closed. */
  async isMergeable(pull: PullRequest): Promise<boolean | undefined> {
    if (pull.state === 'closed') {
      return undefined;
    }
    const { git } = this.#host.repository(pull.repository);
    const base = await git.findCommit(pull.baseRef);
    return Boolean(base && (await mergeTrees(git, base, pull.headSha)));
  }

  /** The files that a pull request changes, compared with where it left the base. */
  async files(pull: PullRequest): Promise<FileDiff[]> {
    const { git } = this.#host.repository(pull.repository);
    const base = await findMergeBase(
      git,
      await this.#baseOf(pull),
      pull.headSha,
    );
    return diffCommits(git, base, pull.headSha);
  }

  /** The commits that a pull request brings, oldest first. */
  async commits(pull: PullRequest): Promise<Commit[]> {
    const { git } = this.#host.repository(pull.repository);
    const not = await this.#baseOf(pull);
    return (
      await git.log(pull.headSha, { not, limit: MOST_COMMITS })
    ).reverse();
  }

  #ofRepository(name: string): PullRequest[] {
    return this.#pulls.get(fullName(this.#host.repository(name).info)) ?? [];
  }

  // After the merge the base branch contains the head, so the comparison stays with the base before it.
  async #baseOf(pull: PullRequest): Promise<string> {
    const { git } = this.#host.repository(pull.repository);
    return pull.mergedAt ? pull.baseSha : git.resolveCommit(pull.baseRef);
  }

  #headOf(base: HostedRepository, head: string) {
    const [ref, owner] = head.split(':').reverse();
    if (owner === undefined || owner === base.info.owner) {
      return { ref, repository: base };
    }
    return {
      ref,
      repository: this.#host.repository(`${owner}/${base.info.name}`),
    };
  }

  async #followHead(pull: PullRequest) {
    const head = this.#host.findRepository(pull.headRepository);
    const sha = await head?.git.findCommit(pull.headRef);
    if (pull.state === 'open' && sha && sha !== pull.headSha) {
      pull.headSha = sha;
      pull.updatedAt = this.#now().toISOString();
      await this.#storeHead(pull);
    }
  }

  // Keeps the head's commits in the receiving repository, also after its branch or its fork is gone.
  async #storeHead(pull: PullRequest) {
    const { git } = this.#host.repository(pull.repository);
    const head = this.#host.repository(pull.headRepository);
    const target = `refs/pull/${pull.number}/head`;
    if (head.git.path === git.path) {
      await git.updateRef(target, pull.headSha);
    } else {
      await git.fetchFrom(head.git, `refs/heads/${pull.headRef}`, target);
    }
  }
}
