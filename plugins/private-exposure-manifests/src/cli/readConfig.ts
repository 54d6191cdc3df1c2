import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { load } from 'js-yaml';
import { z } from 'zod';
import { UsageError } from './UsageError';

/** Name of the config file that is read where it exists. */
export const CONFIG_FILE = '.private-exposure.yaml';

const exceptionSchema = z
  .object({
    /** Id of the rule. */
    rule: z.string().min(1),
    /** Pattern of the paths; every path without one. */
    path: z.string().min(1).optional(),
    /** Why it is right here. Stands in the report. */
    reason: z.string().trim().min(1, 'say why'),
    /** Last day on which it holds. */
    expires: z
      .string()
      .regex(
        /^\d{4}-\d{2}-\d{2}$/,
        "write a day such as '2027-01-31', in quotes",
      )
      .refine(day => !Number.isNaN(Date.parse(day)), 'there is no such day'),
  })
  .strict();

const configSchema = z
  .object({
    /** Severity by rule id; `off` silences a rule. */
    rules: z.record(z.enum(['off', 'info', 'warning', 'error'])).default({}),
    exceptions: z.array(exceptionSchema).default([]),
    /** The least severity that fails a check. */
    failOn: z.enum(['error', 'warning', 'info', 'never']).optional(),
    /** File of cluster profiles, relative to the config. */
    profile: z.string().min(1).optional(),
  })
  .strict();

/** What a repository says about its checks. */
export type LintConfig = z.output<typeof configSchema>;
/** A finding that somebody decided to live with, for a time. */
export type LintException = z.output<typeof exceptionSchema>;

/**
 * Reads the config of a repository.
 *
 * @param file - A config that has to exist; otherwise `.private-exposure.yaml` is read where it exists.
 * @throws {@link UsageError} naming the file and the field.
 */
export async function readConfig(
  file: string | undefined,
  cwd: string,
): Promise<LintConfig> {
  const path = file ?? CONFIG_FILE;
  const text = await readFile(resolve(cwd, path), 'utf8').catch(
    (error: NodeJS.ErrnoException) => {
      if (file === undefined && error.code === 'ENOENT') return '';
      throw new UsageError(`${path} can't be read: ${error.message}`);
    },
  );
  let value: unknown;
  try {
    value = load(text) ?? {};
  } catch (error) {
    throw new UsageError(
      `${path} is no YAML: ${
        error instanceof Error ? error.message.split('\n')[0] : error
      }`,
    );
  }
  const read = configSchema.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  throw new UsageError(
    `${path}: ${issue.path.join('.') || 'the file'}: ${issue.message}`,
  );
}
