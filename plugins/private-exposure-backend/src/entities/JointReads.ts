/** Most that one read is about, unless told. */
const maxKeys = 100;

class Waiting<TValue> {
  readonly promise: Promise<TValue | undefined>;
  resolve: (value: TValue | undefined) => void = () => {};
  reject: (error: unknown) => void = () => {};

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }
}

/**
 * Lets questions that arrive at the same time share one read. Who asks while as many reads are under way as may be
 * waits for the next, together with all others who do: the busier, the more share one. Nothing is kept: each read begins after those who
 * asked for it, so that an answer is never older than its question.
 *
 * @internal
 */
export class JointReads<TValue> {
  readonly #read: (
    keys: readonly string[],
  ) => Promise<ReadonlyMap<string, TValue>>;
  readonly #atOnce: number;
  readonly #keys: number;
  #waiting = new Map<string, Waiting<TValue>>();
  #reading = 0;

  /**
   * @param read - reads some keys at once; what it leaves out is not there
   * @param atOnce - how many reads may be under way; one if left out
   * @param keys - most that one read is about; a hundred if left out
   */
  constructor(
    read: (keys: readonly string[]) => Promise<ReadonlyMap<string, TValue>>,
    { atOnce = 1, keys = maxKeys }: { atOnce?: number; keys?: number } = {},
  ) {
    this.#read = read;
    this.#atOnce = atOnce;
    this.#keys = keys;
  }

  /** The value of a key. Fails if the read does, with all who share it. */
  async getOptional(key: string): Promise<TValue | undefined> {
    const asked = this.#waiting.get(key) ?? new Waiting<TValue>();
    this.#waiting.set(key, asked);
    // Those who ask in the same turn of the event loop come along.
    setImmediate(() => this.#start());
    return asked.promise;
  }

  /** The value of a key that the read never leaves out. */
  async get(key: string): Promise<TValue> {
    const value = await this.getOptional(key);
    if (value === undefined) throw new Error(`Nothing was read for '${key}'`);
    return value;
  }

  async #start(): Promise<void> {
    // What comes while all are under way makes the next one larger, and dearer hardly at all.
    if (this.#reading >= this.#atOnce || this.#waiting.size === 0) return;
    const batch = [...this.#waiting].slice(0, this.#keys);
    for (const [key] of batch) this.#waiting.delete(key);
    this.#reading += 1;
    try {
      const values = await this.#read(batch.map(([key]) => key));
      for (const [key, { resolve }] of batch) resolve(values.get(key));
    } catch (error) {
      for (const [, { reject }] of batch) reject(error);
    } finally {
      this.#reading -= 1;
      this.#start();
    }
  }
}
