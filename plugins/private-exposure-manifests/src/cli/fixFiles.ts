import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Finding, fixManifest } from '../linter';
import { FindingJudge } from './config/FindingJudge';
import { FindCluster } from './config/readClusters';
import {
  CheckedFile,
  readInput,
  systemMessage,
  UnreadableFileError,
} from './files/CheckedFile';
import { UsageError } from './UsageError';

function write({ path, isRegular }: CheckedFile, text: string, cwd: string) {
  try {
    if (!isRegular) throw new Error('it is no file');
    writeFileSync(resolve(cwd, path), text);
  } catch (error) {
    throw new UsageError(`${path} can't be written: ${systemMessage(error)}`);
  }
}

/**
 * Puts right what has only one right form, in the files themselves, as far as the config lets it count.
 *
 * @returns What was put right.
 * @throws {@link UsageError} where a file can't be written; those before it are.
 *
 * @internal
 */
export function fixFiles(
  files: readonly CheckedFile[],
  options: {
    clusterOf: FindCluster;
    judge: FindingJudge;
    domains: readonly string[];
    cwd: string;
  },
): Finding[] {
  const { clusterOf, judge, domains, cwd } = options;
  return files.flatMap(file => {
    const input = readInput(file);
    // That it can't be read is said when it is checked.
    if (input instanceof UnreadableFileError) return [];
    const { content, fixed } = fixManifest(input, {
      clusterProfile: clusterOf(file.path),
      domains,
      accepts: finding => judge.counts(finding),
    });
    if (content !== input.content) write(file, content, cwd);
    return structuredClone(fixed);
  });
}
