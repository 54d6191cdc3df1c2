import { posix } from 'node:path';
import { runForJson } from './runForJson.mjs';

/** The languages that Trivy reads and we write, Kubernetes' manifests aside, which Checkov sees. */
const LANGUAGES = ['terraform', 'cloudformation'];

/**
 * Holds Terraform and CloudFormation files against Trivy's checks.
 *
 * @param files - with their `path` below `folder` and their `language`
 * @returns findings, and how many checks it made in each language
 */
export async function runTrivy({ program, folder, files }) {
  const findings = [];
  const checked = {};
  for (const language of LANGUAGES) {
    const ofLanguage = files.filter(file => file.language === language);
    const folders = new Set(ofLanguage.map(({ path }) => posix.dirname(path)));
    const reports = await runForJson(program, [language, ...folders], {
      cwd: folder,
    });
    checked[language] = 0;
    for (const [module, { passed, failures }] of Object.entries(reports)) {
      checked[language] += passed + failures.length;
      findings.push(
        ...failures.map(({ check, file, resource, message }) => ({
          checker: 'trivy',
          check,
          language,
          path: posix.join(module, file),
          resource,
          message,
        })),
      );
    }
  }
  return { findings, checked };
}
