import { LintInput } from '../linter/readFile';
import { Finding } from '../linter/types';
import { describeObjects } from './describeObjects';
import { PlanObjectsOptions } from './planObjects';
import { findingsSection } from './sections';

/**
 * Shows a reviewer what the objects of files become and what the linter said of the files, in Markdown.
 *
 * @public
 */
export function describeReview(
  files: readonly LintInput[],
  findings: readonly Finding[],
  options: PlanObjectsOptions = {},
): string {
  return `${describeObjects(files, options)}${findingsSection([...findings])}`;
}
