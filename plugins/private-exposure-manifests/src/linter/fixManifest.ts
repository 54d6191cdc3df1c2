import { applyEdits } from '../read/TextEdit';
import { LintOptions } from './RuleLinter';
import { lintManifests } from './lintManifests';
import { LintInput } from './readFile';
import { Finding } from './types';

/** What may be put right, besides what the linter may know. @public */
export interface FixOptions extends LintOptions {
  /** Which findings to put right; all that can be by default. */
  accepts?: (finding: Finding) => boolean;
}

/** A file after its certain fixes. @public */
export interface FixedManifest {
  content: string;
  /** What was put right. */
  fixed: Finding[];
  /** What is left. */
  findings: Finding[];
}

// A fix may uncover another one; a third round has never been needed, and rules that fight would go on forever.
const MAX_ROUNDS = 5;

/**
 * Puts right what has only one right form: a mistyped key, a value without quotes. Everything else of the text stays as
 * it is, comments included. Fixing a fixed file changes nothing.
 *
 * @public
 */
export function fixManifest(
  input: LintInput,
  options: FixOptions = {},
): FixedManifest {
  const { accepts = () => true } = options;
  const fixed: Finding[] = [];
  let { content } = input;
  let findings = lintManifests([input], options);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const fixable = findings.filter(
      finding => finding.fix !== undefined && accepts(finding),
    );
    if (fixable.length === 0) break;
    fixed.push(...fixable);
    content = applyEdits(
      content,
      fixable.flatMap(({ fix }) => fix ?? []),
    );
    findings = lintManifests([{ ...input, content }], options);
  }
  return { content, fixed, findings };
}
