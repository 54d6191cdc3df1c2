import { GitRepository } from './GitRepository';
import { requireWritablePaths } from './requireWritablePaths';
import { Signature } from './types';

/**
 * What {@link importCommit} needs.
 * @internal
 */
export interface ImportedCommit {
  branch: string;
  /** The branch's commit, undefined for its first one. */
  parent: string | undefined;
  message: string;
  author: Signature;
  /** Text by path; `null` removes the path. */
  files: Record<string, string | null>;
}

/**
 * Commits text files to a branch and returns the commit. One git process does all of it, so that a
 * world with many repositories is there at once.
 *
 * @throws InputError for a path that a tree cannot hold.
 * @internal
 */
export async function importCommit(
  repository: GitRepository,
  commit: ImportedCommit,
): Promise<string> {
  const changes = Object.entries(commit.files);
  requireWritablePaths(changes.map(([path]) => ({ path })));
  const ref = `refs/heads/${commit.branch}`;
  const input = [
    `commit ${ref}\nmark :1\n`,
    `author ${signatureLine(commit.author)}\n`,
    `committer ${signatureLine(commit.author)}\n`,
    data(commit.message),
    ...(commit.parent ? [`from ${commit.parent}\n`] : []),
    ...changes.map(([path, text]) =>
      text === null
        ? `D ${quote(path)}\n`
        : `M 100644 inline ${quote(path)}\n${data(text)}`,
    ),
    'get-mark :1\n',
    'done\n',
  ];
  // Without `force` git refuses to move the branch from anything but the parent.
  const args = ['fast-import', '--quiet', '--done', '--cat-blob-fd=1'];
  const output = await repository.run(args, { input: input.join('') });
  return output.toString().trim();
}

function signatureLine({ name, email, date }: Signature): string {
  const seconds = Math.floor(Date.parse(date) / 1000);
  const plain = (text: string) => text.replace(/[<>\n\r]/g, '');
  return `${plain(name)} <${plain(email)}> ${seconds} +0000`;
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`;
}

function quote(path: string): string {
  const escaped = path.replace(/["\\]/g, '\\$&').replace(/\n/g, '\\n');
  return `"${escaped}"`;
}
