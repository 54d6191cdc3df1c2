import { AwsFault, ScopedCollection, ScopedRecord } from '../../world';
import { Call } from './Operation';

/** The caller's records that the describe operations know already. @internal */
export function listVisible<TRecord extends ScopedRecord>(
  call: Call,
  collection: ScopedCollection<TRecord>,
): TRecord[] {
  return onlyVisible(call, collection.list(call.scope));
}

/** Leaves out records that are too new to be seen. @internal */
export function onlyVisible<TRecord extends ScopedRecord>(
  call: Call,
  records: TRecord[],
): TRecord[] {
  const now = call.world.clock.now();
  return records.filter(record => record.visibleAt <= now);
}

/**
 * Picks records by id, or takes all without ids.
 *
 * @throws AwsFault with the given code for the first id that is not there.
 * @internal
 */
export function pickByIds<TRecord extends ScopedRecord>(
  records: TRecord[],
  ids: string[] | undefined,
  notFound: { code: string; message: (id: string) => string },
): TRecord[] {
  if (!ids?.length) return records;
  const wanted = new Set(ids);
  const picked = records.filter(record => wanted.has(record.id));
  const found = new Set(picked.map(record => record.id));
  const missing = ids.find(id => !found.has(id));
  if (missing !== undefined) {
    throw new AwsFault(notFound.code, notFound.message(missing));
  }
  return picked;
}
