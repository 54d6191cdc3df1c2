import { applyEdits } from '../read/TextEdit';
import { LintInput, LintOptions, lintManifests } from './lintManifests';
import { Finding } from './types';

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
  options: LintOptions = {},
): FixedManifest {
  const fixed: Finding[] = [];
  let { content } = input;
  let findings = lintManifests([input], options);
  for (let round = 0; round < MAX_ROUNDS; round += 1) {
    const fixable = findings.filter(({ fix }) => fix !== undefined);
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
