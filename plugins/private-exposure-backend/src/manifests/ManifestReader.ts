import type {
  LoggerService,
  UrlReaderService,
} from '@backstage/backend-plugin-api';
import { isError, stringifyError } from '@backstage/errors';
import { durationToMilliseconds, type HumanDuration } from '@backstage/types';
import { scrubError } from '../observation/scrubSecrets';

/** The text of a manifest, or why there is none. @internal */
export type ManifestText =
  | { state: 'read'; text: string }
  | { state: 'no-file' }
  | { state: 'unreadable'; reason: 'no-answer' | 'too-large' };

/** Bytes. Reading it keeps nobody else waiting for long. */
const MAX_SIZE = 500_000;
const TIMEOUT: HumanDuration = { seconds: 10 };

/** What {@link ManifestReader} needs. @internal */
export interface ManifestReaderOptions {
  /** Reads from the Git hosts of the configuration, with their credentials. */
  urlReader: UrlReaderService;
  /** Told what a Git host said instead of an answer. */
  logger: LoggerService;
}

/**
 * Reads manifests from Git hosts, those of a size that people write. What the hosts say of a failure stays here: it may
 * tell of more than the caller may know.
 *
 * @internal
 */
export class ManifestReader {
  readonly #urlReader: UrlReaderService;
  readonly #logger: LoggerService;

  private constructor({ urlReader, logger }: ManifestReaderOptions) {
    this.#urlReader = urlReader;
    this.#logger = logger;
  }

  static create(options: ManifestReaderOptions): ManifestReader {
    return new ManifestReader(options);
  }

  /** The text of a file, by its address on a Git host. */
  async read(url: string): Promise<ManifestText> {
    try {
      const text = await this.#readText(url);
      return text === undefined
        ? { state: 'unreadable', reason: 'too-large' }
        : { state: 'read', text };
    } catch (error) {
      if (isError(error) && error.name === 'NotFoundError') {
        return { state: 'no-file' };
      }
      this.#logger.warn(
        `A manifest could not be read: ${stringifyError(scrubError(error))}`,
      );
      return { state: 'unreadable', reason: 'no-answer' };
    }
  }

  /** Undefined for a file that is too large, of which no more is read then. */
  async #readText(url: string): Promise<string | undefined> {
    const signal = AbortSignal.timeout(durationToMilliseconds(TIMEOUT));
    const response = await this.#urlReader.readUrl(url, { signal });
    if (!response.stream) {
      const whole = await response.buffer();
      return whole.length > MAX_SIZE ? undefined : whole.toString('utf8');
    }
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of response.stream()) {
      const part = Buffer.from(chunk);
      size += part.length;
      if (size > MAX_SIZE) return undefined;
      chunks.push(part);
    }
    return Buffer.concat(chunks).toString('utf8');
  }
}
