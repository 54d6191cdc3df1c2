import type { EntityExposures } from '@postern/backstage-plugin-private-exposure-common';
import type { StoredChange } from '../changes/ChangeStore';
import type {
  EntityExposuresRecord,
  ExposureDetailRecord,
} from '../database/records';

/** A policy whose answers differ from user to user must not fill the memory. */
const maxCallers = 16;

/** What a caller is shown of an entity, and what it was made of. @internal */
export interface ShownPage {
  /** With everything about sources. */
  page: EntityExposures;
  /** The exposures on it. */
  exposures: readonly ExposureDetailRecord[];
  /** The pull requests on it. */
  changes: readonly StoredChange[];
}

/**
 * What was made of a record for callers who may do the same, so that it is made once for as long as the store gives the
 * same record.
 *
 * @internal
 */
export class ShownPages {
  readonly #pages = new WeakMap<
    EntityExposuresRecord,
    Map<string, ShownPage>
  >();

  /**
   * The page, made if it is not there.
   *
   * @param viewedAs - the same for callers who see the same page
   */
  async get(
    record: EntityExposuresRecord,
    viewedAs: string,
    make: () => Promise<ShownPage>,
  ): Promise<ShownPage> {
    if (!isAllThereIs(record)) return make();
    const known = this.#pages.get(record) ?? new Map<string, ShownPage>();
    this.#pages.set(record, known);
    const before = known.get(viewedAs);
    if (before) return before;
    const made = await make();
    for (const oldest of known.keys()) {
      if (known.size < maxCallers) break;
      known.delete(oldest);
    }
    known.set(viewedAs, made);
    return made;
  }
}

/** What a waiting connection asks for by its id is on another entity's page, and changes with that. */
function isAllThereIs({ exposures }: EntityExposuresRecord): boolean {
  return exposures.every(({ connections }) =>
    connections.every(
      ({ requestId, connection }) =>
        requestId === undefined || connection.state !== 'pending',
    ),
  );
}
