import { dirname, join } from 'node:path';
import { Finding, LintInput, Severity } from '../linter';
import { checkFiles } from './checkFiles';
import { FindingJudge } from './config/FindingJudge';
import { FindCluster, readClusters } from './config/readClusters';
import { LintConfig, readConfig } from './config/readConfig';
import { fileInMemory } from './files/CheckedFile';
import { EXTENSIONS, findFiles } from './files/findFiles';
import { fixFiles, UnwrittenFile } from './fixFiles';
import { formats } from './formats';
import { printable } from './formats/printable';
import { readBase } from './git/readBase';
import {
  FailOn,
  LintArguments,
  parseLintArguments,
} from './parseLintArguments';
import { Terminal } from './Terminal';
import { UsageError } from './UsageError';

const RANK: Record<Severity, number> = { error: 3, warning: 2, info: 1 };

function fails(findings: readonly Finding[], failOn: FailOn): boolean {
  return (
    failOn !== 'never' &&
    findings.some(({ severity }) => RANK[severity] >= RANK[failOn])
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
  if (file !== undefined)
    return readClusters(file, { cwd, only: args.cluster });
  if (args.cluster === undefined) return () => undefined;
  throw new UsageError('--cluster needs the file of clusters, in --profile');
}

const isStdin = (path: string) => path === '-';

function readBaseOf(
  args: LintArguments,
  cwd: string,
): Promise<LintInput[]> | undefined {
  if (args.base === undefined) return undefined;
  return readBase(args.base, {
    paths: args.paths.filter(path => !isStdin(path)),
    single: args.paths.some(isStdin) ? args.stdinPath : undefined,
    cwd,
  });
}

async function collectFiles(
  args: LintArguments,
  base: readonly LintInput[] | undefined,
  terminal: Terminal,
) {
  const wasThere = (path: string) =>
    base?.some(({ path: old }) => old === path || old.startsWith(`${path}/`)) ??
    false;
  const { files, emptyFolders } = await findFiles(
    args.paths.filter(path => !isStdin(path)),
    terminal.cwd,
    wasThere,
  );
  for (const folder of emptyFolders) {
    terminal.warn(
      `private-exposure: nothing to check in '${printable(
        folder,
      )}': no file ends in ${EXTENSIONS.join(', ')}\n`,
    );
  }
  if (!args.paths.some(isStdin)) return files;
  return [fileInMemory(args.stdinPath, await terminal.readStdin()), ...files];
}

function warnOfUnwritten(
  unwritten: readonly UnwrittenFile[],
  terminal: Terminal,
): void {
  for (const { path, why } of unwritten) {
    terminal.warn(
      `private-exposure: '${printable(path)}' can't be written: ${printable(
        why,
      )}\n`,
    );
  }
}

/**
 * Runs `private-exposure lint`.
 *
 * @returns The exit code: 1 where there is something to fail on, 2 where a fix could not be written.
 * @throws {@link UsageError} where the call can't be carried out.
 *
 * @internal
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
  const judge = new FindingJudge(config, terminal.now());
  const { domains } = config;
  const settings = { clusterOf, judge, domains };
  const base = await readBaseOf(args, cwd);
  const files = await collectFiles(args, base, terminal);
  const { fixed, unwritten } = args.fix
    ? fixFiles(files, { ...settings, cwd })
    : { fixed: [], unwritten: [] };
  warnOfUnwritten(unwritten, terminal);
  // What a fix has changed since differs from the base too.
  const compared = fixed.length ? await readBaseOf(args, cwd) : base;
  checkFiles(files, compared, settings);
  judge.takeConfig();
  const { findings, accepted } = judge;
  const report = { fileCount: files.length, findings, accepted, fixed };
  const format = formats.get(args.format);
  terminal.write(format?.(report, terminal.hasColours) ?? '');
  if (unwritten.length) return 2;
  return fails(findings, args.failOn ?? config.failOn ?? 'error') ? 1 : 0;
}
