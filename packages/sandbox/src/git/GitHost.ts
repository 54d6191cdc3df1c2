import { join } from 'node:path';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { ActivityLog } from './ActivityLog';
import { GitRepository } from './GitRepository';
import { importCommit } from './importCommit';
import { PullRequests } from './PullRequests';
import { RepositoryInfo, Signature } from './types';

/**
 * A default branch that moved to another commit.
 * @internal
 */
export interface DefaultBranchChange {
  /** `owner/name`. */
  repository: string;
  commit: string;
  /** The merged pull request, if one moved the branch. */
  pullRequest?: number;
}

/**
 * A repository of the host: what is known about it, and its objects.
 * @internal
 */
export interface HostedRepository {
  info: RepositoryInfo;
  git: GitRepository;
}

/**
 * Options of {@link GitHost.create}.
 * @internal
 */
export interface GitHostOptions {
  /** An existing folder that the host may fill with repositories. */
  directory: string;
  /** The time of commits, merges and comments. */
  now: () => Date;
  /** Logins by API token. */
  tokens: Record<string, string>;
}

/**
 * What {@link GitHost.createRepository} needs.
 * @internal
 */
export interface NewRepository {
  owner: string;
  name: string;
  description?: string;
  defaultBranch?: string;
  /** Text by path; becomes the first commit. */
  files?: Record<string, string>;
  author?: Omit<Signature, 'date'>;
}

const NAME = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,99}$/;

/**
 * Repositories and pull requests of a Git host. The REST, GraphQL, git and web faces are all made
 * from this one object, so a pull request merged on the page is merged for the API as well.
 * @internal
 */
export class GitHost {
  readonly #options: GitHostOptions;
  readonly #repositories = new Map<string, HostedRepository>();
  readonly #listeners = new Set<(change: DefaultBranchChange) => void>();
  #lastId = 0;
  readonly pulls: PullRequests;
  readonly activities: ActivityLog;

  private constructor(options: GitHostOptions) {
    this.#options = options;
    this.activities = new ActivityLog({
      now: options.now,
      nextId: () => this.nextId(),
    });
    this.pulls = new PullRequests({
      host: this,
      now: options.now,
      nextId: () => this.nextId(),
    });
  }

  /** Creates a host without repositories. */
  static create(options: GitHostOptions) {
    return new GitHost(options);
  }

  /** The current time of the host. */
  now(): Date {
    return this.#options.now();
  }

  /** The next number for an object of the API; never used twice. */
  nextId(): number {
    this.#lastId += 1;
    return this.#lastId;
  }

  /** The login that a token belongs to. */
  loginOfToken(token: string): string | undefined {
    return Object.hasOwn(this.#options.tokens, token)
      ? this.#options.tokens[token]
      : undefined;
  }

  /** The login whose account has an address: each has one on this host. */
  loginOfEmail(email: string): string | undefined {
    return Object.values(this.#options.tokens).find(
      login => emailOf(login) === email.toLowerCase(),
    );
  }

  /** Calls `listener` whenever a default branch moves; returns how to stop that. */
  onDefaultBranchChange(listener: (change: DefaultBranchChange) => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Tells the listeners that a default branch has moved. */
  announce(change: DefaultBranchChange) {
    for (const listener of this.#listeners) {
      listener(change);
    }
  }

  /**
   * Creates a repository, with a first commit if files are given.
   * @throws InputError for a name that the host cannot serve, ConflictError if the name is taken.
   */
  async createRepository(options: NewRepository): Promise<HostedRepository> {
    const { owner, name, defaultBranch = 'main' } = options;
    const path = this.#pathFor(owner, name);
    const git = await GitRepository.create(path, defaultBranch);
    const repository = this.#register(git, {
      id: this.nextId(),
      owner,
      name,
      description: options.description ?? '',
      defaultBranch,
      createdAt: this.now().toISOString(),
    });
    if (options.files) {
      await this.commitFiles(`${owner}/${name}`, {
        files: options.files,
        message: 'Initial commit',
        author: options.author ?? {
          name: owner,
          email: emailOf(owner),
        },
      });
    }
    return repository;
  }

  /** Copies a repository under another owner, or returns the copy that is there already. */
  async fork(
    source: HostedRepository,
    owner: string,
  ): Promise<HostedRepository> {
    const { name } = source.info;
    const existing = this.findRepository(`${owner}/${name}`);
    if (existing) {
      return existing;
    }
    const path = this.#pathFor(owner, name);
    return this.#register(await GitRepository.fork(source.git, path), {
      ...source.info,
      id: this.nextId(),
      owner,
      createdAt: this.now().toISOString(),
      forkOf: fullName(source.info),
    });
  }

  /** Commits text files to the default branch (`null` removes a file) and returns the commit. */
  async commitFiles(
    repository: string,
    options: {
      files: Record<string, string | null>;
      message: string;
      author: Omit<Signature, 'date'>;
    },
  ): Promise<string> {
    const hosted = this.repository(repository);
    const { git, info } = hosted;
    const actor = this.loginOfEmail(options.author.email);
    const commit = await this.activities.during(hosted, { actor }, async () =>
      importCommit(git, {
        branch: info.defaultBranch,
        parent: await git.findCommit(info.defaultBranch),
        message: options.message,
        author: { ...options.author, date: this.now().toISOString() },
        files: options.files,
      }),
    );
    this.announce({ repository, commit });
    return commit;
  }

  /** Every repository, in the order they were made. */
  listRepositories(): HostedRepository[] {
    return [...this.#repositories.values()];
  }

  /** A repository by `owner/name`; like GitHub, in any letter case. */
  findRepository(name: string): HostedRepository | undefined {
    return this.#repositories.get(name.toLowerCase());
  }

  /**
   * Like {@link GitHost.findRepository}.
   * @throws NotFoundError if there is no such repository.
   */
  repository(name: string): HostedRepository {
    const repository = this.findRepository(name);
    if (!repository) {
      throw new NotFoundError(`No repository '${name}'`);
    }
    return repository;
  }

  #register(git: GitRepository, info: RepositoryInfo): HostedRepository {
    const repository = { git, info };
    this.#repositories.set(fullName(info).toLowerCase(), repository);
    return repository;
  }

  #pathFor(owner: string, name: string): string {
    if (!NAME.test(owner) || !NAME.test(name) || name.endsWith('.git')) {
      throw new InputError(`'${owner}/${name}' is not a valid repository name`);
    }
    if (this.findRepository(`${owner}/${name}`)) {
      throw new ConflictError(
        `The repository '${owner}/${name}' already exists`,
      );
    }
    return join(this.#options.directory, owner, `${name}.git`);
  }
}

/**
 * The address of a login's account.
 * @internal
 */
export function emailOf(login: string): string {
  return `${login}@acme.example`.toLowerCase();
}

/**
 * A repository's name with its owner's, as URLs have it.
 * @internal
 */
export function fullName(info: Pick<RepositoryInfo, 'owner' | 'name'>): string {
  return `${info.owner}/${info.name}`;
}
