import type { Claim } from '@postern/backstage-plugin-private-exposure-common';

/** What the cloud side says about the owner of one exposure. @internal */
export interface ClaimEvidence {
  /** Native id, lower case: what annotations are compared with. */
  nativeKey: string;
  /** Value of the owner tag, as an entity reference where it is one. */
  ownerTag?: string;
  /** Kubernetes Services that the controllers name, lower case. */
  identities: readonly string[];
}

/** What one entity says in an annotation. @internal */
export interface EntityClaim {
  /** Who says so. */
  entityRef: string;
  /** As the annotation has it. */
  named: string;
}

/** What the catalog says, for the exposures at hand. @internal */
export interface ClaimLookup {
  /** Whether the catalog has the entity. */
  isKnown(entityRef: string): boolean;
  /** Entities that name a resource. */
  byResource(nativeKey: string): readonly EntityClaim[];
  /** Entities that name a Kubernetes Service. */
  byIdentity(identity: string): readonly EntityClaim[];
}

/** An entity that names what it does not get. @internal */
export interface DeniedClaim extends EntityClaim {
  /** Why, without a word on whose it is. */
  message: string;
}

/** Whose an exposure is. Without an entity it is unclaimed. @internal */
export interface ClaimVerdict {
  /** The entity. */
  entityRef?: string;
  /** Why it is this entity's. */
  basis?: Claim['basis'];
  /** Whether the cloud side names the entity too. */
  confirmed?: boolean;
  /** Entities that get nothing. */
  conflicts: DeniedClaim[];
}

const taken = 'The cloud side names another owner for this resource.';
const contested =
  'Another entity names this resource too. It belongs to neither until its owner tag says whose it is.';

/**
 * Decides whose an exposure is: the owner tag's, and where there is none, the only entity's that names the resource.
 *
 * @remarks
 * A tag that names nobody in the catalog still outweighs an annotation: the cloud side says "not yours". The identity
 * that a load balancer controller wrote tells which Kubernetes Service made the exposure, not whose that Service is:
 * that is an annotation's word, as the resource's name is, and confirms nothing. Of two entities with an equal word
 * nobody gets the exposure, else the second could take it from the first.
 *
 * @internal
 */
export function decideClaim(
  evidence: ClaimEvidence,
  lookup: ClaimLookup,
): ClaimVerdict {
  const identified = evidence.identities.flatMap(identity =>
    lookup.byIdentity(identity),
  );
  const claimed = [...identified, ...lookup.byResource(evidence.nativeKey)];

  if (evidence.ownerTag !== undefined) {
    const entityRef = lookup.isKnown(evidence.ownerTag)
      ? evidence.ownerTag
      : undefined;
    return {
      ...(entityRef && { entityRef, basis: 'owner-tag', confirmed: true }),
      conflicts: deny(claimed, evidence.ownerTag, taken),
    };
  }
  const [entityRef, rival] = new Set(claimed.map(claim => claim.entityRef));
  if (entityRef === undefined) return { conflicts: [] };
  if (rival !== undefined) {
    return { conflicts: deny(claimed, undefined, contested) };
  }
  const basis = identified.length > 0 ? 'kubernetes-identity' : 'annotation';
  return { entityRef, basis, confirmed: false, conflicts: [] };
}

/** One conflict for each entity, also if it names the resource in two ways. */
function deny(
  claims: readonly EntityClaim[],
  owner: string | undefined,
  message: string,
): DeniedClaim[] {
  const denied = new Map<string, DeniedClaim>();
  for (const claim of claims) {
    if (claim.entityRef !== owner && !denied.has(claim.entityRef)) {
      denied.set(claim.entityRef, { ...claim, message });
    }
  }
  return [...denied.values()];
}
