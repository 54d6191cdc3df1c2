/**
 * A transition that waits in the clock.
 *
 * @public
 */
export interface ScheduledTransition {
  /** Forgets the transition; a second call does nothing. */
  cancel(): void;
}

interface PendingTransition {
  dueAt: number;
  order: number;
  run: () => void;
}

/** Longest delay that `setTimeout` can hold, in milliseconds. */
const LONGEST_TIMER = 2 ** 31 - 1;

/**
 * The one source of time in the sandbox.
 *
 * @remarks
 * By default it runs with the machine. `freeze` stops it, `advance` moves it
 * (frozen or not), and `reset` returns to the machine's time. All that happens
 * by itself in the world, such as a load balancer that becomes active, is a
 * transition scheduled here, so a test that freezes the clock decides when it
 * happens. Transitions run in the order of their due times, and those that
 * they schedule themselves run in the same `advance` if they fall due in it.
 *
 * @public
 */
export class SandboxClock {
  readonly #pending = new Set<PendingTransition>();
  #offset = 0;
  #frozenAt: number | undefined;
  #order = 0;
  #timer: NodeJS.Timeout | undefined;

  /** Milliseconds since the epoch, on the sandbox's clock. */
  now(): number {
    return this.#frozenAt ?? Date.now() + this.#offset;
  }

  /** Whether time stands still until `advance`. */
  get isFrozen(): boolean {
    return this.#frozenAt !== undefined;
  }

  /** How many transitions wait. */
  get pendingCount(): number {
    return this.#pending.size;
  }

  /**
   * Runs `transition` after a delay in milliseconds on this clock; a delay of
   * zero or less runs it before the method returns.
   */
  schedule(delay: number, transition: () => void): ScheduledTransition {
    if (delay <= 0) {
      transition();
      return { cancel() {} };
    }
    this.#order += 1;
    const entry = {
      dueAt: this.now() + delay,
      order: this.#order,
      run: transition,
    };
    this.#pending.add(entry);
    this.#arm();
    return {
      cancel: () => {
        this.#pending.delete(entry);
        this.#arm();
      },
    };
  }

  /** Stops time, at the given moment in milliseconds or now. */
  freeze(at: number = this.now()): void {
    this.#frozenAt = at;
    this.#runDue();
    this.#arm();
  }

  /** Moves time forward by milliseconds and runs what falls due on the way. */
  advance(milliseconds: number): void {
    if (!(milliseconds >= 0)) {
      throw new RangeError(
        `The clock cannot be advanced by '${milliseconds}' ms; give a number of 0 or more`,
      );
    }
    const target = this.now() + milliseconds;
    const wasFrozen = this.isFrozen;
    for (;;) {
      const next = this.#next();
      if (!next || next.dueAt > target) break;
      this.#frozenAt = Math.max(next.dueAt, this.now());
      this.#pending.delete(next);
      next.run();
    }
    this.#frozenAt = wasFrozen ? target : undefined;
    if (!wasFrozen) this.#offset = target - Date.now();
    this.#arm();
  }

  /** Returns to the machine's time; what has fallen due meanwhile runs. */
  reset(): void {
    this.#frozenAt = undefined;
    this.#offset = 0;
    this.#runDue();
    this.#arm();
  }

  /** Forgets every waiting transition. */
  clear(): void {
    this.#pending.clear();
    this.#arm();
  }

  #next(): PendingTransition | undefined {
    let first: PendingTransition | undefined;
    for (const entry of this.#pending) {
      if (
        !first ||
        entry.dueAt < first.dueAt ||
        (entry.dueAt === first.dueAt && entry.order < first.order)
      ) {
        first = entry;
      }
    }
    return first;
  }

  #runDue(): void {
    for (;;) {
      const next = this.#next();
      if (!next || next.dueAt > this.now()) return;
      this.#pending.delete(next);
      next.run();
    }
  }

  #arm(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const next = this.#next();
    if (!next || this.isFrozen) return;
    const delay = Math.max(0, next.dueAt - this.now());
    this.#timer = setTimeout(() => {
      this.#runDue();
      this.#arm();
    }, Math.min(delay, LONGEST_TIMER));
    // The sandbox's servers keep the process alive, its clock must not.
    this.#timer.unref();
  }
}
