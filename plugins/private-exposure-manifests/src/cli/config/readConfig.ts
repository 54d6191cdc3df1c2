import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { didYouMean } from '../../linter/didYouMean';
import { isManifestMap, SourceDocument } from '../../read/SourceDocument';
import { readDocuments } from '../../read/readDocuments';
import { Place } from '../../read/SourceText';
import { domainSchema } from '../../values/domainName';
import { decodeText } from '../files/CheckedFile';
import { UsageError } from '../UsageError';

/** Name of the config file that is read where it exists. @internal */
export const CONFIG_FILE = '.private-exposure.yaml';

function isDay(text: string): boolean {
  const time = Date.parse(text);
  return (
    !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
  );
}

const exceptionSchema = z
  .object({
    /** Id of the rule. */
    rule: z.string().min(1),
    /** Pattern of the paths; every path without one. */
    path: z.string().min(1).optional(),
    /** Why it is right here. Stands in the report. */
    reason: z.string().trim().min(1, 'say why'),
    /** Last day on which it holds, in UTC. */
    expires: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/, "write a day such as '2027-01-31'")
      .refine(isDay, 'there is no such day'),
  })
  .strict();

// Bare `off` is false, as Kubernetes and we read YAML.
const severitySchema = z.preprocess(
  value => (value === false ? 'off' : value),
  z.enum(['off', 'info', 'warning', 'error']),
);

// A key with nothing behind it is null: what stood there is commented out.
const configSchema = z
  .object({
    /** Severity by rule id; `off` silences a rule. */
    rules: z.record(severitySchema).nullish(),
    exceptions: z.array(exceptionSchema).nullish(),
    /** The least severity that fails a check. */
    failOn: z.enum(['error', 'warning', 'info', 'never']).optional(),
    /** File of cluster profiles, relative to the config. */
    profile: z.string().min(1).optional(),
    /** Domains in which private DNS names and names for external-dns may lie. */
    domains: z.array(domainSchema).nullish(),
  })
  .strict();

/** A severity that a config gives a rule. @internal */
export interface RuleSetting {
  severity: z.output<typeof severitySchema>;
  place: Place;
}

/** A finding that somebody decided to live with, for a time. @internal */
export interface LintException extends z.output<typeof exceptionSchema> {
  place: Place;
}

/** What a repository says about its checks. @internal */
export interface LintConfig {
  path: string;
  /** By rule id. */
  rules: ReadonlyMap<string, RuleSetting>;
  exceptions: readonly LintException[];
  failOn?: 'error' | 'warning' | 'info' | 'never';
  profile?: string;
  /** Domains in which names may lie; any where there is none. */
  domains: readonly string[];
}

async function readText(
  file: string | undefined,
  cwd: string,
): Promise<string> {
  const path = file ?? CONFIG_FILE;
  try {
    return decodeText(await readFile(resolve(cwd, path)));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (file === undefined && code === 'ENOENT') return '';
    throw new UsageError(`${path} can't be read: ${message}`);
  }
}

function parse(path: string, text: string): SourceDocument | undefined {
  const { documents, problems } = readDocuments(text);
  if (problems.length > 0) {
    const [{ line, column, message }] = problems;
    throw new UsageError(`${path}:${line}:${column}: ${message}`);
  }
  if (documents.length > 1)
    throw new UsageError(`${path} has more than one document`);
  return documents[0];
}

/** What is wrong, and where; of a key that there is none of, which one was meant. */
function describeIssue(issue: z.ZodIssue): string {
  const place = issue.path.join('.');
  if (issue.code !== 'unrecognized_keys')
    return `${place || 'the file'}: ${issue.message}`;
  const [key] = issue.keys;
  const { shape } =
    issue.path[0] === 'exceptions' ? exceptionSchema : configSchema;
  const near = didYouMean(key, Object.keys(shape));
  return `${place ? `${place}: ` : ''}there is no key '${key}'${
    near ? `; did you mean '${near}'?` : ''
  }`;
}

/**
 * Reads the config of a repository.
 *
 * @param file - A config that has to exist; otherwise `.private-exposure.yaml` is read where it exists.
 * @throws {@link UsageError} naming the file and the field.
 *
 * @internal
 */
export async function readConfig(
  file: string | undefined,
  cwd: string,
): Promise<LintConfig> {
  const path = file ?? CONFIG_FILE;
  const document = parse(path, await readText(file, cwd));
  const read = configSchema.safeParse(document?.expand() ?? {});
  if (!read.success) {
    const [issue] = read.error.issues;
    throw new UsageError(`${path}: ${describeIssue(issue)}`);
  }
  const { rules, exceptions, domains, ...settings } = read.data;
  const start = { line: 1, column: 1 };
  const rulesMap = document?.valueAt(document.value, 'rules');
  const list = document?.valueAt(document.value, 'exceptions');
  const placeOfRule = (id: string) =>
    document && isManifestMap(rulesMap)
      ? document.placeOfKey(rulesMap, id)
      : start;
  const placeOfItem = (index: number) =>
    document && Array.isArray(list) ? document.placeOfItem(list, index) : start;
  return {
    path,
    ...settings,
    domains: domains ?? [],
    rules: new Map(
      Object.entries(rules ?? {}).map(([id, severity]) => [
        id,
        { severity, place: placeOfRule(id) },
      ]),
    ),
    exceptions: (exceptions ?? []).map((exception, index) => ({
      ...exception,
      place: placeOfItem(index),
    })),
  };
}
