import { AzureUnreadableAnswerError } from './errors';
import { rbacAction } from './rbacAction';

/** The part of the SDK's operation options that a listing is made with. @internal */
export interface ListOptions {
  /** Ends the listing early. */
  abortSignal: AbortSignal;
  /** Called with each page as it comes. */
  onResponse: (
    raw: { request: { url: string } },
    page: unknown,
    error?: unknown,
  ) => void;
  /** How the SDK goes about each call. */
  requestOptions?: {
    /** Whether it turns what is parsed into its models. */
    shouldDeserialize: boolean;
  };
}

/**
 * Reads the SDK's listing page by page, and holds one page at a time.
 *
 * @remarks
 * The SDK takes an answer without a list for an empty one, and follows links that lead back for ever. Either would make
 * services look gone that are there.
 *
 * @throws AzureUnreadableAnswerError if a page holds no list, or leads back to one that was read.
 * @internal
 */
export async function* listPages<Item>(
  list: (options: ListOptions) => {
    byPage: () => AsyncIterableIterator<Item[]>;
  },
  signal: AbortSignal,
): AsyncGenerator<Item[]> {
  const read = new Set<string>();
  const pages = list({
    abortSignal: signal,
    onResponse: ({ request: { url } }, page, error) => {
      if (error) return;
      const reason = read.has(url) ? 'its next link leads back' : '';
      if (reason || !holdsList(page)) {
        throw new AzureUnreadableAnswerError({
          action: rbacAction('GET', url),
          reason: reason || 'it holds no list',
        });
      }
      read.add(url);
    },
  });
  for await (const page of pages.byPage()) {
    signal.throwIfAborted();
    yield page;
  }
}

/**
 * The same, with what is listed as Azure sent it: the SDK reads on from page to page, and leaves out its models.
 *
 * @remarks
 * To make them takes the SDK seven times as long as to parse the answer, and was a third of a survey's work.
 *
 * @throws AzureUnreadableAnswerError if a page holds no list, or leads back to one that was read.
 * @internal
 */
export function listAnswers(
  list: (options: ListOptions) => {
    byPage: () => AsyncIterableIterator<unknown[]>;
  },
  signal: AbortSignal,
): AsyncGenerator<unknown[]> {
  return listPages(
    options =>
      list({ ...options, requestOptions: { shouldDeserialize: false } }),
    signal,
  );
}

/**
 * Reads a whole listing that is known to be short.
 *
 * @internal
 */
export async function listAll<Item>(
  list: (options: ListOptions) => {
    byPage: () => AsyncIterableIterator<Item[]>;
  },
  signal: AbortSignal,
): Promise<Item[]> {
  const items: Item[] = [];
  for await (const page of listPages(list, signal)) items.push(...page);
  return items;
}

function holdsList(page: unknown): boolean {
  return (
    typeof page === 'object' &&
    page !== null &&
    'value' in page &&
    Array.isArray(page.value)
  );
}
