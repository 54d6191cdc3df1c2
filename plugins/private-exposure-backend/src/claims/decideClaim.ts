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
  /** Whether the cloud side says so too. */
  confirmed?: boolean;
  /** Entities that get nothing. */
  conflicts: DeniedClaim[];
}

const taken = 'The cloud side names another owner for this resource.';
const contested =
  'Another entity names this resource too. It belongs to neither until its owner tag says whose it is.';

/**
 * Decides whose an exposure is, by what is trusted most: the owner tag, then the identity that the load balancer
 * controller wrote, then an entity's own word.
 *
 * @remarks
 * A tag that names nobody in the catalog still outweighs an annotation: the cloud side says "not yours". Of two entities
 * with an equal word nobody gets the exposure, else the second could take it from the first.
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
  const annotated = lookup.byResource(evidence.nativeKey);
  const claimed = [...identified, ...annotated];

  if (evidence.ownerTag !== undefined) {
    const entityRef = lookup.isKnown(evidence.ownerTag)
      ? evidence.ownerTag
      : undefined;
    return {
      ...(entityRef && { entityRef, basis: 'owner-tag', confirmed: true }),
      conflicts: deny(claimed, evidence.ownerTag, taken),
    };
  }
  if (identified.length > 0) {
    return award(identified, claimed, {
      basis: 'kubernetes-identity',
      confirmed: true,
    });
  }
  return award(annotated, claimed, { basis: 'annotation', confirmed: false });
}

function award(
  entitled: readonly EntityClaim[],
  claimed: readonly EntityClaim[],
  grounds: Pick<ClaimVerdict, 'basis' | 'confirmed'>,
): ClaimVerdict {
  const candidates = [...new Set(entitled.map(claim => claim.entityRef))];
  if (candidates.length === 0) return { conflicts: [] };
  if (candidates.length > 1) {
    return { conflicts: deny(claimed, undefined, contested) };
  }
  const [entityRef] = candidates;
  return { entityRef, ...grounds, conflicts: deny(claimed, entityRef, taken) };
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
