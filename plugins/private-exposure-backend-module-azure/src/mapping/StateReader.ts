import type { LoggerService } from '@backstage/backend-plugin-api';

/**
 * Reads the cloud's state words, whose case varies even within one answer. A word that is new to us is logged once and
 * read as `undefined`; whoever asks says what that means.
 *
 * @internal
 */
export class StateReader {
  readonly #logger: LoggerService;
  readonly #reported = new Set<string>();

  private constructor(logger: LoggerService) {
    this.#logger = logger;
  }

  /** A reader that tells of new words through a logger. */
  static create(logger: LoggerService): StateReader {
    return new StateReader(logger);
  }

  /**
   * What a word means.
   *
   * @param subject - What the word is about, for the log, such as `endpoint service`.
   * @param words - Meanings, by the word in lower case.
   */
  read<Meaning>(
    subject: string,
    word: string | undefined,
    words: Readonly<Record<string, Meaning>>,
  ): Meaning | undefined {
    const key = word?.toLowerCase() ?? '';
    if (Object.hasOwn(words, key)) return words[key];
    const seen = `${subject}:${key}`;
    if (!this.#reported.has(seen)) {
      this.#reported.add(seen);
      this.#logger.warn(
        `Azure sent the state '${
          word ?? ''
        }' for a ${subject}, which is new to us; it is shown as unknown`,
      );
    }
    return undefined;
  }
}
