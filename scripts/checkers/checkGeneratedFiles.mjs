import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureGoProgram } from '../setup/go.mjs';
import { say } from '../setup/messages.mjs';
import { inRoot } from '../setup/paths.mjs';
import { ensurePythonPackages } from '../setup/python.mjs';
import { collectFiles } from './collectFiles.mjs';
import { compareWithExceptions } from './compareWithExceptions.mjs';
import { runCfnLint } from './runCfnLint.mjs';
import { runCheckov } from './runCheckov.mjs';
import { runTerraformFormat } from './runTerraformFormat.mjs';
import { runTrivy } from './runTrivy.mjs';

const EXCEPTIONS = 'scripts/checkers/exceptions.json';

/** Languages in which a checker has to have found something to check, so that reading nothing is not taken for passing. */
const EXPECTED = {
  checkov: ['terraform', 'cloudformation', 'bicep', 'kubernetes'],
  'cfn-lint': ['cloudformation'],
  trivy: ['terraform', 'cloudformation'],
  'terraform fmt': ['terraform'],
};

/**
 * Shows what the templates and builders write to Checkov, cfn-lint, Trivy's checks and the formatter of Terraform.
 *
 * @throws SetupError where a checker can't be had.
 * @throws Error with what they found and no exception explains, and with exceptions that explain nothing.
 */
export async function checkGeneratedFiles() {
  const python = await ensurePythonPackages({
    list: inRoot('scripts/checkers/requirements.txt'),
    purpose: 'Checkov and cfn-lint',
  });
  const program = await ensureGoProgram({
    source: inRoot('scripts/checkers/trivy'),
    purpose: "Trivy's checks",
    // Trivy imports a package that Go has by this name alone.
    environment: { GOEXPERIMENT: 'jsonv2' },
  });
  const formatter = await ensureGoProgram({
    source: inRoot('scripts/checkers/terraformFormat'),
    purpose: "Terraform's formatter",
  });
  const folder = mkdtempSync(join(tmpdir(), 'postern-checkers-'));
  try {
    const files = collectFiles();
    write(files, folder);
    say(`Checking ${files.length} generated files`);
    report(await runAll({ python, program, formatter, folder, files }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function write(files, folder) {
  for (const { path, content } of files) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
}

async function runAll({ python, program, formatter, folder, files }) {
  const paths = files
    .filter(({ language }) => language === 'cloudformation')
    .map(({ path }) => path);
  const runs = {
    checkov: () => runCheckov({ python, folder }),
    'cfn-lint': () => runCfnLint({ python, folder, paths }),
    trivy: () => runTrivy({ program, folder, files }),
    'terraform fmt': () =>
      runTerraformFormat({ program: formatter, folder, files }),
  };
  const findings = [];
  for (const [checker, run] of Object.entries(runs)) {
    const { findings: found, checked } = await run();
    for (const language of EXPECTED[checker]) {
      if (!checked[language])
        throw new Error(`${checker} found nothing to check in ${language}`);
    }
    const counts = Object.entries(checked).map(
      ([language, count]) => `${count} in ${language}`,
    );
    say(`${checker}: checks ${counts.join(', ')}; findings ${found.length}`);
    findings.push(...found);
  }
  return findings;
}

function report(findings) {
  const exceptions = JSON.parse(readFileSync(inRoot(EXCEPTIONS), 'utf8'));
  const { unexplained, unused } = compareWithExceptions(findings, exceptions);
  const lines = [
    ...unexplained.map(
      ({ checker, check, path, resource, message }) =>
        `${checker} ${check}  ${path}  ${resource}\n    ${message}`,
    ),
    ...unused.map(
      ({ checker, check, language }) =>
        `${EXCEPTIONS}: nothing is excepted by ${checker} ${check} in ${language} any more; remove it`,
    ),
  ];
  if (lines.length > 0) {
    throw new Error(
      `Outside checkers find what ${EXCEPTIONS} does not explain:\n${lines.join(
        '\n',
      )}`,
    );
  }
  say(`Nothing but the ${exceptions.length} exceptions with their reasons`);
}
