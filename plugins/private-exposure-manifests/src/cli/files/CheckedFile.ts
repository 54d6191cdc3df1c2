import { readFileSync } from 'node:fs';
import { LintInput } from '../../linter';

/** A file to check. Its text is read when it is needed, so that no more than one has to be in memory. @internal */
export interface CheckedFile {
  /** Relative to the working folder, with `/` between its parts. */
  path: string;
  /** Whether it is a file that can be written. */
  isRegular: boolean;
  /** @throws {@link UnreadableFileError} */
  read(): string;
}

/** A file that is there and can't be read; its message goes on after "can't be read: ". @internal */
export class UnreadableFileError extends Error {
  override readonly name = 'UnreadableFileError' as const;
}

// A byte order mark is left in place, for what is written back.
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * @throws {@link UnreadableFileError} where the bytes are no UTF-8, which is all that YAML, JSON and HCL are read as.
 *
 * @internal
 */
export function decodeText(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    throw new UnreadableFileError('it is no UTF-8 text');
  }
}

/** A file that is read anew each time. @internal */
export function fileOnDisk(path: string, whole: string): CheckedFile {
  return {
    path,
    isRegular: true,
    read: () => {
      try {
        // Node reads and decodes in one step, and puts this character for what is no UTF-8; text may have it too.
        const text = readFileSync(whole, 'utf8');
        return text.includes('\uFFFD') ? decodeText(readFileSync(whole)) : text;
      } catch (error) {
        if (error instanceof UnreadableFileError) throw error;
        throw new UnreadableFileError(systemMessage(error));
      }
    },
  };
}

/** Text that can be had only once: standard input, a pipe. @internal */
export function fileInMemory(path: string, bytes: Uint8Array): CheckedFile {
  return { path, isRegular: false, read: () => decodeText(bytes) };
}

/** A folder that can't be looked into. @internal */
export function unreadable(path: string, error: unknown): CheckedFile {
  const read = () => {
    throw new UnreadableFileError(systemMessage(error));
  };
  return { path, isRegular: false, read };
}

/** Reads a file for the linter, if that is possible. @internal */
export function readInput({
  path,
  read,
}: CheckedFile): LintInput | UnreadableFileError {
  try {
    return { path, content: read() };
  } catch (error) {
    if (error instanceof UnreadableFileError) return error;
    throw error;
  }
}

/** The operating system's words without the path, which is said anyway. @internal */
export function systemMessage(error: unknown): string {
  return error instanceof Error
    ? error.message.replace(/, \w+( '.*')?$/s, '')
    : String(error);
}
