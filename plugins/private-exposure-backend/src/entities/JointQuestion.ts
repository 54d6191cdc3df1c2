/**
 * Lets those who ask the same at the same time share an answer. Who asks while one is under way waits for the next,
 * together with all others who do: an answer is never older than its question, and nothing is kept.
 *
 * @internal
 */
export class JointQuestion<TAnswer> {
  #current: Promise<unknown> | undefined;
  #next: Promise<TAnswer> | undefined;

  /** Whether nobody waits for an answer. */
  get isIdle(): boolean {
    return this.#current === undefined && this.#next === undefined;
  }

  /**
   * The answer. Fails if the question does, with all who share it.
   *
   * @param question - asked by the first of those who share it
   */
  ask(question: () => Promise<TAnswer>): Promise<TAnswer> {
    this.#next ??= this.#askNext(question);
    return this.#next;
  }

  async #askNext(question: () => Promise<TAnswer>): Promise<TAnswer> {
    // Those who ask in the same turn of the event loop come along.
    await new Promise(resolve => setImmediate(resolve));
    // Only that it has ended counts here: how, those who asked it are told.
    if (this.#current) await Promise.allSettled([this.#current]);
    const answer = question();
    this.#current = answer;
    this.#next = undefined;
    try {
      return await answer;
    } finally {
      if (this.#current === answer) this.#current = undefined;
    }
  }
}
