import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  type ExposureKind,
  exposureKinds,
} from '@postern/backstage-plugin-private-exposure-common';

/** What exposures cost, by the operator's own prices. @internal */
export interface CostSettings {
  /** ISO 4217. */
  currency: string;
  /** For being there, by kind; a kind without a price is missing. */
  perHour: ReadonlyMap<ExposureKind, number>;
}

/**
 * Reads `privateExposure.costs`.
 *
 * @throws InputError, naming the full key, if a kind is not known or a price is none
 * @internal
 */
export function readCostSettings(config: Config | undefined): CostSettings {
  const costs = config?.getOptionalConfig('costs');
  const currency = costs?.getOptionalString('currency') ?? 'USD';
  if (!/^[A-Z]{3}$/.test(currency)) {
    throw new InputError(
      `'privateExposure.costs.currency' must be a code of three capital letters such as 'EUR', not '${currency}'`,
    );
  }
  const prices = costs?.getOptionalConfig('perHour');
  const perHour = new Map(
    (prices?.keys() ?? []).map(key => {
      const place = `privateExposure.costs.perHour.${key}`;
      const kind = exposureKinds.find(one => one === key);
      if (!kind) {
        throw new InputError(
          `'${place}' is no kind of exposure; use one of ${exposureKinds.join(
            ', ',
          )}`,
        );
      }
      const price = prices?.getNumber(key) ?? 0;
      if (!Number.isFinite(price) || price < 0) {
        throw new InputError(`'${place}' must be a price of at least 0`);
      }
      return [kind, price] as const;
    }),
  );
  return { currency, perHour };
}
