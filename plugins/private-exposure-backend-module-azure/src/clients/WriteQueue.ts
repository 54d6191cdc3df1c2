/**
 * Lets changes of one resource through one after the other. Azure takes one change of a private link service at a time
 * and answers 409 to the second; another backend's changes are met by repeating.
 *
 * @internal
 */
export class WriteQueue {
  readonly #last = new Map<string, Promise<void>>();

  /** Runs the work once all work on the same resource that came before has ended, well or not. */
  async run<Result>(
    resourceId: string,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const before = this.#last.get(resourceId) ?? Promise.resolve();
    const mine = before.then(work);
    const ended = mine.then(
      () => {},
      () => {},
    );
    this.#last.set(resourceId, ended);
    try {
      return await mine;
    } finally {
      if (this.#last.get(resourceId) === ended) this.#last.delete(resourceId);
    }
  }
}
