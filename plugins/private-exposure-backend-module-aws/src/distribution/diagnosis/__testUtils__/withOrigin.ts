import { distribution, origin } from './inspections';

/** A distribution with this origin alone. */
export const withOrigin = (...changes: Parameters<typeof origin>) =>
  distribution({ origins: [origin(...changes)] });
