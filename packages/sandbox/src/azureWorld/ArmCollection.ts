import { armKey } from './armIds';
import { ArmRecord } from './types';

/**
 * Resources of one kind: found by id in one step, whatever its case, and listed
 * by subscription in the order of their creation.
 *
 * @public
 */
export class ArmCollection<TRecord extends ArmRecord> {
  readonly #byId = new Map<string, TRecord>();
  readonly #bySubscription = new Map<string, Map<string, TRecord>>();

  /** Adds a resource, or replaces the one with the same id. */
  add(record: TRecord): TRecord {
    const key = armKey(record.id);
    this.#byId.set(key, record);
    const owner = armKey(record.subscriptionId);
    const owned = this.#bySubscription.get(owner) ?? new Map();
    owned.set(key, record);
    this.#bySubscription.set(owner, owned);
    return record;
  }

  /** The resource with this id. */
  get(id: string): TRecord | undefined {
    return this.#byId.get(armKey(id));
  }

  /** The resources of a subscription, or of one of its groups, oldest first. */
  list(subscriptionId: string, resourceGroup?: string): TRecord[] {
    const owned = this.#bySubscription.get(armKey(subscriptionId));
    const records = [...(owned?.values() ?? [])];
    if (resourceGroup === undefined) return records;
    const group = armKey(resourceGroup);
    return records.filter(record => armKey(record.resourceGroup) === group);
  }

  /** All resources, oldest first. */
  all(): TRecord[] {
    return [...this.#byId.values()];
  }

  /** Removes a resource; an unknown id is no error. */
  remove(id: string): void {
    const record = this.get(id);
    if (!record) return;
    this.#byId.delete(armKey(id));
    this.#bySubscription.get(armKey(record.subscriptionId))?.delete(armKey(id));
  }
}
