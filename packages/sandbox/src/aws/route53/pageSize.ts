import { AwsFault } from '../../world';

/**
 * How many items a page may have; Route 53 sends and gets the number as text.
 *
 * @throws AwsFault `InvalidInput` for what is no number, or too small.
 * @internal
 */
export function pageSizeOf(text: string | undefined, maximum: number): number {
  const size = text === undefined ? maximum : Number(text);
  if (Number.isInteger(size) && size >= 1) return Math.min(size, maximum);
  throw new AwsFault(
    'InvalidInput',
    `The value '${text}' of maxitems is invalid`,
  );
}
