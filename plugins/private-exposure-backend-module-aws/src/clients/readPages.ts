/** One page of a listing. @internal */
export interface Page<Item> {
  /** What is on it. */
  items: Item[];
  /** Leads to the next page; the last one of EC2 carries an empty token or none. */
  nextToken: string | undefined;
}

/**
 * Reads page after page until there is no token left. Each list of items is its reader's own, to take apart as it goes.
 *
 * @remarks
 * The same token twice ends the reading with an error: it would never end otherwise, and what was read is not all.
 *
 * @internal
 */
export async function* readPages<Item>(
  read: (token: string | undefined) => Promise<Page<Item>>,
): AsyncGenerator<Item[]> {
  let token: string | undefined;
  for (;;) {
    const { items, nextToken } = await read(token);
    yield items;
    if (!nextToken) return;
    if (nextToken === token) {
      throw new Error('The cloud repeated a page token, the listing is broken');
    }
    token = nextToken;
  }
}

/**
 * Reads all pages into one list.
 *
 * @internal
 */
export async function readAll<Answer, Item>(
  read: (token: string | undefined) => Promise<Answer>,
  parts: {
    items: (answer: Answer) => readonly Item[] | undefined;
    nextToken: (answer: Answer) => string | undefined;
  },
): Promise<Item[]> {
  const pages = readPages(async token => {
    const answer = await read(token);
    return {
      items: [...(parts.items(answer) ?? [])],
      nextToken: parts.nextToken(answer),
    };
  });
  const items: Item[] = [];
  for await (const page of pages) items.push(...page);
  return items;
}
