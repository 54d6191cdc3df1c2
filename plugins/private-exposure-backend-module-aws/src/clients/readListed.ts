import { readOneOrAll } from './readOneOrAll';
import { type Looker, type ScopeMemory, VERSIONED_MS } from './ScopeMemory';

/** Something that is listed in pages, of which one is wanted. @internal */
export interface Listed<Item, Listing, Value> {
  /** What is listed, within the scope. */
  key: string;
  /** Reads the one alone, with one call. */
  one: () => Promise<Value>;
  /** Reads all, a call for each page. */
  pages: () => AsyncIterable<Item[]>;
  /** Puts all in order. */
  index: (items: Item[]) => Listing;
  /** What all have of the one; `undefined` if nothing, for it may have been made since. */
  pick: (listing: Listing) => Value | undefined;
  /** Who asks. */
  looker: Looker;
}

/** One that was read, even if only to learn that there is none. */
interface Found<Value> {
  value: Value;
}

/** Pages that a listing is taken to have until it has been read. Few accounts have more than one. */
const PAGES_AT_FIRST = 2;

/**
 * Reads one thing alone as long as few are asked for, and the listing once that costs less, as {@link readOneOrAll} does.
 * How many pages the listing has, it learns by reading them.
 *
 * @internal
 */
export async function readListed<Item, Listing, Value>(
  memory: ScopeMemory,
  options: Listed<Item, Listing, Value>,
): Promise<Value> {
  const { key, one, pages, index, pick, looker } = options;
  const size = await memory.remember(
    `pages of ${key}`,
    { ...looker, since: -Infinity, keptMs: VERSIONED_MS },
    async () => ({ pages: PAGES_AT_FIRST }),
  );
  const found = await readOneOrAll<Listing, Found<Value> | undefined>(memory, {
    key,
    callsForAll: size.pages,
    one: () => one().then(value => ({ value })),
    all: async () => {
      const items: Item[] = [];
      let read = 0;
      for await (const page of pages()) {
        read += 1;
        items.push(...page);
      }
      size.pages = Math.max(read, PAGES_AT_FIRST);
      return index(items);
    },
    pick: listing => {
      const value = pick(listing);
      return value === undefined ? undefined : { value };
    },
    looker,
  });
  return found ? found.value : one();
}
