import {
  type ClaimEvidence,
  type ClaimLookup,
  decideClaim,
} from './decideClaim';

const owner = 'component:default/payments';
const thief = 'component:default/invoices';
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
    refs.map(entityRef => ({ entityRef, named: 'as annotated' }));
  return {
    isKnown: entityRef => (said.known ?? []).includes(entityRef),
    byResource: () => claims(said.byArn),
    byIdentity: () => claims(said.byService),
  };
}

describe('decideClaim', () => {
  it('takes the tag’s word, whatever entities name the resource', () => {
    const verdict = decideClaim(
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
    const verdict = decideClaim(
      { ...evidence, ownerTag: owner },
      lookup({ byArn: [thief], byService: [thief] }),
    );

    expect(verdict).toEqual({
      conflicts: [expect.objectContaining({ entityRef: thief })],
    });
  });

  it('does not take an entity’s word for whose a Kubernetes Service is', () => {
    expect(decideClaim(evidence, lookup({ byService: [thief] }))).toMatchObject(
      { entityRef: thief, basis: 'kubernetes-identity', confirmed: false },
    );
  });

  it.each([
    ['ARN', 'Kubernetes Service', { byArn: [owner], byService: [thief] }],
    ['Kubernetes Service', 'ARN', { byArn: [thief], byService: [owner] }],
    ['ARN', 'ARN', { byArn: [owner, thief] }],
    ['Kubernetes Service', 'Kubernetes Service', { byService: [owner, thief] }],
  ])(
    'does not let who names the %s lose it to who names the %s',
    (_, __, said) => {
      const verdict = decideClaim(evidence, lookup(said));

      expect(verdict.entityRef).toBeUndefined();
      expect(
        verdict.conflicts.map(({ entityRef }) => entityRef).sort(),
      ).toEqual([thief, owner]);
    },
  );

  it('sees no rival in an entity that names the resource in both ways', () => {
    const verdict = decideClaim(
      evidence,
      lookup({ byArn: [owner], byService: [owner] }),
    );

    expect(verdict).toMatchObject({
      entityRef: owner,
      basis: 'kubernetes-identity',
      conflicts: [],
    });
  });
});
