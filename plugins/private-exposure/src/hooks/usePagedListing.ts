import { useCallback, useState } from 'react';
import { useSearchParams } from 'react-router-dom';
import { useLiveQuery, type LiveQuery } from './useLiveQuery';

interface Page<T> {
  items: T[];
  nextCursor?: string;
}

/**
 * A listing that the backend filters, orders and pages.
 *
 * @internal
 */
export interface PagedListing<TPage, TFilter extends string> {
  query: LiveQuery<TPage>;
  /** What is filtered for; a filter that is not set is missing. */
  filters: Partial<Record<TFilter, string>>;
  setFilter: (filter: TFilter, value: string | undefined) => void;
  /** Back to what holds by default; missing where nothing else is set. */
  clearFilters?: () => void;
  /** From 1. */
  pageNumber: number;
  previous?: () => void;
  next?: () => void;
}

/** In the address for a filter that is set to nothing although there is a default. */
const cleared = 'any';

/**
 * Keeps the filters in the page's address, so that a link shows the same, and pages with cursors.
 *
 * @internal
 */
export function usePagedListing<
  T,
  TPage extends Page<T>,
  TFilter extends string,
>(options: {
  filterNames: readonly TFilter[];
  /** Filters that hold until somebody changes them. */
  defaults?: Partial<Record<TFilter, string>>;
  /** Must be stable. */
  loadPage: (
    query: Partial<Record<TFilter, string>> & { cursor?: string },
    signal: AbortSignal,
  ) => Promise<TPage>;
}): PagedListing<TPage, TFilter> {
  const { filterNames, defaults, loadPage } = options;
  const [params, setParams] = useSearchParams();
  const filters = readFilters({ filterNames, defaults, params });
  const question = JSON.stringify(filters);
  // Cursors of the pages before this one. They belong to a question: another one starts at its first page.
  const [trail, setTrail] = useState({ question, cursors: [] as string[] });
  const cursors = trail.question === question ? trail.cursors : [];
  const cursor = cursors[cursors.length - 1];

  const load = useCallback(
    (signal: AbortSignal) =>
      loadPage({ ...JSON.parse(question), cursor }, signal),
    [loadPage, question, cursor],
  );
  const query = useLiveQuery({ load, keepWhileChanging: true });

  const setFilter = useFilterSetter(setParams, defaults);
  const nextCursor =
    query.type === 'ready' && !query.isRefreshing
      ? query.value.nextCursor
      : undefined;
  const goTo = (next: string[]) => setTrail({ question, cursors: next });
  return {
    query,
    filters,
    setFilter,
    clearFilters: filterNames.some(name => params.has(name))
      ? () => setParams({}, { replace: true })
      : undefined,
    pageNumber: cursors.length + 1,
    previous: cursors.length ? () => goTo(cursors.slice(0, -1)) : undefined,
    next: nextCursor ? () => goTo([...cursors, nextCursor]) : undefined,
  };
}

/** What holds by default is left out of the address, and what is not to hold although it does is written there. */
function useFilterSetter<TFilter extends string>(
  setParams: ReturnType<typeof useSearchParams>[1],
  defaults: Partial<Record<TFilter, string>> | undefined,
) {
  return useCallback(
    (filter: TFilter, value: string | undefined) =>
      setParams(
        current => {
          const next = new URLSearchParams(current);
          next.delete(filter);
          const written = value ?? (defaults?.[filter] ? cleared : undefined);
          if (written && written !== defaults?.[filter]) {
            next.set(filter, written);
          }
          return next;
        },
        { replace: true },
      ),
    [defaults, setParams],
  );
}

function readFilters<TFilter extends string>(options: {
  filterNames: readonly TFilter[];
  defaults?: Partial<Record<TFilter, string>>;
  params: URLSearchParams;
}): Partial<Record<TFilter, string>> {
  const { filterNames, defaults, params } = options;
  const filters: Partial<Record<TFilter, string>> = {};
  for (const name of filterNames) {
    const value = params.get(name) ?? defaults?.[name];
    if (value && value !== cleared) filters[name] = value;
  }
  return filters;
}
