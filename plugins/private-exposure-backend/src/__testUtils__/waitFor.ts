import { setTimeout } from 'node:timers/promises';

const LIMIT = 30_000;

/**
 * Waits until something is so. Gives up after half a minute: a test that has timed out must not go on asking, or the
 * test run would never end.
 */
export async function waitFor(
  isSo: () => Promise<boolean> | boolean,
): Promise<void> {
  const deadline = Date.now() + LIMIT;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`This was never so: ${isSo}`);
    await setTimeout(20);
  }
}
