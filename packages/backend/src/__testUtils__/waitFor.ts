import { setTimeout } from 'node:timers/promises';

/** Waits until something is there, and gives it back; fails after a minute, which is long for a machine that has more to do. */
export async function waitFor<T>(
  read: () => Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const value = await read();
    if (value !== undefined) return value;
    await setTimeout(20);
  }
  throw new Error(`This did not come about: ${read}`);
}
