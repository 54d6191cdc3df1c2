/**
 * How many calls of one sort may be made.
 *
 * @public
 */
export interface CallRate {
  /** Calls a second over time. */
  perSecond: number;
  /** Calls that may be saved up while there are none. */
  burst: number;
}

/** The longest pause that is believed, and the longest that a timer waits: one over 24 days would go off at once. */
const LONGEST_PAUSE_MS = 3_600_000;

/**
 * A token bucket: lets calls through at a rate, with a burst saved up while nobody calls. Who has to wait is served in
 * the order of arrival.
 *
 * @remarks
 * There is one budget for each thing that the cloud counts calls by, such as an account, region and API. It keeps a survey
 * from eating what other tools need. What the cloud itself says is obeyed by everybody who shares the budget: a pause
 * (`Retry-After`), at most an hour at a time, and how many calls are left.
 *
 * @public
 */
export class CallBudget {
  readonly #rate: CallRate;
  #waiters: Array<() => void> = [];
  #tokens: number;
  #countedAt: number;
  #pausedUntil = 0;
  #timer: NodeJS.Timeout | undefined;

  private constructor(rate: CallRate) {
    this.#rate = rate;
    this.#tokens = rate.burst;
    this.#countedAt = Date.now();
  }

  /** A budget that starts with its whole burst. */
  static create(rate: CallRate): CallBudget {
    return new CallBudget(rate);
  }

  /**
   * Waits until a call may be made.
   *
   * @throws the signal's reason, if it is aborted first; the place in the queue is given up.
   */
  async take(signal: AbortSignal): Promise<void> {
    signal.throwIfAborted();
    this.#refill();
    if (this.#waiters.length === 0 && this.#isOpen()) {
      this.#tokens -= 1;
      return;
    }
    await this.#queueUp(signal);
  }

  /**
   * Lets nobody through for a time. The longest of several pauses counts; of one that is longer than an hour, an hour:
   * whoever calls then is told again, and a slip of the cloud's clock must not silence a source for weeks.
   */
  pause(milliseconds: number): void {
    const pause = Math.min(milliseconds, LONGEST_PAUSE_MS);
    this.#pausedUntil = Math.max(this.#pausedUntil, Date.now() + pause);
  }

  /** Takes over how many calls the cloud says are left, where that is fewer than were saved up. */
  limitTo(remaining: number): void {
    this.#refill();
    this.#tokens = Math.min(this.#tokens, remaining);
  }

  #isOpen(): boolean {
    return this.#tokens >= 1 && Date.now() >= this.#pausedUntil;
  }

  #queueUp(signal: AbortSignal): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const gone = new AbortController();
      const proceed = () => {
        gone.abort();
        resolve();
      };
      const leave = () => {
        this.#waiters = this.#waiters.filter(waiter => waiter !== proceed);
        reject(signal.reason);
      };
      signal.addEventListener('abort', leave, {
        once: true,
        signal: gone.signal,
      });
      this.#waiters.push(proceed);
      this.#schedule();
    });
  }

  #serve(): void {
    this.#timer = undefined;
    this.#refill();
    while (this.#isOpen() && this.#waiters.length > 0) {
      this.#tokens -= 1;
      this.#waiters.shift()?.();
    }
    this.#schedule();
  }

  #schedule(): void {
    if (this.#timer || this.#waiters.length === 0) return;
    const missing = Math.max(0, 1 - this.#tokens);
    const wait = Math.max(
      Math.ceil((missing / this.#rate.perSecond) * 1000),
      this.#pausedUntil - Date.now(),
    );
    // Whoever is woken before the time looks, and waits on.
    this.#timer = setTimeout(
      () => this.#serve(),
      Math.min(wait, LONGEST_PAUSE_MS),
    );
  }

  #refill(): void {
    const now = Date.now();
    // A clock that was set back must not take tokens away.
    const elapsed = Math.max(0, now - this.#countedAt) / 1000;
    this.#tokens = Math.min(
      this.#rate.burst,
      this.#tokens + elapsed * this.#rate.perSecond,
    );
    this.#countedAt = now;
  }
}
