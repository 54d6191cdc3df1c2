import { readFileSync, writeFileSync } from 'node:fs';

/** Resident memory of a process, in bytes, from Linux's /proc. @internal */
export function readMemory(pid: number): { now: number; peak: number } {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const field = (name: string) =>
    Number(status.match(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm'))?.[1]) * 1024;
  return { now: field('VmRSS'), peak: field('VmHWM') };
}

/** Makes the peak start again from what is resident now. @internal */
export function resetPeak(pid: number): void {
  // 5 resets VmHWM: proc(5), /proc/pid/clear_refs.
  writeFileSync(`/proc/${pid}/clear_refs`, '5');
}
