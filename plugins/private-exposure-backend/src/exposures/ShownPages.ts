import type { EntityExposures } from '@postern/backstage-plugin-private-exposure-common';
import type { StoredChange } from '../changes/ChangeStore';
import type {
  EntityExposuresRecord,
  ExposureDetailRecord,
} from '../database/records';
import { rowsOf } from '../database/RememberedPages';

/** A policy whose answers differ from user to user must not fill the memory with one page, */
const maxCallers = 16;
/** and not with many: rows over all pages and callers, some tens of megabytes with the answers as they are sent. */
const maxRows = 20_000;

/** What a caller is shown of an entity, and what it was made of. @internal */
export interface ShownPage {
  /** With what the caller may know of sources. */
  page: EntityExposures;
  /** The exposures on it. */
  exposures: readonly ExposureDetailRecord[];
  /** The pull requests on it. */
  changes: readonly StoredChange[];
}

/** Where a page is kept, and what it costs. */
interface Kept {
  pages: Map<string, ShownPage>;
  viewedAs: string;
  rows: number;
}

/**
 * What was made of a record for callers who may do the same, so that it is made once for as long as the store gives the
 * same record.
 *
 * @internal
 */
export class ShownPages {
  readonly #maxRows: number;
  readonly #pages = new WeakMap<
    EntityExposuresRecord,
    Map<string, ShownPage>
  >();
  /** What was asked for last is at the end. */
  readonly #kept = new Map<ShownPage, Kept>();
  #rows = 0;

  /** @param options - `maxRows`: rows to keep over all pages and callers */
  constructor(options: { maxRows?: number } = {}) {
    this.#maxRows = options.maxRows ?? maxRows;
  }

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
    if (before) {
      this.#touch(before);
      return before;
    }
    const made = await make();
    this.#forget(known.get(viewedAs));
    for (const oldest of known.values()) {
      if (known.size < maxCallers) break;
      this.#forget(oldest);
    }
    known.set(viewedAs, made);
    this.#keep(made, { pages: known, viewedAs, rows: rowsOf(record) });
    return made;
  }

  #touch(page: ShownPage): void {
    const kept = this.#kept.get(page);
    if (!kept) return;
    this.#kept.delete(page);
    this.#kept.set(page, kept);
  }

  #keep(page: ShownPage, kept: Kept): void {
    this.#kept.set(page, kept);
    this.#rows += kept.rows;
    for (const oldest of this.#kept.keys()) {
      if (this.#rows <= this.#maxRows) return;
      this.#forget(oldest);
    }
  }

  #forget(page: ShownPage | undefined): void {
    const kept = page && this.#kept.get(page);
    if (!kept) return;
    kept.pages.delete(kept.viewedAs);
    this.#kept.delete(page);
    this.#rows -= kept.rows;
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
