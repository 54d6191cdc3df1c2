import type { Knex } from 'knex';
import type {
  ClaimEvidence,
  ClaimLookup,
  EntityClaim,
} from '../../../claims/decideClaim';
import type {
  DbClaimantOwnerRow,
  DbClaimantRow,
  DbClaimRow,
} from '../../tables';
import { selectIn } from '../../writeRows';

/**
 * Reads at once what the catalog says about some exposures.
 *
 * @internal
 */
export async function loadClaimLookup(
  knex: Knex,
  evidences: readonly ClaimEvidence[],
): Promise<ClaimLookup> {
  const tags = evidences.flatMap(({ ownerTag }) => ownerTag ?? []);
  const known = await selectIn<DbClaimantRow, 'entity_ref' | 'found'>({
    knex,
    table: 'claimants',
    where: 'entity_ref',
    values: [...new Set(tags)],
    columns: ['entity_ref', 'found'],
  });
  const values = evidences.flatMap(evidence => [
    evidence.nativeKey,
    ...evidence.identities,
  ]);
  const claims = await selectIn<DbClaimRow, keyof DbClaimRow>({
    knex,
    table: 'claims',
    where: 'value',
    values: [...new Set(values)],
    columns: ['entity_ref', 'type', 'value', 'named'],
  });
  const owners = await selectIn<DbClaimantOwnerRow, keyof DbClaimantOwnerRow>({
    knex,
    table: 'claimant_owners',
    where: 'entity_ref',
    values: [...new Set(claims.map(claim => claim.entity_ref))],
    columns: ['entity_ref', 'owner_ref'],
  });
  return toLookup(
    known.filter(row => Boolean(row.found)).map(row => row.entity_ref),
    claims,
    owners,
  );
}

function toLookup(
  knownRefs: readonly string[],
  claims: readonly DbClaimRow[],
  ownerRows: readonly DbClaimantOwnerRow[],
): ClaimLookup {
  const known = new Set(knownRefs);
  const ownersByRef = new Map<string, string[]>();
  for (const { entity_ref, owner_ref } of ownerRows) {
    const list = ownersByRef.get(entity_ref) ?? [];
    list.push(owner_ref);
    ownersByRef.set(entity_ref, list);
  }
  const byValue = new Map<string, EntityClaim[]>();
  for (const { type, value, entity_ref, named } of claims) {
    const key = `${type} ${value}`;
    const list = byValue.get(key) ?? [];
    const owners = ownersByRef.get(entity_ref) ?? [];
    list.push({ entityRef: entity_ref, owners, named });
    byValue.set(key, list);
  }
  return {
    isKnown: entityRef => known.has(entityRef),
    byResource: nativeKey => byValue.get(`resource ${nativeKey}`) ?? [],
    byIdentity: identity => byValue.get(`kubernetes-service ${identity}`) ?? [],
  };
}
