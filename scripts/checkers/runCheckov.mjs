import { runForJson } from './runForJson.mjs';

const FRAMEWORKS = ['terraform', 'cloudformation', 'bicep', 'kubernetes'];

/**
 * Holds files of any language against Checkov's rules, without those that it would have to ask a server for.
 *
 * @returns findings, and how many checks it made in each language
 */
export async function runCheckov({ python, folder }) {
  const printed = await runForJson(
    python,
    [
      ...['-m', 'checkov.main', '--directory', '.', '--output', 'json'],
      ...['--framework', ...FRAMEWORKS],
      ...['--compact', '--soft-fail', '--skip-download'],
    ],
    { cwd: folder },
  );
  // One language makes one report, several a list.
  const reports = [printed].flat();
  const findings = reports.flatMap(({ check_type: language, results }) => [
    ...results.failed_checks.map(failed => ({
      checker: 'checkov',
      check: failed.check_id,
      language,
      path: failed.file_path.replace(/^\//, ''),
      resource: failed.resource,
      message: failed.check_name,
    })),
    ...results.parsing_errors.map(path => ({
      checker: 'checkov',
      check: 'parsing-error',
      language,
      path,
      resource: '',
      message: 'It can’t be read',
    })),
  ]);
  const checked = reports.map(({ check_type: language, summary }) => [
    language,
    summary.passed + summary.failed,
  ]);
  return { findings, checked: Object.fromEntries(checked) };
}
