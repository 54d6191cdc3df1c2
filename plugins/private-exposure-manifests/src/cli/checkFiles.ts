import { Finding, Linter, LintInput } from '../linter';
import { FindingJudge } from './config/FindingJudge';
import { FindCluster } from './config/readClusters';
import {
  CheckedFile,
  readInput,
  UnreadableFileError,
} from './files/CheckedFile';

// Characters of text that are kept from the first look at the files for the second; the rest is read again.
const MAX_KEPT = 12 * 1024 * 1024;

/** Reads files for a first and a second look, and keeps what fits, so that memory does not grow with their number. */
class TwoLooks {
  private readonly kept = new Map<CheckedFile, LintInput>();
  private left = MAX_KEPT;

  first(file: CheckedFile): LintInput | UnreadableFileError {
    const input = readInput(file);
    if (input instanceof UnreadableFileError) return input;
    this.left -= input.content.length;
    if (this.left >= 0) this.kept.set(file, input);
    return input;
  }

  second(file: CheckedFile): LintInput | UnreadableFileError {
    return this.kept.get(file) ?? readInput(file);
  }
}

function unreadable(
  { path }: CheckedFile,
  { message }: UnreadableFileError,
): Finding {
  return {
    ruleId: 'unreadable',
    severity: 'error',
    message: `This can't be read: ${message}`,
    remedy: 'Make it readable, or leave it out.',
    evidence: [],
    path,
    line: 1,
    column: 1,
  };
}

/**
 * Checks files and hands the judge what is found. What files of one cluster say of each other counts for the others.
 *
 * @internal
 */
export function checkFiles(
  files: readonly CheckedFile[],
  base: readonly LintInput[] | undefined,
  options: {
    clusterOf: FindCluster;
    judge: FindingJudge;
    domains: readonly string[];
  },
): void {
  const { clusterOf, judge, domains } = options;
  const linters = new Map<unknown, Linter>();
  const linterOf = (path: string) => {
    const clusterProfile = clusterOf(path);
    const known = linters.get(clusterProfile);
    if (known) return known;
    const linter = new Linter({
      clusterProfile,
      domains,
      base: base?.filter(file => clusterOf(file.path) === clusterProfile),
    });
    linters.set(clusterProfile, linter);
    return linter;
  };
  // A cluster whose files are all deleted has something to say too.
  for (const { path } of base ?? []) linterOf(path);
  const looks = new TwoLooks();
  for (const file of files) {
    const input = looks.first(file);
    // That it can't be read is said below.
    if (!(input instanceof UnreadableFileError))
      linterOf(file.path).learn(input);
  }
  for (const file of files) {
    const input = looks.second(file);
    judge.takeFile(
      file.path,
      input instanceof UnreadableFileError
        ? [unreadable(file, input)]
        : linterOf(file.path).check(input),
    );
  }
  for (const linter of linters.values()) {
    for (const finding of linter.checkRemoved())
      judge.takeFile(finding.path, [finding]);
  }
}
