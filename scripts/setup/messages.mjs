const started = Date.now();

/** Prints one line of progress with the seconds since the start. */
export function say(text) {
  const seconds = ((Date.now() - started) / 1000).toFixed(0).padStart(4);
  process.stdout.write(`postern ${seconds}s  ${text}\n`);
}

/** Prints why nothing more can be done, and ends the process. */
export function fail(text) {
  process.stderr.write(`\npostern: ${text}\n`);
  process.exit(1);
}

/** An error whose message names what is missing and how to get it. */
export class SetupError extends Error {
  constructor(message, hint) {
    super(message);
    this.name = 'SetupError';
    this.hint = hint;
  }
}
