const defaultLimit = 50;
const maxLimit = 200;

/** How many items a page may have: what was asked for, between 1 and 200. @internal */
export function pageLimit(limit: number | undefined): number {
  return Math.min(Math.max(Math.trunc(limit ?? defaultLimit), 1), maxLimit);
}
