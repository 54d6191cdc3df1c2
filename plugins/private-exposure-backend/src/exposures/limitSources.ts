import type {
  EntityExposures,
  Source,
} from '@postern/backstage-plugin-private-exposure-common';

/**
 * What an entity's page tells of sources to somebody who may not see the sources: everything of those that the entity's
 * exposures are in; of others, which could hold some, only that they failed. Why, is written for those who run them.
 *
 * @internal
 */
export function limitSources(page: EntityExposures): EntityExposures {
  const own = new Set(page.exposures.map(({ scopeId }) => scopeId));
  return {
    ...page,
    sources: page.sources.map(scope => {
      const { id, provider, title, source } = scope;
      return own.has(id)
        ? scope
        : { id, provider, title, source: withoutReason(source) };
    }),
    unresolved: page.unresolved?.map(({ nativeId, source }) => ({
      nativeId,
      source: withoutReason(source),
    })),
  };
}

function withoutReason({ state, observedAt }: Source): Source {
  return { state, observedAt };
}
