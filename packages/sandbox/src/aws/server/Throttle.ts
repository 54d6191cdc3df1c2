import { SandboxClock } from '../../clock';
import { BucketSize, TokenBuckets } from '../../faults/TokenBuckets';

/** A limit on the rate of calls; what is not given matches all. @public */
export interface ThrottleRule extends BucketSize {
  service?: string;
  action?: string;
  accountId?: string;
}

/**
 * Token buckets, one for each account, region and action that a rule matches,
 * as EC2 documents its request throttling. Without rules nothing is throttled.
 *
 * @public
 */
export class Throttle {
  #rules: ThrottleRule[] = [];
  readonly #buckets: TokenBuckets;

  constructor(clock: SandboxClock) {
    this.#buckets = new TokenBuckets(clock);
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
      return matches ? this.#buckets.fill(`${index}/${place}`, rule) : [];
    });
    if (buckets.some(bucket => bucket.tokens < 1)) return false;
    for (const bucket of buckets) bucket.tokens -= 1;
    return true;
  }
}
