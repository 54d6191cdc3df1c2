import { Scope, ScopedRecord } from './types';

function keyOf(scope: Scope): string {
  return `${scope.accountId}/${scope.region}`;
}

/**
 * Records of one kind: found by id in one step, listed by account and region
 * in the order of their creation.
 *
 * @public
 */
export class ScopedCollection<TRecord extends ScopedRecord> {
  readonly #byId = new Map<string, TRecord>();
  readonly #byScope = new Map<string, Map<string, TRecord>>();

  /** Adds a record, or replaces the one with the same id. */
  add(record: TRecord): TRecord {
    this.#byId.set(record.id, record);
    const key = keyOf(record);
    const inScope = this.#byScope.get(key) ?? new Map<string, TRecord>();
    inScope.set(record.id, record);
    this.#byScope.set(key, inScope);
    return record;
  }

  /** The record with this id, whoever owns it. */
  get(id: string): TRecord | undefined {
    return this.#byId.get(id);
  }

  /** The record with this id if it belongs to the scope. */
  getIn(scope: Scope, id: string): TRecord | undefined {
    return this.#byScope.get(keyOf(scope))?.get(id);
  }

  /** All records of an account and region, oldest first. */
  list(scope: Scope): TRecord[] {
    return [...(this.#byScope.get(keyOf(scope))?.values() ?? [])];
  }

  /** All records, oldest first. */
  all(): TRecord[] {
    return [...this.#byId.values()];
  }

  /** Removes a record; an unknown id is no error. */
  remove(id: string): void {
    const record = this.#byId.get(id);
    if (!record) return;
    this.#byId.delete(id);
    this.#byScope.get(keyOf(record))?.delete(id);
  }
}
