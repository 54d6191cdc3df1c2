import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { fixManifest, LintInput, lintManifests, Severity } from '../linter';
import { applyConfig } from './applyConfig';
import { findFiles } from './findFiles';
import { formats } from './formats';
import {
  FailOn,
  LintArguments,
  parseLintArguments,
} from './parseLintArguments';
import { readBase } from './readBase';
import { FindCluster, readClusters } from './readClusters';
import { LintConfig, readConfig } from './readConfig';
import { Report } from './Report';
import { Terminal } from './Terminal';
import { UsageError } from './UsageError';

const RANK: Record<Severity, number> = { error: 3, warning: 2, info: 1 };

function fails(report: Report, failOn: FailOn): boolean {
  return (
    failOn !== 'never' &&
    report.findings.some(({ severity }) => RANK[severity] >= RANK[failOn])
  );
}

async function findCluster(
  args: LintArguments,
  config: LintConfig,
  cwd: string,
): Promise<FindCluster> {
  const file =
    args.profile ??
    (config.profile && join(dirname(args.config ?? ''), config.profile));
  return file === undefined
    ? () => undefined
    : readClusters(file, { cwd, only: args.cluster });
}

async function readInput(
  args: LintArguments,
  terminal: Terminal,
): Promise<LintInput[]> {
  const named = args.paths.filter(path => path !== '-');
  const inputs: LintInput[] = [];
  if (named.length < args.paths.length) {
    inputs.push({ path: args.stdinPath, content: await terminal.readStdin() });
  }
  for (const path of await findFiles(named, terminal.cwd)) {
    const content = await readFile(resolve(terminal.cwd, path), 'utf8');
    inputs.push({ path, content });
  }
  return inputs;
}

/** Writes the certain fixes into the files. */
async function fixFiles(
  inputs: readonly LintInput[],
  clusterOf: FindCluster,
  cwd: string,
) {
  const results = await Promise.all(
    inputs.map(async input => {
      const clusterProfile = clusterOf(input.path);
      const { content, fixed } = fixManifest(input, { clusterProfile });
      if (content !== input.content)
        await writeFile(resolve(cwd, input.path), content);
      return { input: { ...input, content }, fixed };
    }),
  );
  return {
    inputs: results.map(({ input }) => input),
    fixed: results.flatMap(({ fixed }) => fixed),
  };
}

/** Files of one cluster are judged together: what one says of a group or a region counts for the others. */
function lintByCluster(
  inputs: readonly LintInput[],
  base: readonly LintInput[] | undefined,
  clusterOf: FindCluster,
) {
  const profiles = new Set(inputs.map(({ path }) => clusterOf(path)));
  const ofCluster = (files: readonly LintInput[], profile: unknown) =>
    files.filter(({ path }) => clusterOf(path) === profile);
  return [...profiles].flatMap(clusterProfile =>
    lintManifests(ofCluster(inputs, clusterProfile), {
      clusterProfile,
      base: base && ofCluster(base, clusterProfile),
    }),
  );
}

/**
 * Runs `private-exposure lint`.
 *
 * @returns The exit code: 1 where there is something to fail on.
 * @throws {@link UsageError} where the call can't be carried out.
 */
export async function lintCommand(
  argv: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const args = parseLintArguments(argv);
  if (args.paths.length === 0) {
    throw new UsageError(
      "name the files or folders to check, or '-' for standard input",
    );
  }
  const { cwd } = terminal;
  const config = await readConfig(args.config, cwd);
  const clusterOf = await findCluster(args, config, cwd);
  const read = await readInput(args, terminal);
  const { inputs, fixed } = args.fix
    ? await fixFiles(read, clusterOf, cwd)
    : { inputs: read, fixed: [] };
  const base =
    args.base === undefined
      ? undefined
      : await readBase(args.base, args.paths, cwd);
  const found = lintByCluster(inputs, base, clusterOf);
  const report: Report = {
    fileCount: inputs.length,
    ...applyConfig(found, config, terminal.now()),
    fixed,
  };
  const format = formats.get(args.format);
  terminal.write(format?.(report, terminal.hasColours) ?? '');
  return fails(report, args.failOn ?? config.failOn ?? 'error') ? 1 : 0;
}
