import { ClusterProfile } from '../intents/clusterProfile';
import { lintManifests } from '../linter/lintManifests';
import { StepEdit } from './StepEdit';
import { BuildResult, GeneratedFile } from './types';

/** What one step of several leaves to write, and what the linter says of it. @internal */
export interface FinishedStep
  extends Pick<BuildResult, 'files' | 'deletedPaths' | 'findings'> {
  /** What was there of the files that change or go. */
  base: GeneratedFile[];
}

// The linter reads no Bicep.
const isRead = ({ path }: GeneratedFile) => !path.endsWith('.bicep');

/**
 * Sorts the edits of a step into files to write and files that go, and lints them beside what was there. What the step
 * does not change is left out.
 *
 * @param options.askedFor - Rules whose findings are what the step is for.
 * @internal
 */
export function finishStep(
  edits: readonly StepEdit[],
  options: {
    askedFor: readonly string[];
    clusterProfile?: ClusterProfile;
  },
): FinishedStep {
  const { askedFor, clusterProfile } = options;
  const changes = edits.filter(({ before, after }) => after !== before);
  const files = changes.flatMap(({ path, after }) =>
    after === undefined ? [] : [{ path, content: after }],
  );
  const base = changes.flatMap(({ path, before }) =>
    before === undefined ? [] : [{ path, content: before }],
  );
  const findings = lintManifests(files.filter(isRead), {
    base: base.filter(isRead),
    clusterProfile,
  });
  return {
    files,
    deletedPaths: changes
      .filter(({ after }) => after === undefined)
      .map(({ path }) => path),
    findings: findings.filter(({ ruleId }) => !askedFor.includes(ruleId)),
    base,
  };
}
