import fc from 'fast-check';
import { exposureKinds } from './kinds';
import type { ConnectionState, Health, Verdict } from './types';
import { hasEnded, showsEffect, verdictsFor, worstHealth } from './states';

const states: ConnectionState[] = [
  'pending',
  'connecting',
  'connected',
  'rejected',
  'disconnected',
  'expired',
  'failed',
  'removing',
  'unknown',
];

const kinds = exposureKinds;

describe('verdictsFor', () => {
  it.each(kinds)('offers approve and reject only to who waits (%s)', kind => {
    const waiting = states.filter(state =>
      verdictsFor(state, kind).includes('approve'),
    );
    expect(waiting).toEqual(['pending']);
    expect(verdictsFor('pending', kind)).toEqual(['approve', 'reject']);
  });

  it('offers nothing for a state that nobody knows', () => {
    expect(kinds.flatMap(kind => verdictsFor('unknown', kind))).toEqual([]);
  });

  it.each(['rejected', 'disconnected', 'failed'] as const)(
    'lets one that is %s be removed where Azure keeps it, and nowhere else',
    state => {
      expect(
        kinds.filter(kind => verdictsFor(state, kind).includes('remove')),
      ).toEqual(['azure-private-link-service', 'azure-private-link-resource']);
    },
  );

  it('never offers a verdict whose effect is already there', () => {
    for (const kind of kinds) {
      for (const state of states) {
        for (const verdict of verdictsFor(state, kind)) {
          expect(showsEffect(verdict, state, state)).toBe(false);
        }
      }
    }
  });
});

describe('showsEffect', () => {
  it.each<[Verdict, ConnectionState, ConnectionState, boolean]>([
    ['approve', 'connecting', 'pending', true],
    ['approve', 'connected', 'pending', true],
    ['approve', 'pending', 'pending', false],
    ['approve', 'rejected', 'pending', false],
    ['approve', 'unknown', 'pending', false],
    ['reject', 'rejected', 'pending', true],
    ['reject', 'connected', 'pending', false],
    ['remove', 'removing', 'connected', true],
    ['remove', 'disconnected', 'connected', true],
    ['remove', 'connected', 'connected', false],
    ['remove', 'rejected', 'rejected', false],
    ['remove', 'disconnected', 'rejected', false],
    ['remove', 'disconnected', 'disconnected', false],
    ['remove', 'removing', 'disconnected', true],
  ])('%s and %s, decided in %s: %s', (verdict, state, before, expected) => {
    expect(showsEffect(verdict, state, before)).toBe(expected);
  });
});

describe('hasEnded', () => {
  it('keeps following a decision until its outcome is known', () => {
    expect(hasEnded({ status: 'requested' })).toBe(false);
    expect(hasEnded({ status: 'applying' })).toBe(false);
    expect(hasEnded({ status: 'unconfirmed' })).toBe(true);
    expect(hasEnded({ status: 'superseded' })).toBe(true);
  });
});

describe('worstHealth', () => {
  it('calls nothing seen unknown, not ok', () => {
    expect(worstHealth([])).toBe('unknown');
  });

  it('does not let unknown hide a failure, nor ok hide unknown', () => {
    expect(worstHealth(['ok', 'unknown', 'failing'])).toBe('failing');
    expect(worstHealth(['ok', 'unknown'])).toBe('unknown');
  });

  it('does not depend on the order', () => {
    const healths = fc.array(
      fc.constantFrom<Health>('ok', 'degraded', 'failing', 'unknown'),
    );
    fc.assert(
      fc.property(healths, list => {
        expect(worstHealth([...list].reverse())).toBe(worstHealth(list));
      }),
    );
  });
});
