import { percentile } from './table';

/** A share of some times in milliseconds, as a text. @internal */
export function milliseconds(times: readonly number[], share: number): string {
  return `${percentile(times, share).toFixed(1)} ms`;
}
