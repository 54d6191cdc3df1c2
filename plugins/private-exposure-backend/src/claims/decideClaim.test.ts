import {
  type ClaimEvidence,
  type ClaimLookup,
  decideClaim,
} from './decideClaim';
import { NamespaceOwners } from './NamespaceOwners';

const owner = 'component:default/payments';
const thief = 'component:default/invoices';
const teamOf: Record<string, string> = {
  [owner]: 'group:default/team-payments',
  [thief]: 'group:default/team-invoices',
};
const nobodys = NamespaceOwners.create();
const evidence: ClaimEvidence = {
  nativeKey: 'arn:payments',
  identities: ['eu/pay/api'],
};

function lookup(said: {
  known?: string[];
  byArn?: string[];
  byService?: string[];
}): ClaimLookup {
  const claims = (refs: string[] = []) =>
    refs.map(entityRef => ({
      entityRef,
      owners: [teamOf[entityRef]],
      named: 'as annotated',
    }));
  return {
    isKnown: entityRef => (said.known ?? []).includes(entityRef),
    byResource: () => claims(said.byArn),
    byIdentity: () => claims(said.byService),
  };
}

const decide = (
  about: ClaimEvidence,
  said: ClaimLookup,
  namespaceOwners = nobodys,
) => decideClaim(about, said, namespaceOwners);

describe('decideClaim', () => {
  it('takes the tag’s word, whatever entities name the resource', () => {
    const verdict = decide(
      { ...evidence, ownerTag: owner },
      lookup({ known: [owner, thief], byArn: [thief], byService: [thief] }),
    );

    expect(verdict).toMatchObject({
      entityRef: owner,
      confirmed: true,
      conflicts: [{ entityRef: thief }],
    });
  });

  it('gives nobody what the tag gives to an entity that is not there', () => {
    const verdict = decide(
      { ...evidence, ownerTag: owner },
      lookup({ byArn: [thief], byService: [thief] }),
    );

    expect(verdict).toEqual({
      conflicts: [expect.objectContaining({ entityRef: thief })],
    });
  });

  it('does not take an entity’s word for whose a Kubernetes Service is', () => {
    expect(decide(evidence, lookup({ byService: [thief] }))).toMatchObject({
      entityRef: thief,
      basis: 'kubernetes-identity',
      confirmed: false,
    });
  });

  it.each([
    ['ARN', 'Kubernetes Service', { byArn: [owner], byService: [thief] }],
    ['Kubernetes Service', 'ARN', { byArn: [thief], byService: [owner] }],
    ['ARN', 'ARN', { byArn: [owner, thief] }],
    ['Kubernetes Service', 'Kubernetes Service', { byService: [owner, thief] }],
  ])(
    'does not let who names the %s lose it to who names the %s',
    (_, __, said) => {
      const verdict = decide(evidence, lookup(said));

      expect(verdict.entityRef).toBeUndefined();
      expect(
        verdict.conflicts.map(({ entityRef }) => entityRef).sort(),
      ).toEqual([thief, owner]);
    },
  );

  it('sees no rival in an entity that names the resource in both ways', () => {
    const verdict = decide(
      evidence,
      lookup({ byArn: [owner], byService: [owner] }),
    );

    expect(verdict).toMatchObject({
      entityRef: owner,
      basis: 'kubernetes-identity',
      conflicts: [],
    });
  });

  describe('with the owners of namespaces', () => {
    const owners = NamespaceOwners.create({
      EU: { pay: [teamOf[owner]], bills: [teamOf[thief], teamOf[owner]] },
    });

    it.each([
      ['Kubernetes Service', { byService: [owner, thief] }],
      ['resource', { byArn: [owner], byService: [thief] }],
    ])('gives what the owners’ entity names by %s to it alone', (_, said) => {
      expect(decide(evidence, lookup(said), owners)).toMatchObject({
        entityRef: owner,
        basis: 'kubernetes-identity',
        confirmed: true,
        conflicts: [{ entityRef: thief }],
      });
    });

    it('gives nothing to others, also where the owners name nothing', () => {
      expect(
        decide(evidence, lookup({ byArn: [thief] }), owners),
      ).toMatchObject({ conflicts: [{ entityRef: thief }] });
      expect(
        decide(evidence, lookup({ byArn: [thief] }), owners).entityRef,
      ).toBeUndefined();
    });

    it('gives nothing to an entity that others own as well', () => {
      const shared = lookup({ byService: [owner] });
      const byIdentity = (identity: string) =>
        shared.byIdentity(identity).map(claim => ({
          ...claim,
          owners: [...claim.owners, teamOf[thief]],
        }));

      expect(decide(evidence, { ...shared, byIdentity }, owners)).toEqual({
        conflicts: [expect.objectContaining({ entityRef: owner })],
      });
    });

    it('takes the tag’s word before theirs', () => {
      const tagged = { ...evidence, ownerTag: thief };

      expect(
        decide(tagged, lookup({ known: [thief], byService: [owner] }), owners),
      ).toMatchObject({ entityRef: thief, basis: 'owner-tag' });
    });

    it.each([
      ['a namespace of nobody', ['eu/pay/api', 'eu/other/api'], false],
      ['another cluster', ['us/pay/api'], false],
      ['two namespaces of theirs', ['eu/pay/api', 'eu/bills/api'], true],
    ])(
      'confirms a load balancer for %s: %s, %s',
      (_, identities, confirmed) => {
        expect(
          decide(
            { ...evidence, identities },
            lookup({ byService: [owner] }),
            owners,
          ),
        ).toMatchObject({ entityRef: owner, confirmed });
      },
    );
  });
});
