import type { LoggerService } from '@backstage/backend-plugin-api';

/**
 * What a {@link StateReader} is made with.
 *
 * @public
 */
export interface StateReaderOptions {
  /** What the log calls the cloud, such as `AWS`. */
  cloud: string;
  /** Told of words that are new to us. */
  logger: Pick<LoggerService, 'warn'>;
}

/**
 * Reads the cloud's state words, whose case varies even within one answer. A word that is new to us is logged once and
 * read as `undefined`; whoever asks says what that means.
 *
 * @public
 */
export class StateReader {
  readonly #cloud: string;
  readonly #logger: Pick<LoggerService, 'warn'>;
  readonly #reported = new Set<string>();

  private constructor({ cloud, logger }: StateReaderOptions) {
    this.#cloud = cloud;
    this.#logger = logger;
  }

  /** A reader that tells of new words through a logger. */
  static create(options: StateReaderOptions): StateReader {
    return new StateReader(options);
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
        `${this.#cloud} sent the state '${
          word ?? ''
        }' for a ${subject}, which is new to us; it is shown as unknown`,
      );
    }
    return undefined;
  }
}
