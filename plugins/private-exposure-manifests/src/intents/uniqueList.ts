import { z } from 'zod';

/**
 * A list without doubles; the second one is named in the error.
 *
 * @internal
 */
export function uniqueList<T extends z.ZodTypeAny>(
  item: T,
  options: { min?: number; max?: number } = {},
) {
  const { min = 0, max = 50 } = options;
  return z
    .array(item)
    .min(min, `must have at least ${min}`)
    .max(max, `must have at most ${max}`)
    .superRefine((items, context) => {
      const seen = new Set<string>();
      items.forEach((value, index) => {
        const key = JSON.stringify(value);
        if (seen.has(key)) {
          context.addIssue({
            code: z.ZodIssueCode.custom,
            path: [index],
            message: 'is in the list twice',
          });
        }
        seen.add(key);
      });
    });
}
