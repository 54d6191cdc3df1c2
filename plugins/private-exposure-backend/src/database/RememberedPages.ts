import type { EntityExposuresRecord } from './records';

/** Rows of the database that are kept, over all pages: some tens of megabytes. */
const maxRows = 20_000;

interface Remembered {
  record: EntityExposuresRecord;
  version: string;
  validUntil: number;
  rows: number;
}

/** What {@link RememberedPages} needs. @internal */
export interface RememberedPagesOptions {
  /** What changes with everything that an entity's page shows. */
  readVersion: (entityRef: string) => Promise<string>;
  /** The page itself. */
  readPage: (entityRef: string) => Promise<EntityExposuresRecord>;
  /** Until when a page is true if nothing changes, in the milliseconds of the clock. */
  validUntil: (record: EntityExposuresRecord) => number;
  /** Milliseconds. */
  clock: () => number;
  /** Rows to keep, as {@link rowsOf} counts them; some tens of megabytes of them if left out. */
  maxRows?: number;
}

/**
 * Pages that were read before, as long as the database says at each question that nothing of them has changed.
 *
 * @remarks
 * A version is read before the page that is kept under it. What changes in between may be on the page already, and the
 * next version will be another, so that a page is never older than the version it is kept under.
 *
 * @internal
 */
export class RememberedPages {
  readonly #options: RememberedPagesOptions;
  /** What was asked for last is at the end. */
  readonly #pages = new Map<string, Remembered>();
  #rows = 0;

  constructor(options: RememberedPagesOptions) {
    this.#options = options;
  }

  /** The page of an entity: the same object as long as it is the same page. */
  async get(entityRef: string): Promise<EntityExposuresRecord> {
    const { readVersion, readPage, validUntil } = this.#options;
    const version = await readVersion(entityRef);
    const known = this.#find(entityRef, version);
    if (known) return known;
    const record = await readPage(entityRef);
    if (isWhole(record)) {
      this.#keep(entityRef, {
        ...{ record, version, rows: rowsOf(record) },
        validUntil: validUntil(record),
      });
    }
    return record;
  }

  #find(entityRef: string, version: string): EntityExposuresRecord | undefined {
    const known = this.#pages.get(entityRef);
    if (!known) return undefined;
    this.#forget(entityRef, known);
    const isOld = this.#options.clock() > known.validUntil;
    if (known.version !== version || isOld) return undefined;
    this.#keep(entityRef, known);
    return known.record;
  }

  #keep(entityRef: string, page: Remembered): void {
    const before = this.#pages.get(entityRef);
    if (before) this.#forget(entityRef, before);
    this.#pages.set(entityRef, page);
    this.#rows += page.rows;
    const limit = this.#options.maxRows ?? maxRows;
    for (const [oldest, { rows }] of this.#pages) {
      if (this.#rows <= limit) return;
      this.#pages.delete(oldest);
      this.#rows -= rows;
    }
  }

  #forget(entityRef: string, { rows }: Remembered): void {
    this.#pages.delete(entityRef);
    this.#rows -= rows;
  }
}

/** What an entity names and has not got depends on exposures that are not its own, of which no version tells. */
function isWhole({ unresolved }: EntityExposuresRecord): boolean {
  return unresolved.length === 0;
}

/** Something of which only the length counts. */
type List = Pick<readonly unknown[], 'length'>;

/** The lists that a page grows with, those of {@link EntityExposuresRecord}. @internal */
export interface PageLists
  extends Record<'conflicts' | 'changes' | 'latestDecisions', List> {
  exposures: readonly Record<
    'connections' | 'hops' | 'grants' | 'findings',
    List
  >[];
}

/** How many rows of the database a page is made of, about: what it costs to keep. @internal */
export function rowsOf(record: PageLists): number {
  const { exposures, conflicts, changes, latestDecisions } = record;
  return exposures.reduce(
    (sum, { connections, hops, grants, findings }) =>
      [connections, hops, grants, findings].reduce(
        (rows, { length }) => rows + length,
        sum + 1,
      ),
    1 + conflicts.length + changes.length + latestDecisions.length,
  );
}
