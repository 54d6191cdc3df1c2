/**
 * A budget that fills up over time. Starts full, so that a few inspections may follow each other at once.
 *
 * @internal
 */
export class TokenBucket {
  readonly #perMinute: number;
  readonly #capacity: number;
  readonly #clock: () => Date;
  #tokens: number;
  #filledAt: number;

  private constructor(options: {
    perMinute: number;
    capacity?: number;
    clock: () => Date;
  }) {
    this.#perMinute = options.perMinute;
    this.#capacity = options.capacity ?? options.perMinute;
    this.#clock = options.clock;
    this.#tokens = this.#capacity;
    this.#filledAt = options.clock().getTime();
  }

  /** The bucket holds as much as a minute brings, unless `capacity` says otherwise. */
  static create(options: {
    perMinute: number;
    capacity?: number;
    clock: () => Date;
  }): TokenBucket {
    return new TokenBucket(options);
  }

  /** How many whole tokens there are now. */
  get available(): number {
    const now = this.#clock().getTime();
    // A clock that was set back must not empty the bucket.
    const passed = Math.max(0, now - this.#filledAt);
    this.#filledAt = now;
    const filled = this.#tokens + (passed / 60_000) * this.#perMinute;
    this.#tokens = Math.min(this.#capacity, filled);
    return Math.floor(this.#tokens);
  }

  /** Takes one token, if there is one. */
  take(): boolean {
    if (this.available < 1) return false;
    this.#tokens -= 1;
    return true;
  }
}
