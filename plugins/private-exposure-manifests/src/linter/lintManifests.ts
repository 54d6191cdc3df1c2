import { LintInput } from './readFile';
import { RuleBook } from './RuleBook';
import { LintOptions, RuleLinter } from './RuleLinter';
import { rules } from './rules';
import { Finding } from './types';

const everyRule = new RuleBook(rules);

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
  return new RuleLinter(everyRule, options).checkAll(input);
}
