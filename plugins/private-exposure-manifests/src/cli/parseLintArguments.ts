import { parseArgs } from 'node:util';
import { didYouMean } from '../linter/didYouMean';
import { formats } from './formats';
import { UsageError } from './UsageError';

/** How severe a finding has to be to fail a check. @internal */
export type FailOn = 'error' | 'warning' | 'info' | 'never';

const FAIL_ON: readonly string[] = ['error', 'warning', 'info', 'never'];

function isFailOn(text: string): text is FailOn {
  return FAIL_ON.includes(text);
}

/** What `private-exposure lint` was asked for. @internal */
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

/** @throws {@link UsageError} naming the option. @internal */
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

const OPTIONS = {
  profile: { type: 'string' },
  cluster: { type: 'string' },
  base: { type: 'string' },
  fix: { type: 'boolean' },
  format: { type: 'string' },
  config: { type: 'string' },
  'fail-on': { type: 'string' },
  'stdin-path': { type: 'string' },
} as const;

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: OPTIONS,
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // Node.js goes on to explain how a path that starts with a dash is written.
    const unknown = /^Unknown option '(-[^']*)'/.exec(message)?.[1];
    throw new UsageError(unknown ? refuseOption(unknown) : message);
  }
}

function refuseOption(option: string): string {
  const near = didYouMean(
    option,
    Object.keys(OPTIONS).map(name => `--${name}`),
  );
  return `lint has no option '${option}'${
    near ? `; did you mean '${near}'?` : ''
  }`;
}
