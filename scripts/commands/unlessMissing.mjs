import { SetupError, say } from '../setup/messages.mjs';

/**
 * Runs a step that needs what a developer may not have. Without it the step is left out, and says so; where it is required
 * it fails.
 *
 * @param isRequired - whether the step was named
 * @returns what is missing, if something is
 */
export async function unlessMissing(run, { isRequired }) {
  try {
    await run();
    return undefined;
  } catch (error) {
    if (isRequired || !(error instanceof SetupError)) throw error;
    say(error.hint);
    return error.message;
  }
}
