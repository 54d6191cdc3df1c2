/** The part of a listing that a query asks for, and where the next one begins. */
export function pageOf<T>(
  items: T[],
  query: { limit?: number; cursor?: string },
  pageSize = 50,
) {
  const start = Number(query.cursor ?? 0);
  const end = start + (query.limit ?? pageSize);
  return {
    items: items.slice(start, end),
    ...(end < items.length ? { nextCursor: String(end) } : {}),
  };
}
