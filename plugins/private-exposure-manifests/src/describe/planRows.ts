/** One thing that a load balancer will be or have, in words; nothing of it is Markdown. @public */
export interface PlanRow {
  setting: string;
  value: string;
  /** Whether a reviewer should look at it twice. */
  isRisky?: boolean;
}

/** Parts joined for a reader; what there is instead of none. @internal */
export function listWords(
  parts: readonly string[],
  none: string = 'none',
): string {
  return parts.length ? parts.join(', ') : none;
}

/** `k=v` pairs for a reader. @internal */
export function listPairs(pairs: Readonly<Record<string, string>>): string {
  return Object.entries(pairs)
    .map(([key, value]) => `${key}=${value}`)
    .join(', ');
}

/** A row, or none where there is nothing to say. @internal */
export function rowOf(
  setting: string,
  value: string | undefined,
  isRisky = false,
): PlanRow[] {
  if (value === undefined || value === '') return [];
  return [isRisky ? { setting, value, isRisky } : { setting, value }];
}
