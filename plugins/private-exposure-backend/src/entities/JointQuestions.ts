import { JointQuestion } from './JointQuestion';

/**
 * A {@link JointQuestion} for each of many things that may be asked, as long as somebody waits for its answer.
 *
 * @internal
 */
export class JointQuestions<TAnswer> {
  readonly #asked = new Map<string, JointQuestion<TAnswer>>();

  /**
   * The answer, shared with those who ask the same at the same time.
   *
   * @param name - the same for those who ask the same
   * @param question - asked by the first of them
   */
  async ask(name: string, question: () => Promise<TAnswer>): Promise<TAnswer> {
    const joint = this.#asked.get(name) ?? new JointQuestion();
    this.#asked.set(name, joint);
    try {
      return await joint.ask(question);
    } finally {
      if (joint.isIdle) this.#asked.delete(name);
    }
  }
}
