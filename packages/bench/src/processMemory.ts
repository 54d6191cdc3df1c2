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

/** Processor time that a process has used since its start, in seconds. @internal */
export function readProcessorTime(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // User and system time are fields 14 and 15, in hundredths; the name in field 2 may hold spaces.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / 100;
}
