/** What a command may touch besides files; tests give one of their own. @public */
export interface Terminal {
  /** Where relative paths begin. */
  cwd: string;
  /** Prints a text as it is. */
  write(text: string): void;
  /** Prints a text for people beside the output. */
  warn(text: string): void;
  readStdin(): Promise<Uint8Array>;
  /** Whether colours are welcome. */
  hasColours: boolean;
  /** For exceptions that end. */
  now(): Date;
}
