/** What goes on by itself while a test passes the time. */
const notTimeouts = [
  'Date',
  'hrtime',
  'nextTick',
  'performance',
  'queueMicrotask',
  'setImmediate',
  'clearImmediate',
  'setInterval',
  'clearInterval',
] as const;

/** From here on, time-outs wait for {@link passSeconds}. The wire goes on. End it by `jest.useRealTimers()`. */
export function holdTimeouts(): void {
  jest.useFakeTimers({ doNotFake: [...notTimeouts] });
}

/** Lets time-outs go off, such as those by which what is remembered is forgotten. */
export function passSeconds(seconds: number): void {
  jest.advanceTimersByTime(seconds * 1000);
}
