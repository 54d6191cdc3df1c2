import { setTimeout } from 'node:timers/promises';

/** Waits until something is so; the test's own time limit is the deadline. */
export async function waitFor(
  isSo: () => Promise<boolean> | boolean,
): Promise<void> {
  while (!(await isSo())) await setTimeout(20);
}
