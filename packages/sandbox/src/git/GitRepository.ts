import { randomUUID } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { ConflictError, InputError, NotFoundError } from '@backstage/errors';
import { parseCommits, COMMIT_FORMAT } from './parseCommits';
import { parseBatch } from './parseBatch';
import { parseTree } from './parseTree';
import { requireWritablePaths } from './requireWritablePaths';
import { GitCommandError, runGit } from './runGit';
import { Commit, Signature, TreeChange, TreeEntry } from './types';

const SHA = /^[0-9a-f]{40}$/;
const NO_OBJECT = '0'.repeat(40);

/**
 * What {@link GitRepository.writeCommit} needs.
 * @internal
 */
export interface NewCommit {
  tree: string;
  parents: string[];
  message: string;
  author: Signature;
  committer?: Signature;
}

/**
 * A bare repository on disk, through git's own plumbing commands.
 * @internal
 */
export class GitRepository {
  private constructor(readonly path: string) {}

  /** Creates an empty bare repository whose default branch is `defaultBranch`. */
  static async create(path: string, defaultBranch: string) {
    await runGit(
      ['init', '--quiet', '--bare', `--initial-branch=${defaultBranch}`, path],
      { cwd: '/' },
    );
    return new GitRepository(path);
  }

  /** Copies `source` with all its branches. */
  static async fork(source: GitRepository, path: string) {
    await runGit(['clone', '--quiet', '--bare', source.path, path], {
      cwd: '/',
    });
    return new GitRepository(path);
  }

