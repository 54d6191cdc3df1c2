import { z } from 'zod';
import { quoteForMessage } from './text';

const SEGMENT = /^(?!\.\.?$)(?!\.git$)[A-Za-z0-9._@+=-]+$/i;

/**
 * A path inside the repository: relative, with `/`, without `..`, `.git` or odd characters.
 *
 * @public
 */
export function filePathSchema(options: { extensions: readonly string[] }) {
  const { extensions } = options;
  return z.string().superRefine((path, context) => {
    const isSafe =
      path.length <= 250 &&
      path.split('/').every(segment => SEGMENT.test(segment)) &&
      extensions.some(extension => path.endsWith(extension));
    if (!isSafe) {
      context.addIssue({
        code: z.ZodIssueCode.custom,
        message: `must be a path inside the repository that ends with ${extensions.join(
          ' or ',
        )}, not ${quoteForMessage(path)}`,
      });
    }
  });
}
