/**
 * Lets changes of one resource through one after the other. Azure takes one change of a private link service at a time
 * and answers 409 to the second. Other processes' changes are kept apart by the backend, and met by repeating.
 *
 * @internal
 */
export class WriteQueue {
  readonly #last = new Map<string, Promise<unknown>>();

  /**
   * Runs the work once all work on the same resource that came before has ended, well or not.
   *
   * @throws the signal's reason, if it is aborted before the work begins; those behind keep waiting for those ahead.
   */
  async run<Result>(
    resourceId: string,
    work: () => Promise<Result>,
    signal: AbortSignal,
  ): Promise<Result> {
    const before = this.#last.get(resourceId) ?? Promise.resolve();
    const mine = orAborted(before, signal).then(() => {
      signal.throwIfAborted();
      return work();
    });
    const ended = Promise.allSettled([before, mine]);
    this.#last.set(resourceId, ended);
    try {
      return await mine;
    } finally {
      void ended.then(() => {
        if (this.#last.get(resourceId) === ended) this.#last.delete(resourceId);
      });
    }
  }
}

/** Waits, unless the signal is aborted first. */
async function orAborted(
  awaited: Promise<unknown>,
  signal: AbortSignal,
): Promise<void> {
  const gone = new AbortController();
  const aborted = new Promise<never>((_, reject) => {
    const leave = () => reject(signal.reason);
    if (signal.aborted) leave();
    signal.addEventListener('abort', leave, { signal: gone.signal });
  });
  try {
    await Promise.race([awaited, aborted]);
  } finally {
    gone.abort();
  }
}
