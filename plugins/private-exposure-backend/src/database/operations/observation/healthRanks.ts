import type { Health } from '@postern/backstage-plugin-private-exposure-common';

/** Order of health in listings, the worst first. @internal */
export const healthRanks = {
  failing: 0,
  degraded: 1,
  unknown: 2,
  ok: 3,
} as const satisfies Record<Health, number>;
