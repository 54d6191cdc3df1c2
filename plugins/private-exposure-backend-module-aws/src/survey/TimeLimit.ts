/**
 * How long a survey waits for something that it can do without, all its parts together: what runs at the same time counts
 * once, and what runs at other times adds up.
 *
 * @internal
 */
export class TimeLimit {
  /** Ends what is read within the limit: with the survey, or when the time is up. */
  readonly signal: AbortSignal;
  readonly #up = new AbortController();
  #leftMs: number;
  #running = 0;
  #startedAt = 0;
  #timer: NodeJS.Timeout | undefined;

  /** Starts no clock. */
  constructor(limitMs: number, survey: AbortSignal) {
    this.#leftMs = limitMs;
    this.signal = AbortSignal.any([survey, this.#up.signal]);
  }

  /**
   * Counts the time of a reading, which has to listen to the signal itself.
   *
   * @throws what the reading threw.
   */
  async within<Value>(read: () => Promise<Value>): Promise<Value> {
    this.#start();
    try {
      return await read();
    } finally {
      this.#stop();
    }
  }

  #start(): void {
    this.#running += 1;
    if (this.#running > 1) return;
    this.#startedAt = performance.now();
    this.#timer = setTimeout(
      () => this.#up.abort(new Error('The survey did not wait any longer')),
      Math.max(0, this.#leftMs),
    );
  }

  #stop(): void {
    this.#running -= 1;
    if (this.#running > 0) return;
    clearTimeout(this.#timer);
    this.#leftMs -= performance.now() - this.#startedAt;
  }
}
