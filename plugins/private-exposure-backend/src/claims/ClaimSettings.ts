import { DEFAULT_OWNER_TAG } from '@postern/backstage-plugin-private-exposure-common';
import type { HumanDuration } from '@backstage/types';

/**
 * How exposures are matched with entities. Read from the configuration by `config.ts`.
 *
 * @internal
 */
export interface ClaimSettings {
  /** Key of the tag on a cloud resource that names its owner. Default `backstage-entity-ref`. */
  ownerTag: string;
  /** Between two readings of the catalog. Default 1 minute. */
  frequency: HumanDuration;
}

/** What holds where the configuration says nothing. @internal */
export const defaultClaimSettings = {
  ownerTag: DEFAULT_OWNER_TAG,
  frequency: { minutes: 1 },
} as const satisfies ClaimSettings;
