/**
 * Asks for the next item while the present one is worked on, so that the cloud and the database do not wait for each
 * other. It holds two items at a time.
 *
 * @throws what asking threw, once the items before it were handed on.
 * @internal
 */
export async function* readAhead<Item>(
  source: AsyncGenerator<Item>,
): AsyncGenerator<Item> {
  try {
    let next = source.next();
    for (;;) {
      const { done, value } = await next;
      if (done) return;
      next = source.next();
      // It is thrown when its turn comes; until then it must not count as a failure that nobody looks after.
      next.catch(() => undefined);
      yield value;
    }
  } finally {
    await source.return(undefined);
  }
}
