import type {
  EntityExposures,
  Source,
} from '@postern/backstage-plugin-private-exposure-common';

/** Pages whose sources are limited, by the whole page: the same page is limited, and written, once. */
const limitedPages = new WeakMap<EntityExposures, EntityExposures>();

/**
 * What an entity's page tells of sources to somebody who may not see the sources: everything of those that the entity's
 * exposures are in; of others, which could hold some, only that they failed. Why, is written for those who run them.
 *
 * @param seesSources - whether the caller may see the sources; asked only if it makes a difference
 * @internal
 */
export async function limitSources(
  page: EntityExposures,
  seesSources: () => Promise<boolean>,
): Promise<EntityExposures> {
  const own = new Set(page.exposures.map(({ scopeId }) => scopeId));
  const { sources, unresolved = [] } = page;
  const isLimited =
    namesOthers(sources, own) ||
    unresolved.some(({ source }) => source.error !== undefined);
  if (!isLimited || (await seesSources())) return page;
  const limited = limitedPages.get(page) ?? limit(page, own);
  limitedPages.set(page, limited);
  return limited;
}

/** Whether there is a source among those of a page that none of its exposures are in. @internal */
export function namesOthers(
  sources: readonly { id: string }[],
  own: ReadonlySet<string>,
): boolean {
  return sources.some(({ id }) => !own.has(id));
}

function limit(
  page: EntityExposures,
  own: ReadonlySet<string>,
): EntityExposures {
  const { sources, unresolved = [] } = page;
  return {
    ...page,
    sources: sources.map(scope => {
      const { id, provider, title, source } = scope;
      return own.has(id)
        ? scope
        : { id, provider, title, source: withoutReason(source) };
    }),
    unresolved: unresolved.map(({ nativeId, source }) => ({
      nativeId,
      source: withoutReason(source),
    })),
  };
}

function withoutReason({ state, observedAt }: Source): Source {
  return { state, observedAt };
}
