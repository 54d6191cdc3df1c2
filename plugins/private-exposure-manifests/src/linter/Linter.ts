import { LintInput } from './readFile';
import { RuleBook } from './RuleBook';
import { LintOptions, RuleLinter } from './RuleLinter';
import { rules } from './rules';
import { Finding } from './types';

const everyRule = new RuleBook(rules);

/**
 * Checks the files of one cluster one by one, so that no more than one has to be in memory. All files are to be learned
 * before the first is checked.
 *
 * @public
 */
export class Linter {
  private readonly linter: RuleLinter;

  constructor(options: LintOptions = {}) {
    this.linter = new RuleLinter(everyRule, options);
  }

  /** Takes in what a file says about others: members of a group of Ingresses, regions that are let in. */
  learn(input: LintInput): void {
    this.linter.learn(input);
  }

  /**
   * Checks a file. Never throws for what stands in it: text that can't be read is a finding with its line and column,
   * and the other documents are still checked.
   *
   * @returns Findings in the order of the lines.
   */
  check(input: LintInput): Finding[] {
    return this.linter.check(input);
  }

  /**
   * Says what comes of all that is no longer there. To be called once, after all files were learned.
   *
   * @returns Findings at the paths that the files had.
   */
  checkRemoved(): Finding[] {
    return this.linter.checkRemoved();
  }
}
