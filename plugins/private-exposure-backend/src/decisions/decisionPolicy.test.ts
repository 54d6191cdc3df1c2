import type { Claim } from '@postern/backstage-plugin-private-exposure-common';
import {
  type DecisionSubject,
  findAutoApproval,
  isInterested,
} from './decisionPolicy';
import { readPrivateExposureConfig } from '../config';
import { ConfigReader } from '@backstage/config';
import { nameConsumer } from '../exposures/nameConsumer';

const tagged: Claim = { basis: 'owner-tag', confirmed: true };
const everywhere = { name: 'analytics', consumerAccounts: ['333344445555'] };

function subject(parts: Partial<DecisionSubject> = {}): DecisionSubject {
  return {
    connectionId: 'connection-1',
    state: 'pending',
    kind: 'aws-endpoint-service',
    consumer: { account: '333344445555', region: 'eu-west-1' },
    entityRef: 'component:default/orders',
    claim: tagged,
    involvement: { type: 'uninvolved' },
    ...parts,
  };
}

describe('findAutoApproval', () => {
  it('finds the rule whose conditions all hold', () => {
    const rule = {
      ...everywhere,
      entityRefs: ['component:default/orders'],
      regions: ['eu-west-1'],
    };

    expect(findAutoApproval(subject(), [rule])).toBe(rule);
  });

  it.each([
    ['another account', { consumer: { account: '444455556666' } }],
    ['a connection that does not wait', { state: 'rejected' as const }],
    [
      'what nobody claims, or two do',
      { entityRef: undefined, claim: undefined },
    ],
    [
      'what only an annotation claims',
      { claim: { basis: 'kubernetes-identity' as const, confirmed: false } },
    ],
  ])('approves nothing for %s', (_, parts) => {
    expect(findAutoApproval(subject(parts), [everywhere])).toBeUndefined();
  });

  it.each([
    ['entity', { entityRefs: ['component:default/payments'] }],
    ['region', { regions: ['us-east-1'] }],
  ])('does not apply a rule for another %s', (_, more) => {
    const rules = [{ ...everywhere, ...more }];

    expect(findAutoApproval(subject(), rules)).toBeUndefined();
  });

  it('does not take a consumer of an unknown region for one of the rule’s', () => {
    const rules = [{ ...everywhere, regions: ['eu-west-1'] }];
    const consumer = { account: '333344445555' };

    expect(findAutoApproval(subject({ consumer }), rules)).toBeUndefined();
  });
});

describe('a subscription, however the configuration and the cloud spell its id', () => {
  const spelled = 'AAAAAAAA-0000-4000-8000-00000000000b';
  const { decisions, accountNames } = readPrivateExposureConfig(
    new ConfigReader({
      privateExposure: {
        accountNames: { [spelled]: 'analytics' },
        decisions: {
          consumerOwners: { [spelled]: ['group:default/analytics'] },
          autoApproval: { analytics: { consumerAccounts: [spelled] } },
        },
      },
    }),
  );
  const consumer = { account: 'aaaaaaaa-0000-4000-8000-00000000000B' };

  it('has its name', () => {
    expect(nameConsumer(consumer, accountNames).accountName).toBe('analytics');
  });

  it('is let in by its rule', () => {
    expect(
      findAutoApproval(subject({ consumer }), decisions.autoApproval)?.name,
    ).toBe('analytics');
  });

  it('is its owner’s', () => {
    expect(
      ['group:default/analytics', 'group:default/platform'].map(group =>
        isInterested(
          { ownershipEntityRefs: [group] },
          subject({ consumer }),
          decisions,
        ),
      ),
    ).toEqual([true, false]);
  });
});
