import { SandboxClock } from '../../clock';

/** A limit on the rate of calls; what is not given matches all. @public */
export interface ThrottleRule {
  service?: string;
  action?: string;
  accountId?: string;
  /** Calls at once from a full bucket. */
  capacity: number;
  /** Calls per second after that, on the sandbox's clock. */
  refillPerSecond: number;
}

interface Bucket {
  tokens: number;
  filledAt: number;
}

/**
 * Token buckets, one for each account, region and action that a rule matches,
 * as EC2 documents its request throttling. Without rules nothing is throttled.
 *
 * @public
 */
export class Throttle {
  readonly #clock: SandboxClock;
  #rules: ThrottleRule[] = [];
  readonly #buckets = new Map<string, Bucket>();

  constructor(clock: SandboxClock) {
    this.#clock = clock;
  }

  /** Replaces all rules; an empty list switches the throttle off. */
  setRules(rules: ThrottleRule[]): void {
    this.#rules = [...rules];
    this.#buckets.clear();
  }

  /** The rules in force. */
  listRules(): ThrottleRule[] {
    return [...this.#rules];
  }

  /** Takes a token for a call from each bucket; false when one is empty. */
  allows(call: {
    service: string;
    action: string;
    accountId: string;
    region: string;
  }): boolean {
    const buckets = this.#rules.flatMap((rule, index) => {
      const matches =
        (rule.service ?? call.service) === call.service &&
        (rule.action ?? call.action) === call.action &&
        (rule.accountId ?? call.accountId) === call.accountId;
      const place = `${call.accountId}/${call.region}/${call.action}`;
      return matches ? this.#fill(`${index}/${place}`, rule) : [];
    });
    if (buckets.some(bucket => bucket.tokens < 1)) return false;
    for (const bucket of buckets) bucket.tokens -= 1;
    return true;
  }

  #fill(key: string, rule: ThrottleRule): Bucket {
    const now = this.#clock.now();
    const bucket = this.#buckets.get(key) ?? {
      tokens: rule.capacity,
      filledAt: now,
    };
    const seconds = Math.max(0, now - bucket.filledAt) / 1000;
    bucket.tokens = Math.min(
      rule.capacity,
      bucket.tokens + seconds * rule.refillPerSecond,
    );
    bucket.filledAt = now;
    this.#buckets.set(key, bucket);
    return bucket;
  }
}
