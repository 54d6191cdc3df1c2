import { Linter, LintOptions } from './Linter';
import { LintInput } from './readFile';
import { Finding } from './types';

/**
 * Checks manifests and infrastructure code. Never throws for what stands in the files: text that can't be read is a
 * finding with its line and column, and the other documents are still checked.
 *
 * @returns Findings in the order of the files and lines, then what comes of that which a change removes.
 * @public
 */
export function lintManifests(
  input: readonly LintInput[],
  options: LintOptions = {},
): Finding[] {
  const linter = new Linter(options);
  for (const file of input) linter.learn(file);
  return [
    ...input.flatMap(file => linter.check(file)),
    ...linter.checkRemoved(),
  ];
}
