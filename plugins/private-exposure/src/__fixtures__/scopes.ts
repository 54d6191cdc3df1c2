import type { Scope } from '@postern/backstage-plugin-private-exposure-common';
import { freshSource, minutesAgo } from './times';

/** A source that was surveyed a moment ago. */
export const paymentsScope: Scope = {
  id: 'aws:222233334444:eu-west-1',
  provider: 'aws',
  title: 'acme-payments, eu-west-1',
  account: '222233334444',
  region: 'eu-west-1',
  source: freshSource(),
  lastAttemptAt: minutesAgo(2),
  nextAttemptAt: minutesAgo(-3),
  exposures: 4,
  connections: 7,
  calls: 6,
  throttles: 0,
  durationSeconds: 1.42,
};

/** A source whose last survey was throttled and stayed incomplete. */
export const platformScope: Scope = {
  id: 'aws:111122223333:eu-west-1',
  provider: 'aws',
  title: 'acme-platform, eu-west-1',
  account: '111122223333',
  region: 'eu-west-1',
  source: {
    state: 'stale',
    observedAt: minutesAgo(95),
    error: 'RequestLimitExceeded after page 2 of the connections',
  },
  lastAttemptAt: minutesAgo(4),
  nextAttemptAt: minutesAgo(-1),
  exposures: 3,
  connections: 3,
  calls: 14,
  throttles: 5,
  durationSeconds: 31.8,
};

/** A source that was never seen, because its role can't be assumed. */
export const legacyScope: Scope = {
  id: 'aws:999988887777:eu-west-1',
  provider: 'aws',
  title: 'acme-legacy, eu-west-1',
  account: '999988887777',
  region: 'eu-west-1',
  source: {
    state: 'failed',
    error:
      'AccessDenied: not authorized to perform sts:AssumeRole on arn:aws:iam::999988887777:role/Postern',
  },
  lastAttemptAt: minutesAgo(4),
  nextAttemptAt: minutesAgo(-6),
};

/** All sources of the fixtures' world. */
export const scopes = [paymentsScope, platformScope, legacyScope];
