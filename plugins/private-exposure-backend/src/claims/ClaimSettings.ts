import { DEFAULT_OWNER_TAG } from '@postern/backstage-plugin-private-exposure-common';
import type { HumanDuration } from '@backstage/types';
import { NamespaceOwners } from './NamespaceOwners';

/**
 * How exposures are matched with entities. Read from the configuration by `config.ts`.
 *
 * @internal
 */
export interface ClaimSettings {
  /** Key of the tag on a cloud resource that names its owner. Default `backstage-entity-ref`. */
  ownerTag: string;
  /** Whose the namespaces of clusters are. Default: nobody's that is known. */
  namespaceOwners: NamespaceOwners;
  /** Between two readings of the catalog. Default 1 minute. */
  frequency: HumanDuration;
}

/** By what it is decided whose an exposure is. @internal */
export type ClaimRules = Pick<ClaimSettings, 'ownerTag' | 'namespaceOwners'>;

/** What holds where the configuration says nothing. @internal */
export const defaultClaimSettings = {
  ownerTag: DEFAULT_OWNER_TAG,
  namespaceOwners: NamespaceOwners.create(),
  frequency: { minutes: 1 },
} satisfies ClaimSettings;
