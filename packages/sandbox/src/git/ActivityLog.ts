import type { HostedRepository } from './GitHost';
import type { GitRepository } from './GitRepository';
import { isAncestor } from './mergeCommits';

/** Stands for the commit before a branch was there, and after it went. @internal */
export const NO_COMMIT = '0'.repeat(40);

/**
 * What can happen to a branch of this host, in GitHub's words
 * (https://docs.github.com/en/rest/repos/repos#list-repository-activities).
 * @internal
 */
export const activityTypes = [
  'push',
  'force_push',
  'branch_creation',
  'branch_deletion',
  'pr_merge',
] as const;

/**
 * A branch that somebody moved.
 * @internal
 */
export interface Activity {
  id: number;
  /** Like `refs/heads/main`. */
  ref: string;
  before: string;
  after: string;
  /** ISO 8601 time. */
  timestamp: string;
  type: (typeof activityTypes)[number];
  /** The login of whoever did it, whoever the commits say wrote them; absent where no account did. */
  actor?: string;
}

/**
 * Who moves branches.
 * @internal
 */
export interface Mover {
  /** Absent for what the world began with. */
  actor?: string;
  /** Whether the pull request's merge does it. */
  isMerge?: boolean;
}

/**
 * Who moved which branch when. Git itself forgets that: its commits name whom the pusher wants.
 * @internal
 */
export class ActivityLog {
  readonly #now: () => Date;
  readonly #nextId: () => number;
  readonly #activities = new Map<string, Activity[]>();
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(options: { now: () => Date; nextId: () => number }) {
    this.#now = options.now;
    this.#nextId = options.nextId;
  }

  /** A repository's activities, newest first. */
  list({ git }: HostedRepository): Activity[] {
    return [...(this.#activities.get(git.path) ?? [])].reverse();
  }

  /**
   * Does what moves branches and keeps which it moved, also when it fails half-way. One at a time for each repository:
   * two at once could be taken for each other.
   */
  during<T>(
    { git }: HostedRepository,
    mover: Mover,
    move: () => Promise<T>,
  ): Promise<T> {
    const turn = (this.#turns.get(git.path) ?? Promise.resolve()).then(() =>
      this.#watch(git, mover, move),
    );
    // Whoever is next waits for the end, however it comes; the error is the caller's.
    this.#turns.set(
      git.path,
      turn.then(
        () => undefined,
        () => undefined,
      ),
    );
    return turn;
  }

  async #watch<T>(
    git: GitRepository,
    mover: Mover,
    move: () => Promise<T>,
  ): Promise<T> {
    const before = await commitsByRef(git);
    try {
      return await move();
    } finally {
      await this.#record(git, mover, before);
    }
  }

  async #record(
    git: GitRepository,
    mover: Mover,
    commitsBefore: Map<string, string>,
  ) {
    const commitsAfter = await commitsByRef(git);
    const refs = new Set([...commitsBefore.keys(), ...commitsAfter.keys()]);
    const known = this.#activities.get(git.path) ?? [];
    this.#activities.set(git.path, known);
    for (const ref of refs) {
      const before = commitsBefore.get(ref) ?? NO_COMMIT;
      const after = commitsAfter.get(ref) ?? NO_COMMIT;
      if (before !== after) {
        known.push({
          id: this.#nextId(),
          ref,
          before,
          after,
          timestamp: this.#now().toISOString(),
          type: await typeOf(git, { before, after, mover }),
          actor: mover.actor,
        });
      }
    }
  }
}

async function commitsByRef(git: GitRepository): Promise<Map<string, string>> {
  const refs = await git.listRefs('refs/heads/');
  return new Map(refs.map(({ ref, sha }) => [ref, sha]));
}

async function typeOf(
  git: GitRepository,
  {
    before,
    after,
    mover,
  }: Pick<Activity, 'before' | 'after'> & { mover: Mover },
): Promise<Activity['type']> {
  if (before === NO_COMMIT) return 'branch_creation';
  if (after === NO_COMMIT) return 'branch_deletion';
  if (mover.isMerge) return 'pr_merge';
  return (await isAncestor(git, before, after)) ? 'push' : 'force_push';
}
