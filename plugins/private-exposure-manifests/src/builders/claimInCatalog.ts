import { UnsafeEditError } from '../errors';
import { editCatalogAnnotation } from './editCatalogAnnotation';
import { GeneratedFile } from './types';

/** How an entity says in the catalog which Kubernetes Services are its own. @public */
export interface CatalogClaim {
  /** Key of the annotation on the entity. */
  annotation: string;
  /** What the catalog says now. */
  held: readonly string[];
  /** Path of the entity's own file in the repository, where it may be. */
  path: string;
}

/** What became of a claim. @internal */
export type ClaimOutcome =
  /** The catalog has it already. */
  | { type: 'held' }
  /** The entity's file is changed to say it. */
  | { type: 'written'; file: GeneratedFile }
  /** Somebody has to write it; why, where something stands in the way. */
  | { type: 'left'; reason: string | undefined };

/**
 * Has the entity's own file say that a Service is its own, where the file is there. A file that can't be edited is left
 * to its owner: it must not keep the exposure from being written.
 *
 * @internal
 */
export function claimInCatalog(
  claim: CatalogClaim,
  wanted: { entityRef: string; service: string },
  existing: Readonly<Record<string, string | undefined>>,
): ClaimOutcome {
  if (claim.held.includes(wanted.service)) return { type: 'held' };
  const before = existing[claim.path];
  if (before === undefined) return { type: 'left', reason: undefined };
  try {
    const content = editCatalogAnnotation(
      { path: claim.path, text: before },
      {
        entityRef: wanted.entityRef,
        annotation: claim.annotation,
        value: wanted.service,
      },
    );
    if (content === undefined) {
      const reason = `${claim.path} does not hold ${wanted.entityRef}`;
      return { type: 'left', reason };
    }
    return { type: 'written', file: { path: claim.path, content } };
  } catch (error) {
    if (!(error instanceof UnsafeEditError)) throw error;
    return { type: 'left', reason: error.message };
  }
}
