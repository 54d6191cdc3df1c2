import type { Claim } from '@postern/backstage-plugin-private-exposure-common';
import type { NamespaceOwners } from './NamespaceOwners';

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
  /** Who owns that entity. */
  owners: readonly string[];
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
export interface DeniedClaim extends Pick<EntityClaim, 'entityRef' | 'named'> {
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
 * Decides whose an exposure is: the owner tag's; where there is none, the entity's that names the resource and belongs to
 * the owners of the namespace it was made for; else the only entity's that names it.
 *
 * @remarks
 * A tag that names nobody in the catalog still outweighs an annotation: the cloud side says "not yours". The identity
 * that a load balancer controller wrote tells which Kubernetes Service made the exposure, not whose that Service is:
 * that is an annotation's word, as the resource's name is, and confirms nothing, unless the configuration says whose the
 * Service's namespace is. Of two entities with an equal word nobody gets the exposure, else the second could take it from
 * the first.
 *
 * @internal
 */
export function decideClaim(
  evidence: ClaimEvidence,
  lookup: ClaimLookup,
  namespaceOwners: NamespaceOwners,
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
  const isOwners = ({ owners }: EntityClaim) =>
    namespaceOwners.own(evidence.identities, owners);
  const strangers = claimed.filter(claim => isOwners(claim) === false);
  const rest = claimed.filter(claim => isOwners(claim) !== false);
  const conflicts = deny(strangers, undefined, taken);
  const [entityRef, rival] = new Set(rest.map(claim => claim.entityRef));
  if (entityRef === undefined) return { conflicts };
  if (rival !== undefined) {
    return { conflicts: [...conflicts, ...deny(rest, undefined, contested)] };
  }
  const confirmed = rest.some(claim => isOwners(claim) === true);
  const basis =
    confirmed || identified.length > 0 ? 'kubernetes-identity' : 'annotation';
  return { entityRef, basis, confirmed, conflicts };
}

/** One conflict for each entity, also if it names the resource in two ways. */
function deny(
  claims: readonly EntityClaim[],
  owner: string | undefined,
  message: string,
): DeniedClaim[] {
  const denied = new Map<string, DeniedClaim>();
  for (const claim of claims) {
    const { entityRef, named } = claim;
    if (entityRef !== owner && !denied.has(entityRef)) {
      denied.set(entityRef, { entityRef, named, message });
    }
  }
  return [...denied.values()];
}
