import {
  type CostEstimate,
  type ExposureKind,
  exposureKinds,
} from '@postern/backstage-plugin-private-exposure-common';
import type { CostSettings } from './CostSettings';

const hoursIn30Days = 30 * 24;

/** Prices have few digits; sums of them in binary have many. */
function round(amount: number): number {
  return Number(amount.toFixed(6));
}

/**
 * Estimates what exposures cost for being there, by the prices of the configuration. Traffic is not in it.
 *
 * @internal
 */
export class CostEstimator {
  readonly #settings: CostSettings;

  constructor(settings: CostSettings) {
    this.#settings = settings;
  }

  /** What some exposures of a kind cost; nothing where the kind has no price. */
  of(kind: ExposureKind, count: number = 1): CostEstimate | undefined {
    const price = this.#settings.perHour.get(kind);
    return price === undefined ? undefined : this.#estimate(price * count);
  }

  /** What several estimates come to; nothing where there is none. */
  sum(
    estimates: readonly (CostEstimate | undefined)[],
  ): CostEstimate | undefined {
    const known = estimates.flatMap(estimate => estimate?.perHour ?? []);
    return known.length === 0
      ? undefined
      : this.#estimate(known.reduce((sum, perHour) => sum + perHour, 0));
  }

  /** Every kind in the order of its price. Those without one come last either way. */
  kindOrder(direction: 'up' | 'down'): ExposureKind[] {
    const sign = direction === 'up' ? 1 : -1;
    const rank = (kind: ExposureKind) =>
      (this.#settings.perHour.get(kind) ?? Infinity * sign) * sign;
    const byPrice = (a: ExposureKind, b: ExposureKind) => {
      const [left, right] = [rank(a), rank(b)];
      if (left !== right) return left < right ? -1 : 1;
      return a < b ? -1 : 1;
    };
    return [...exposureKinds].sort(byPrice);
  }

  #estimate(perHour: number): CostEstimate {
    return {
      currency: this.#settings.currency,
      perHour: round(perHour),
      per30Days: round(perHour * hoursIn30Days),
    };
  }
}
