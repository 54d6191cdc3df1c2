import {
  exposureKinds,
  type ListUnclaimedOptions,
  type Manager,
  type UnclaimedOrder,
} from '@postern/backstage-plugin-private-exposure-common';
import { readWord } from '../PrivateExposurePage/options';

/** By what the listing is filtered, and its order: as they stand in the page's address. @internal */
export const unclaimedFilters = [
  'text',
  'kind',
  'provider',
  'account',
  'scopeId',
  'olderThanDays',
  'createdBy',
  'manager',
  'order',
] as const;
/** One of them. @internal */
export type UnclaimedFilter = (typeof unclaimedFilters)[number];

/** What may look after an exposure. @internal */
export const managers: readonly Manager[] = ['iac', 'kubernetes', 'unknown'];

/** Ages to choose from, in days. @internal */
export const ages: readonly number[] = [1, 7, 30, 90, 365];

const orders: readonly UnclaimedOrder[] = [
  ...(['name', '-name', 'observedAt', '-observedAt'] as const),
  ...(['health', '-health', 'createdAt', '-createdAt'] as const),
  ...(['cost', '-cost'] as const),
];

/**
 * What the backend is asked for. An old or mistyped link may hold words that it would refuse: those are left out.
 *
 * @internal
 */
export function toUnclaimedQuery(
  filters: Partial<Record<UnclaimedFilter, string>>,
): ListUnclaimedOptions {
  const { kind, manager, order, olderThanDays, ...texts } = filters;
  const days = Number(olderThanDays);
  return {
    ...texts,
    kind: readWord(exposureKinds, kind),
    manager: readWord(managers, manager),
    olderThanDays: Number.isInteger(days) && days > 0 ? days : undefined,
    order: readWord(orders, order),
  };
}
