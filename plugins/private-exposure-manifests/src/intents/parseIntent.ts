import { z } from 'zod';
import { escapeInvisible } from '../values/text';
import { InvalidIntentError, IntentIssue } from '../errors';

function toField(path: (string | number)[]): string {
  return path.reduce<string>((field, part) => {
    if (typeof part === 'number') return `${field}[${part}]`;
    // A key that a user chose (a tag, a label) may hold anything: show it as a quoted key.
    if (!/^[A-Za-z][A-Za-z0-9]*$/.test(part)) {
      return `${field}["${escapeInvisible(part.slice(0, 60))}"]`;
    }
    return field === '' ? part : `${field}.${part}`;
  }, '');
}

function toIssues(issue: z.ZodIssue): IntentIssue[] {
  if (issue.code === z.ZodIssueCode.unrecognized_keys) {
    return issue.keys.map(key => ({
      field: toField([...issue.path, key]),
      message: 'is not known here; remove it or correct its name',
    }));
  }
  const message = issue.message === 'Required' ? 'is missing' : issue.message;
  return [{ field: toField(issue.path) || 'intent', message }];
}

/**
 * Reads an intent, or a part of one.
 *
 * @throws {@link InvalidIntentError} naming every field that is refused.
 * @public
 */
export function parseIntent<S extends z.ZodTypeAny>(
  schema: S,
  input: unknown,
): z.output<S> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const [first, ...others] = result.error.issues.flatMap(toIssues);
  throw new InvalidIntentError(first, ...others);
}