  /** The commit that a branch, tag or commit id stands for, if there is one. */
  async findCommit(ref: string): Promise<string | undefined> {
    if (ref.startsWith('-')) return undefined;
    // A branch comes before a tag or a commit id of the same name.
    return (
      (await this.#revParse(`refs/heads/${ref}^{commit}`)) ??
      (await this.#revParse(`${ref}^{commit}`))
    );
  }

  /**
   * Like {@link GitRepository.findCommit}.
   * @throws NotFoundError if there is no such commit.
   */
  async resolveCommit(ref: string): Promise<string> {
    const sha = await this.findCommit(ref);
    if (sha) return sha;
    throw new NotFoundError(`No commit found for the ref ${ref}`);
  }

  /** All branches and the commits they point at, by name. */
  async listBranches(): Promise<{ name: string; sha: string }[]> {
    const refs = await this.listRefs('refs/heads/');
    return refs.map(({ ref, sha }) => ({
      name: ref.slice('refs/heads/'.length),
      sha,
    }));
  }

  /** All refs below `prefix`. */
  async listRefs(prefix: string): Promise<{ ref: string; sha: string }[]> {
    const output = await this.run([
      'for-each-ref',
      '--format=%(objectname) %(refname)',
      'refs/',
    ]);
    return output
      .toString()
      .split('\n')
      .filter(Boolean)
      .map(line => ({ sha: line.slice(0, 40), ref: line.slice(41) }))
      .filter(({ ref }) => ref.startsWith(prefix));
  }

  /** Commits from `ref` backwards, newest first. */
  async log(
    ref: string,
    options: {
      path?: string;
      skip?: number;
      limit?: number;
      not?: string;
    } = {},
  ): Promise<Commit[]> {
    const output = await this.run([
      'log',
      `--format=${COMMIT_FORMAT}`,
      `--skip=${options.skip ?? 0}`,
      `--max-count=${options.limit ?? 30}`,
      await this.resolveCommit(ref),
      ...(options.not ? [`^${options.not}`] : []),
      '--',
      ...(options.path ? [`:(literal)${options.path}`] : []),
    ]);
    return parseCommits(output.toString());
  }

  /** One commit. @throws NotFoundError if there is no such commit. */
  async readCommit(ref: string): Promise<Commit> {
    const [commit] = await this.log(ref, { limit: 1 });
    return commit;
  }

  /** The entries of a tree, of a commit, or of a folder in one. */
  async listTree(
    treeish: string,
    options: { path?: string; recursive?: boolean } = {},
  ): Promise<TreeEntry[]> {
    // The path comes after the colon up to the end: nothing may follow it.
    const sha = await this.#revParse(
      options.path ? `${treeish}:${options.path}` : `${treeish}^{tree}`,
    );
    if (!sha) {
      throw new NotFoundError(`No folder '${options.path ?? treeish}'`);
    }
    const flags = options.recursive ? ['-r', '-t'] : [];
    return parseTree(await this.run(['ls-tree', '-z', '-l', ...flags, sha]));
  }

  /** The entry at a path of a commit, if there is one; `''` is the root folder. */
  async findEntry(commit: string, path: string) {
    if (path === '') {
      const sha = await this.#revParse(`${commit}^{tree}`);
      return sha ? { mode: '040000', type: 'tree', sha, path } : undefined;
    }
    const output = await this.run([
      'ls-tree',
      '-z',
      '-l',
      commit,
      '--',
      `:(literal)${path}`,
    ]);
    return parseTree(output).find(entry => entry.path === path);
  }

  /** The bytes of a blob. @throws NotFoundError if there is no such blob. */
  async readBlob(sha: string): Promise<Buffer> {
    if (!(await this.hasObject(sha))) {
      throw new NotFoundError(`No blob '${sha}'`);
    }
    return this.run(['cat-file', 'blob', sha]);
  }

  /** The bytes of blobs that are there, by id, read by one process. */
  async readBlobs(shas: string[]): Promise<Map<string, Buffer>> {
    const input = [...new Set(shas)].join('\n');
    return parseBatch(await this.run(['cat-file', '--batch'], { input }));
  }

  /** The text of a file at a ref, or undefined where there is no such file. */
  async readTextFile(ref: string, path: string): Promise<string | undefined> {
    const entry = await this.findEntry(await this.resolveCommit(ref), path);
    return entry?.type === 'blob'
      ? (await this.readBlob(entry.sha)).toString('utf8')
      : undefined;
  }

  /** Whether the object exists; anything but a full object id does not. */
  async hasObject(sha: string): Promise<boolean> {
    return SHA.test(sha) && Boolean(await this.#revParse(`${sha}^{object}`));
  }

  /** Stores bytes and returns the blob's id. */
  async writeBlob(content: Buffer): Promise<string> {
    const args = ['hash-object', '-w', '--stdin'];
    return (await this.run(args, { input: content })).toString().trim();
  }

  /**
   * Stores `base` (or an empty tree) with some paths changed; returns the tree's id.
   * @throws InputError if git could not check the tree out, for example for a path with `..`.
   */
  async writeTree(base: string | undefined, changes: TreeChange[]) {
    requireWritablePaths(changes);
    const from = base === undefined ? '--empty' : await this.#treeOf(base);
    const indexFile = join(this.path, `index-${randomUUID()}`);
    const env = { GIT_INDEX_FILE: indexFile };
    const lines = changes.map(change =>
      change.sha === null
        ? `0 ${NO_OBJECT}\t${change.path}\0`
        : `${change.mode} ${change.sha}\t${change.path}\0`,
    );
    try {
      await this.run(['read-tree', from], { env });
      const update = ['update-index', '-z', '--index-info'];
      await this.run(update, { env, input: lines.join('') });
      return (await this.run(['write-tree'], { env })).toString().trim();
    } catch (error) {
      throw new InputError(
        'The tree has a path or an object that git refuses',
        error,
      );
    } finally {
      await rm(indexFile, { force: true });
    }
  }

  /** Stores a commit and returns its id. @throws NotFoundError if its tree or a parent is not there. */
  async writeCommit(commit: NewCommit): Promise<string> {
    const committer = commit.committer ?? commit.author;
    const args = ['commit-tree', await this.#treeOf(commit.tree)];
    for (const parent of commit.parents) {
      args.push('-p', await this.resolveCommit(parent));
    }
    const output = await this.run(args, {
      input: commit.message,
      env: {
        GIT_AUTHOR_NAME: commit.author.name,
        GIT_AUTHOR_EMAIL: commit.author.email,
        GIT_AUTHOR_DATE: commit.author.date,
        GIT_COMMITTER_NAME: committer.name,
        GIT_COMMITTER_EMAIL: committer.email,
        GIT_COMMITTER_DATE: committer.date,
      },
    });
    return output.toString().trim();
  }

  /**
   * Moves a ref, or creates it, if it still stands where `expected` says (`null`: does not exist).
   * @throws ConflictError if it does not, InputError if the name is not a ref's.
   */
  async updateRef(ref: string, sha: string, expected?: string | null) {
    await this.run(['check-ref-format', ref]).catch(error => {
      throw new InputError(`'${ref}' is not a valid ref name`, error);
    });
    const old = expected === null ? NO_OBJECT : expected;
    try {
      await this.run(['update-ref', ref, sha, ...(old ? [old] : [])]);
    } catch (error) {
      throw new ConflictError(
        `The ref ${ref} could not be set to ${sha}`,
        error,
      );
    }
  }

  /** Deletes a ref. @throws NotFoundError if there is none. */
  async deleteRef(ref: string) {
    if (!(await this.#revParse(ref))) {
      throw new NotFoundError(`Reference '${ref}' does not exist`);
    }
    await this.run(['update-ref', '-d', ref]);
  }

  /** Copies the commits of another repository's ref into a ref of this one. */
  async fetchFrom(source: GitRepository, sourceRef: string, targetRef: string) {
    const refspec = `+${sourceRef}:${targetRef}`;
    await this.run(['fetch', '--quiet', '--no-tags', source.path, refspec]);
  }

  /** Runs any git command in this repository. */
  run(
    args: readonly string[],
    options: { input?: string | Buffer; env?: Record<string, string> } = {},
  ): Promise<Buffer> {
    return runGit(args, { cwd: this.path, ...options });
  }

  /** What comes from a request must reach git as an id, never as an option. */
  async #treeOf(treeish: string): Promise<string> {
    const sha = await this.#revParse(`${treeish}^{tree}`);
    if (sha) return sha;
    throw new NotFoundError(`No tree found for '${treeish}'`);
  }

  async #revParse(expression: string): Promise<string | undefined> {
    try {
      const args = ['rev-parse', '--quiet', '--verify', '--end-of-options'];
      return (await this.run([...args, expression])).toString().trim();
    } catch (error) {
      if (error instanceof GitCommandError) {
        return undefined;
      }
      throw error;
    }
  }
}
