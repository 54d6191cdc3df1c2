import { endedBy } from './endedBy';
import { isAccessDeniedError, isCredentialsError } from './errors';

/**
 * How long what a listing says is believed, in milliseconds: it is what many inspections share, and how old what one of
 * them shows can be. Nobody can have an exposure looked at again more than once a minute.
 *
 * @internal
 */
export const LISTING_KEPT_MS = 30_000;

/** How long something is kept that seldom changes, in milliseconds. @internal */
export const SELDOM_CHANGES_MS = 5 * 60_000;

/**
 * How long something is kept under a key that changes with it, in milliseconds.
 *
 * @internal
 */
export const VERSIONED_MS = 60 * 60_000;

/** Who looks at one exposure, and how new what it is told has to be. @internal */
export interface Looker {
  /** Ends the look early. */
  signal: AbortSignal;
  /** Nothing that was read before this moment will do, on the clock of `performance`. */
  since: number;
}

/** How something is remembered. @internal */
export interface RememberOptions extends Looker {
  /** Milliseconds from the beginning of the reading; then it is forgotten. */
  keptMs: number;
}

interface Entry {
  value: Promise<unknown>;
  /** When the reading began. */
  readAt: number;
  /** Of whoever reads. */
  signal: AbortSignal;
  /** Whether the reading has ended well. */
  isRead: boolean;
  timer: NodeJS.Timeout;
}

/**
 * What has been read in a scope and is kept for a while, so that inspections share it. Two who ask at the same time get
 * one reading.
 *
 * @internal
 */
export class ScopeMemory {
  readonly #entries = new Map<string, Entry>();

  /**
   * What is known under a key, or else what is read now.
   *
   * @param key - Names it within the scope; each is only ever asked for with one type.
   * @throws what the reading threw. That nobody lets us read is remembered like an answer; any other failure is not.
   */
  async remember<Value>(
    key: string,
    options: RememberOptions,
    read: () => Promise<Value>,
  ): Promise<Value> {
    const { signal } = options;
    signal.throwIfAborted();
    const known = this.#entries.get(key);
    if (!known || known.readAt < options.since) {
      return this.#keep(key, options, read);
    }
    try {
      return (await endedBy(signal, known.value)) as Value;
    } catch (error) {
      // Whoever reads may be told to stop; that is no answer for the others.
      const wasStopped =
        known.signal.aborted && this.#entries.get(key) !== known;
      if (signal.aborted || !wasStopped) throw error;
      return this.remember(key, options, read);
    }
  }

  /** Whether all that is known under a key was read before a moment. */
  isOlder(key: string, { since }: Looker): boolean {
    const known = this.#entries.get(key);
    return known !== undefined && known.readAt < since;
  }

  /** Whether something is known under a key that is new enough, so that it can be had without a call. */
  isKnown(key: string, { since }: Pick<Looker, 'since'>): boolean {
    const known = this.#entries.get(key);
    return known !== undefined && known.isRead && known.readAt >= since;
  }

  /**
   * When the last look at an exposure ended. Who looks again so soon has a reason to, and is told nothing that was read
   * before.
   */
  lastLookAt(nativeId: string): number {
    return this.#entries.get(lookKey(nativeId))?.readAt ?? -Infinity;
  }

  /** Notes that a look at an exposure has ended. */
  noteLook(nativeId: string, { signal }: Pick<Looker, 'signal'>): void {
    const options = { keptMs: LISTING_KEPT_MS, signal, since: -Infinity };
    void this.#keep(lookKey(nativeId), options, async () => {});
  }

  /** Forgets what is known under a key. */
  forget(key: string): void {
    clearTimeout(this.#entries.get(key)?.timer);
    this.#entries.delete(key);
  }

  /** Forgets everything. */
  clear(): void {
    for (const key of [...this.#entries.keys()]) this.forget(key);
  }

  #keep<Value>(
    key: string,
    { keptMs, signal }: RememberOptions,
    read: () => Promise<Value>,
  ): Promise<Value> {
    this.forget(key);
    const readAt = performance.now();
    const value = read();
    const timer = this.#forgetIn(keptMs, key);
    const entry: Entry = { value, readAt, signal, timer, isRead: false };
    this.#entries.set(key, entry);
    const note = () => {
      entry.isRead = true;
    };
    value.then(note, error => {
      if (this.#entries.get(key) !== entry) return;
      if (!isAccessDeniedError(error) && !isCredentialsError(error)) {
        this.forget(key);
        return;
      }
      // Whoever mends the permission waits for no more than a listing.
      clearTimeout(entry.timer);
      entry.timer = this.#forgetIn(Math.min(keptMs, LISTING_KEPT_MS), key);
    });
    return value;
  }

  #forgetIn(milliseconds: number, key: string): NodeJS.Timeout {
    const timer = setTimeout(() => this.#entries.delete(key), milliseconds);
    // Nobody waits for it at the end of the process.
    return timer.unref();
  }
}

function lookKey(nativeId: string): string {
  return `look at ${nativeId}`;
}
