import { GeneratedFile } from '../builders/types';
import { InvalidIntentError } from '../errors';

/** `sound` where a refusal is one line that names the field. */
export function judgeRefusal(error: unknown, field: string): string {
  if (!(error instanceof InvalidIntentError)) throw error;
  if (/[\n\u0085\u2028\u2029]/.test(error.message))
    return 'a message of several lines';
  const isNamed = error.issues.some(issue => issue.field.startsWith(field));
  return isNamed ? 'sound' : `another field refused: ${error.message}`;
}

/** Number of headings in a pull request's text. */
export function sectionsOf(text: string): number {
  return text.split('\n## ').length;
}

/** Whether infrastructure code has something in it that a tool would replace. */
export function hasInterpolation({ path, content }: GeneratedFile): boolean {
  if (path.endsWith('.tf')) return /[^$]\$\{|[^%]%\{/.test(content);
  if (path.endsWith('.bicep')) return /(^|[^\\])(\\\\)*\$\{/.test(content);
  return /Fn::Sub|!Sub/.test(content);
}

/** Every key of a plain value with the way to it. */
export function keysOf(value: unknown, path: string = ''): string[] {
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([key, item]) =>
    keysOf(item, `${path}/${key}`),
  );
}
