import { parseArgs } from 'node:util';
import { formats } from './formats';
import { UsageError } from './UsageError';

/** How severe a finding has to be to fail a check. */
export type FailOn = 'error' | 'warning' | 'info' | 'never';

const FAIL_ON: readonly string[] = ['error', 'warning', 'info', 'never'];

function isFailOn(text: string): text is FailOn {
  return FAIL_ON.includes(text);
}

/** What `private-exposure lint` was asked for. */
export interface LintArguments {
  paths: string[];
  profile?: string;
  cluster?: string;
  base?: string;
  fix: boolean;
  format: string;
  config?: string;
  failOn?: FailOn;
  stdinPath: string;
}

/** @throws {@link UsageError} naming the option. */
export function parseLintArguments(args: readonly string[]): LintArguments {
  const { values, positionals } = parse(args);
  const { format = 'text', 'fail-on': failOn, fix = false } = values;
  if (!formats.has(format)) {
    throw new UsageError(
      `--format ${format}: choose ${[...formats.keys()].join(', ')}`,
    );
  }
  if (failOn !== undefined && !isFailOn(failOn)) {
    throw new UsageError(`--fail-on ${failOn}: choose ${FAIL_ON.join(', ')}`);
  }
  if (fix && positionals.includes('-')) {
    throw new UsageError('--fix needs files: standard input can’t be changed');
  }
  return {
    paths: positionals,
    profile: values.profile,
    cluster: values.cluster,
    base: values.base,
    fix,
    format,
    config: values.config,
    failOn,
    stdinPath: values['stdin-path'] ?? 'stdin.yaml',
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        profile: { type: 'string' },
        cluster: { type: 'string' },
        base: { type: 'string' },
        fix: { type: 'boolean' },
        format: { type: 'string' },
        config: { type: 'string' },
        'fail-on': { type: 'string' },
        'stdin-path': { type: 'string' },
      },
    });
  } catch (error) {
    throw new UsageError(
      error instanceof Error ? error.message : String(error),
    );
  }
}
