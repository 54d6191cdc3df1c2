import fc from 'fast-check';
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

describe('verdictsFor', () => {
  it('offers approve and reject only to someone who waits', () => {
    const waiting = states.filter(state =>
      verdictsFor(state).includes('approve'),
    );
    expect(waiting).toEqual(['pending']);
    expect(verdictsFor('pending')).toEqual(['approve', 'reject']);
  });

  it('offers nothing for a state that nobody knows', () => {
    expect(verdictsFor('unknown')).toEqual([]);
  });

  it('never offers a verdict whose effect is already there', () => {
    for (const state of states) {
      for (const verdict of verdictsFor(state)) {
        expect(showsEffect(verdict, state)).toBe(false);
      }
    }
  });
});

describe('showsEffect', () => {
  it.each<[Verdict, ConnectionState, boolean]>([
    ['approve', 'connecting', true],
    ['approve', 'connected', true],
    ['approve', 'pending', false],
    ['approve', 'rejected', false],
    ['approve', 'unknown', false],
    ['reject', 'rejected', true],
    ['reject', 'connected', false],
    ['remove', 'removing', true],
    ['remove', 'connected', false],
  ])('%s and %s: %s', (verdict, state, expected) => {
    expect(showsEffect(verdict, state)).toBe(expected);
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
