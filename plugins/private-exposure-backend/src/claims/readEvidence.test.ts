import { readEvidence } from './readEvidence';

const ownerOf = (tags: Record<string, string>) =>
  readEvidence(
    { nativeId: 'arm:pls', evidence: { tags, kubernetesServices: [] } },
    'backstage-entity-ref',
  ).ownerTag;

describe('readEvidence', () => {
  it.each([
    ['as it is configured', 'backstage-entity-ref'],
    ['as Azure may give it back', 'Backstage-Entity-Ref'],
  ])('finds the owner tag spelled %s', (_, key) => {
    expect(ownerOf({ team: 'x', [key]: 'component:payments' })).toBe(
      'component:default/payments',
    );
  });

  it('takes the exact spelling where a cloud tells both apart', () => {
    expect(
      ownerOf({
        'BACKSTAGE-ENTITY-REF': 'component:search',
        'backstage-entity-ref': 'component:payments',
      }),
    ).toBe('component:default/payments');
  });
});
