import { useMemo } from 'react';
import type { CostEstimate } from '@postern/backstage-plugin-private-exposure-common';
import { useLanguage } from '../../hooks/useLanguage';

/**
 * Writes estimates in the reader's language: by the hour with as many digits as a price has, for 30 days as money is
 * counted.
 *
 * @internal
 */
export function useMoney(): (estimate: CostEstimate) => {
  perHour: string;
  per30Days: string;
} {
  const locale = useLanguage();
  return useMemo(() => {
    const write = (amount: number, currency: string, digits?: number) =>
      new Intl.NumberFormat(locale, {
        style: 'currency',
        currency,
        maximumFractionDigits: digits,
      }).format(amount);
    return ({ currency, perHour, per30Days }) => ({
      perHour: write(perHour, currency, 4),
      per30Days: write(per30Days, currency),
    });
  }, [locale]);
}
