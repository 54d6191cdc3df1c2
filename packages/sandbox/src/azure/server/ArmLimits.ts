import { SandboxClock } from '../../clock';
import { AzureFault, ServicePrincipal } from '../../azureWorld';
import { BucketSize, TokenBuckets } from '../../faults/TokenBuckets';
import { ArmMethod } from './ArmOperation';

/** The kinds of calls that Azure counts one by one. @public */
export type ArmCallKind = 'reads' | 'writes' | 'deletes';

/**
 * How many calls Azure Resource Manager takes of one principal in one
 * subscription: https://aka.ms/arm-throttling.
 *
 * @public
 */
export const defaultArmLimits: Readonly<Record<ArmCallKind, BucketSize>> = {
  reads: { capacity: 250, refillPerSecond: 25 },
  writes: { capacity: 200, refillPerSecond: 10 },
  deletes: { capacity: 200, refillPerSecond: 10 },
};

/** All principals of a subscription together have fifteen times as much. */
const SUBSCRIPTION_FACTOR = 15;

const KINDS: Record<ArmMethod, ArmCallKind> = {
  GET: 'reads',
  HEAD: 'reads',
  PUT: 'writes',
  PATCH: 'writes',
  POST: 'writes',
  DELETE: 'deletes',
};

/**
 * The token buckets of Azure Resource Manager, which every answer tells the rest
 * of. They are on unless a test of many calls switches them off.
 *
 * @public
 */
export class ArmLimits {
  readonly #buckets: TokenBuckets;
  #limits: Record<ArmCallKind, BucketSize> | undefined = {
    ...defaultArmLimits,
  };

  constructor(clock: SandboxClock) {
    this.#buckets = new TokenBuckets(clock);
  }

  /** Replaces some limits and fills the buckets; undefined switches all off. */
  setLimits(
    limits: Partial<Record<ArmCallKind, BucketSize>> | undefined,
  ): void {
    this.#limits = limits && { ...defaultArmLimits, ...limits };
    this.#buckets.clear();
  }

  /** The limits in force; undefined while they are off. */
  get limits(): Record<ArmCallKind, BucketSize> | undefined {
    return this.#limits;
  }

  /**
   * Takes a call, and answers the headers that tell how many are left.
   *
   * @throws AzureFault 429 with `retry-after` when none is left.
   */
  take(
    method: ArmMethod,
    principal: ServicePrincipal,
    subscriptionId: string,
  ): Record<string, string> {
    const kind = KINDS[method];
    const size = this.#limits?.[kind];
    if (!size) return {};
    const key = `${kind}/${subscriptionId.toLowerCase()}`;
    const own = this.#buckets.fill(
      `${key}/${principal.tenantId}/${principal.clientId}`,
      size,
    );
    const all = this.#buckets.fill(key, {
      capacity: size.capacity * SUBSCRIPTION_FACTOR,
      refillPerSecond: size.refillPerSecond * SUBSCRIPTION_FACTOR,
    });
    if (own.tokens < 1 || all.tokens < 1) {
      const seconds = Math.max(1, Math.ceil(1 / size.refillPerSecond));
      throw new AzureFault(
        'SubscriptionRequestsThrottled',
        `Number of '${kind}' requests for subscription '${subscriptionId}' actor '${principal.objectId}' exceeded. Please try again after '${seconds}' seconds after additional tokens are available. Refer to https://aka.ms/arm-throttling for additional information.`,
        { status: 429, headers: { 'retry-after': String(seconds) } },
      );
    }
    own.tokens -= 1;
    all.tokens -= 1;
    const prefix = 'x-ms-ratelimit-remaining-subscription';
    return {
      [`${prefix}-${kind}`]: String(Math.floor(own.tokens)),
      [`${prefix}-global-${kind}`]: String(Math.floor(all.tokens)),
    };
  }
}
