/**
 * Waits for work that has no ear for a signal, such as the SDK's between two attempts, until the signal says to stop.
 *
 * @throws the signal's reason, or what the work throws.
 * @internal
 */
export async function endedBy<T>(
  signal: AbortSignal,
  work: Promise<T>,
): Promise<T> {
  let leave = () => {};
  const aborted = new Promise<never>((_, reject) => {
    leave = () => reject(signal.reason);
    signal.addEventListener('abort', leave, { once: true });
  });
  try {
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', leave);
  }
}
