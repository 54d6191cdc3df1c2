import { runForJson } from './runForJson.mjs';

/**
 * Compares Terraform files with what `terraform fmt` makes of them.
 *
 * @param files - with their `path` below `folder`, their `language` and their `content`
 * @returns a finding for each file that it would change, and how many files it read
 */
export async function runTerraformFormat({ program, folder, files }) {
  const ofTerraform = files.filter(({ language }) => language === 'terraform');
  const formatted = await runForJson(
    program,
    ofTerraform.map(({ path }) => path),
    { cwd: folder },
  );
  return {
    findings: ofTerraform
      .filter(({ path, content }) => formatted[path] !== content)
      .map(({ path, content }) => ({
        checker: 'terraform fmt',
        check: 'format',
        language: 'terraform',
        path,
        resource: `line ${firstDifference(content, formatted[path])}`,
        message: 'is written otherwise than `terraform fmt` writes it',
      })),
    checked: { terraform: ofTerraform.length },
  };
}

/** Number of the first line that differs. */
function firstDifference(text, other) {
  const lines = other.split('\n');
  return text.split('\n').findIndex((line, index) => line !== lines[index]) + 1;
}
