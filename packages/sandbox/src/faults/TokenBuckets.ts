import { SandboxClock } from '../clock';

/** How many calls a bucket holds, and how fast it fills. @public */
export interface BucketSize {
  /** Calls at once from a full bucket. */
  capacity: number;
  /** Calls per second after that, on the sandbox's clock. */
  refillPerSecond: number;
}

/** A bucket as it is now. @internal */
export interface Bucket {
  tokens: number;
  filledAt: number;
}

/**
 * Token buckets by key, each full at first.
 *
 * @internal
 */
export class TokenBuckets {
  readonly #clock: SandboxClock;
  readonly #buckets = new Map<string, Bucket>();

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  /** The bucket of a key, filled up to now. */
  fill(key: string, size: BucketSize): Bucket {
    const now = this.#clock.now();
    const bucket = this.#buckets.get(key) ?? {
      tokens: size.capacity,
      filledAt: now,
    };
    const seconds = Math.max(0, now - bucket.filledAt) / 1000;
    bucket.tokens = Math.min(
      size.capacity,
      bucket.tokens + seconds * size.refillPerSecond,
    );
    bucket.filledAt = now;
    this.#buckets.set(key, bucket);
    return bucket;
  }

  /** Fills all buckets. */
  clear(): void {
    this.#buckets.clear();
  }
}
