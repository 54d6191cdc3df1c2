import { dirname, join } from 'node:path';
import { runForJson } from './runForJson.mjs';

// It has a bit for each of errors, warnings and notes.
const CODES = [0, 2, 4, 6, 8, 10, 12, 14];

/**
 * Holds CloudFormation templates against what CloudFormation accepts.
 *
 * @param paths - the templates, below `folder`
 * @returns findings, and how many templates it read
 */
export async function runCfnLint({ python, folder, paths }) {
  const matches = await runForJson(
    join(dirname(python), 'cfn-lint'),
    ['--format', 'json', '--', ...paths],
    { cwd: folder, codes: CODES },
  );
  return {
    findings: matches.map(({ Rule, Filename, Location, Message }) => ({
      checker: 'cfn-lint',
      check: Rule.Id,
      language: 'cloudformation',
      path: Filename,
      resource: (Location.Path ?? []).join('.'),
      message: Message,
    })),
    checked: { cloudformation: paths.length },
  };
}
