/**
 * Reads page after page until there is no token left.
 *
 * @remarks
 * The same token twice ends the reading with an error: it would never end otherwise, and what was read is not all.
 *
 * @internal
 */
export async function* readPages<Page>(
  read: (token: string | undefined) => Promise<Page>,
  nextToken: (page: Page) => string | undefined,
): AsyncGenerator<Page> {
  let token: string | undefined;
  for (;;) {
    const page = await read(token);
    yield page;
    // The last page of EC2 carries an empty token or none.
    const next = nextToken(page) || undefined;
    if (next === undefined) return;
    if (next === token) {
      throw new Error('The cloud repeated a page token, the listing is broken');
    }
    token = next;
  }
}

/**
 * Reads all pages into one list.
 *
 * @internal
 */
export async function readAll<Page, Item>(
  read: (token: string | undefined) => Promise<Page>,
  parts: {
    items: (page: Page) => readonly Item[] | undefined;
    nextToken: (page: Page) => string | undefined;
  },
): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of readPages(read, parts.nextToken)) {
    items.push(...(parts.items(page) ?? []));
  }
  return items;
}
